#pragma once

#include <QDir>
#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace rb::test {

inline const QString kProgram = QStringLiteral(RB_PROGRAMS "/regionblip");

/// A folder with a list of captioned regions of the golden pictures, and the runs that learn them.
class TrainingRuns {
public:
    explicit TrainingRuns(int captions, int heldOut = 0) {
        write(QStringLiteral("train"), 0, captions);
        if (heldOut > 0) write(QStringLiteral("val"), captions, heldOut);
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// `regionblip train`'s, resumable, on one thread.
    QStringList arguments(const QString& run, int steps, int checkpointEvery) const {
        return {QStringLiteral("train"), QStringLiteral("--data"), path(QStringLiteral("data")),
                QStringLiteral("--model"), QStringLiteral(RB_TEST_DATA "/regionblip/tiny-opt"), QStringLiteral("--steps"), QString::number(steps),
                QStringLiteral("--batch"), QStringLiteral("3"), QStringLiteral("--checkpoint-every"), QString::number(checkpointEvery),
                QStringLiteral("--threads"), QStringLiteral("1"), QStringLiteral("--progress"), QStringLiteral("json"),
                QStringLiteral("--resume"), QStringLiteral("--output"), path(run)};
    }
    /// Empty before the run has ended.
    QByteArray adapterOf(const QString& run) const {
        QFile file(path(run + QStringLiteral("/adapter.safetensors")));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

private:
    void write(const QString& split, int first, int count) const {
        nlohmann::json records = nlohmann::json::array();
        for (int i = first; i < first + count; ++i) {
            const std::string picture = std::string(RB_TEST_DATA) + "/regionblip/picture" + std::to_string(i % 3) + ".png";
            records.push_back({{"image", picture}, {"bbox", {2 + i, 3, 20, 30 - i}}, {"caption", "a caption of " + std::to_string(i)}});
        }
        QDir().mkpath(path(QStringLiteral("data/") + split));
        QFile list(path(QStringLiteral("data/") + split + QStringLiteral("/regions.json")));
        if (!list.open(QIODevice::WriteOnly)) qFatal("no list");
        list.write(QByteArray::fromStdString(records.dump()));
    }

    QTemporaryDir m_folder;
};

} // namespace rb::test
