#pragma once

#include "core/jobs/inference_thread.h"
#include "core/project/project.h"
#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"

#include <QDir>
#include <QImage>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace rb::ui {

/// A folder with small pictures and a project of them, opened in a workspace. The model is never
/// opened: what it would answer is handed to CaptionFlow::take().
class ProjectFixture {
public:
    explicit ProjectFixture(int pictures = 1) {
        // The offscreen platform warns of this whenever a window has a smallest size.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support propagateSizeHints)")));
        auto project = project::Project::create(folder.filePath(QStringLiteral("a.rbproject")));
        if (!project.ok()) qFatal("%s", project.error().message.c_str());
        const Status filled = (*project)->edit(QStringLiteral("Add pictures"), [&](project::Edit& edit) {
            for (int i = 0; i < pictures; ++i) media.append(edit.insert(makePicture(i)));
        });
        if (!filled.ok()) qFatal("%s", filled.error().message.c_str());
        workspace.setProject(std::move(*project));
    }

    project::Media makePicture(int number) const {
        project::Media picture;
        picture.path = QStringLiteral("picture%1.png").arg(number);
        picture.width = 200;
        picture.height = 100;
        QImage image(200, 100, QImage::Format_RGB32);
        image.fill(QColor::fromHsv(number * 40 % 360, 200, 200));
        image.save(folder.filePath(picture.path));
        return picture;
    }

    project::Project& project() { return *workspace.project(); }

    project::Id addRegion(const geometry::Box2& box = {10, 20, 50, 40}) {
        project::Region region;
        region.media = media.first();
        region.shape.box = box;
        project::Id id = 0;
        edit([&](project::Edit& e) { id = e.insert(region); });
        return id;
    }

    project::Id addCaption(project::Id region, const QString& text, project::CaptionSource source,
                           project::CaptionState state = project::CaptionState::Draft, int rank = 0) {
        project::Caption caption;
        caption.media = media.first();
        caption.region = region;
        caption.text = text;
        caption.source = source;
        caption.state = state;
        caption.rank = rank;
        project::Id id = 0;
        edit([&](project::Edit& e) { id = e.insert(caption); });
        return id;
    }

    void edit(const std::function<void(project::Edit&)>& change) {
        const Status status = project().edit(QStringLiteral("Test"), change);
        if (!status.ok()) qFatal("%s", status.error().message.c_str());
    }

    /// The texts of a region by rank.
    QStringList texts(project::Id region) {
        QMap<int, QString> byRank;
        for (const project::Caption& caption : project().captionsOf(media.first()))
            if (caption.region == region) byRank.insert(caption.rank, caption.text);
        return byRank.values();
    }

    static jobs::CaptionAnswer answer(const QStringList& texts) {
        jobs::CaptionAnswer result;
        result.captions.emplace_back();
        for (const QString& text : texts) {
            vlm::Caption caption;
            caption.text = text.toStdString();
            caption.score = -0.5;
            result.captions.front().push_back(std::move(caption));
        }
        return result;
    }

    QTemporaryDir folder;
    QList<project::Id> media;
    jobs::InferenceThread inference;
    Workspace workspace;
    CaptionFlow flow{workspace, inference};
};

} // namespace rb::ui
