#pragma once

#include "tests/core/formats/golden_records.h"
#include "tests/core/project/sample_records.h"

#include <QDir>
#include <QFile>

/// A project with everything that some format cannot hold.
namespace rb::exchange::test {

/// What a reader of the format may have left in `extra`; `ofCvat`: in the form of CVAT.
inline QString extraOf(const QByteArray& format, const QByteArray& ofCvat) {
    const QByteArray own = format == "cvat" ? ofCvat : R"({"note":"seen <twice>"})";
    return QString::fromUtf8("{\"" + format + "\":" + own + ",\"somewhere\":{\"weight\":0.5}}");
}

/// Fills an empty project with three pictures, of 320 × 240 and larger; regions of a picture are 12 pixels apart at
/// least, but for two that share their box.
class RichProject {
public:
    RichProject(project::Project& project, const QByteArray& format) : m_project(project), m_format(format) {}

    Status fill() {
        return m_project.edit(QStringLiteral("Fill"), [this](project::Edit& edit) {
            const project::Id street = picture(edit, "street_0042.jpg", "pictures/street 雪.jpg", "train", "101");
            const project::Id kitchen = picture(edit, "kitchen_581857.jpg", "kitchen.jpg", "odd split!", "");
            picture(edit, "park_0137.jpg", "deep/er/park.jpg", "", "abc");
            caption(edit, street, 0, "Die Straße im Winter\nund 雪 🦁", project::CaptionState::Accepted);
            caption(edit, street, 0, "a street", project::CaptionState::Draft);
            fillStreet(edit, street);
            region(edit, kitchen, geometry::boxShape({30.5, 40.25, 50.125, 60.75}), "table");
        });
    }

private:
    void fillStreet(project::Edit& edit, project::Id street) {
        using State = project::CaptionState;
        const project::Id several = region(edit, street, geometry::boxShape({10.3, 20.7, 30.11, 40.9}), "dog", [&](project::Region& each) {
            each.extra = extraOf(m_format, R"({"attributes":{"colour":"red & blue"}})");
            each.score = 0.125;
        });
        caption(edit, street, several, "a small dog", State::Accepted);
        caption(edit, street, several, "a dog, \"quoted\" <b>&amp;</b>", State::Draft, true);
        caption(edit, street, several, "not a cat", State::Rejected);
        const project::Id turned = region(edit, street, geometry::rotatedBox({90.5, 30, 40, 20.25}, 25), "");
        caption(edit, street, turned, "first line\nsecond line", State::Accepted);
        const project::Id outline = region(edit, street, geometry::polygon({{150.5, 20}, {180, 25.5}, {175.25, 60}, {160, 70.5}, {148, 40}}), "日本語, \"x\"");
        caption(edit, street, outline, "an outline", State::Accepted);
        region(edit, street, geometry::polygon({{200.5, 20}, {230, 25.5}, {215, 60.25}}), "silent", [](project::Region& each) { each.locked = true; });
        for (const char* label : {"cat", "kitten"}) {
            const project::Id whole = region(edit, street, geometry::boxShape({17, 123, 31, 41}), label);
            caption(edit, street, whole, label == std::string("cat") ? "  spaces around " : "a kitten", State::Accepted);
        }
        caption(edit, street, region(edit, street, geometry::boxShape({77, 123, 30, 40}), "blank"), " \n", State::Draft);
        caption(edit, street, region(edit, street, geometry::boxShape({-5.5, 180.25, 20, 30}), "half"), "at the edge", State::Accepted);
        caption(edit, street, region(edit, street, geometry::boxShape({321, 100, 8, 8}), "out"), "beyond the edge", State::Accepted);
    }

    project::Id picture(project::Edit& edit, const char* golden, const char* path, const char* split, const char* id) {
        const QString target = QDir(m_project.folder()).filePath(QString::fromUtf8(path));
        QDir().mkpath(QFileInfo(target).path());
        const QString source = QStringLiteral(RB_TEST_DATA "/formats/images/") + QLatin1String(golden);
        if (!QFile::copy(source, target)) edit.fail({ErrorCode::WriteFailed, "A test picture was not copied."});
        const nlohmann::json truth = formats::test::readJson(formats::test::dataFile("expected.json"));
        project::Media media;
        media.path = QString::fromUtf8(path);
        for (const auto& image : truth["images"]) {
            if (image["file_name"] != golden) continue;
            media.width = image["width"];
            media.height = image["height"];
        }
        media.split = QString::fromUtf8(split);
        media.sourceId = QString::fromUtf8(id);
        media.extra = extraOf(m_format, R"({"marks":{"task_id":"7"}})");
        return edit.insert(media);
    }

    project::Id region(project::Edit& edit, project::Id media, const geometry::Shape2& shape, const char* label,
                       const std::function<void(project::Region&)>& more = {}) {
        project::Region region;
        region.media = media;
        region.shape = shape;
        region.label = QString::fromUtf8(label);
        if (more) more(region);
        return edit.insert(region);
    }

    void caption(project::Edit& edit, project::Id media, project::Id region, const char* text, project::CaptionState state, bool ofModel = false) {
        project::Caption caption = project::test::words(media, region, QString::fromUtf8(text), state, m_rank++);
        if (ofModel) {
            caption.source = project::CaptionSource::Model;
            caption.model = QStringLiteral("mini");
            caption.score = -0.5;
        }
        edit.insert(caption);
    }

    project::Project& m_project;
    QByteArray m_format;
    int m_rank = 0;
};

} // namespace rb::exchange::test
