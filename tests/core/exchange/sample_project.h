#pragma once

#include "core/exchange/export.h"
#include "tests/core/project/sample_records.h"
#include "tests/core/project/small_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace rb::formats::test {

using Json = nlohmann::ordered_json;

/// Two pictures: one with regions in every state of captioning, one with a single draft.
inline std::unique_ptr<project::Project> sampleProject(const QString& path) {
    using namespace project;
    using project::test::box, project::test::mustOpen, project::test::picture, project::test::words;
    auto made = mustOpen(Project::create(path));
    if (!made) return nullptr;
    const Status filled = made->edit(QStringLiteral("Fill"), [](Edit& edit) {
        const Id first = edit.insert(picture(QStringLiteral("images/größe 1.jpg")));
        const Id lion = edit.insert(box(first, 0.1, QStringLiteral("lion")));
        edit.insert(words(first, lion, QStringLiteral("a lion \"rests\""), CaptionState::Accepted, 0));
        edit.insert(words(first, lion, QStringLiteral("ein Löwe 🦁"), CaptionState::Accepted, 1));
        edit.insert(words(first, lion, QStringLiteral("a cat"), CaptionState::Draft, 2));
        const Id unnamed = edit.insert(box(first, 200));
        edit.insert(words(first, unnamed, QStringLiteral("wrong"), CaptionState::Rejected, 0));
        edit.insert(words(first, unnamed, QStringLiteral("second draft"), CaptionState::Draft, 2));
        edit.insert(words(first, unnamed, QStringLiteral("first draft"), CaptionState::Draft, 1));
        const Id refused = edit.insert(box(first, 300, QStringLiteral("tree")));
        edit.insert(words(first, refused, QStringLiteral("wrong too"), CaptionState::Rejected));
        edit.insert(words(first, refused, QStringLiteral("  "), CaptionState::Accepted));
        edit.insert(words(first, 0, QStringLiteral("the savanna"), CaptionState::Accepted));
        Media second = picture(QStringLiteral("images/second.png"));
        second.split = QStringLiteral("val");
        second.id = edit.insert(second);
        Region whole = box(second.id, 5, QStringLiteral("lion"));
        whole.shape.box = {5, 6, 7, 8};
        edit.insert(words(second.id, edit.insert(whole), QStringLiteral("only a draft")));
    });
    return filled.ok() ? std::move(made) : nullptr;
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline Json jsonOf(const QString& path) { return Json::parse(bytesOf(path).toStdString(), nullptr, false); }

inline LossReport::Line lineOf(const LossReport& report, const char* what) {
    for (const LossReport::Line& line : report.lines)
        if (line.what == what) return line;
    return {};
}

inline void compareLine(const LossReport& report, const char* what, std::array<int, 3> keptChangedDropped) {
    const LossReport::Line line = lineOf(report, what);
    QCOMPARE(line.what, std::string(what));
    QCOMPARE(line.kept, keptChangedDropped[0]);
    QCOMPARE(line.changed, keptChangedDropped[1]);
    QCOMPARE(line.dropped, keptChangedDropped[2]);
    QCOMPARE(line.reason.empty(), line.changed + line.dropped == 0);
}

/// Fills what is left of a disk.
inline void fillUp(const project::test::SmallDisk& disk) {
    QFile filler(disk.filePath(QStringLiteral("filler")));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(4096, 'x')) == 4096) {
    }
}

inline constexpr ExportOptions kAccepted{CaptionChoice::AcceptedOnly};
inline constexpr ExportOptions kWithDrafts{CaptionChoice::AcceptedElseDraft};

} // namespace rb::formats::test
