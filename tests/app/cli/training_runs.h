#pragma once

#include <QFile>
#include <QStringList>
#include <QTemporaryDir>

#include <nlohmann/json.hpp>

namespace rb::test {

inline const QString kProgram = QStringLiteral(RB_PROGRAMS "/regionblip");

/// A folder with a list of captioned regions of the golden pictures, and the runs that learn them.
class TrainingRuns {
public:
    explicit TrainingRuns(int captions) {
        nlohmann::json records = nlohmann::json::array();
        for (int i = 0; i < captions; ++i) {
            const std::string picture = std::string(RB_TEST_DATA) + "/regionblip/picture" + std::to_string(i % 3) + ".png";
            records.push_back({{"image", picture}, {"bbox", {2 + i, 3, 20, 30 - i}}, {"caption", "a caption of " + std::to_string(i)}});
        }
        QFile list(path(QStringLiteral("regions.json")));
        if (!list.open(QIODevice::WriteOnly)) qFatal("no list");
        list.write(QByteArray::fromStdString(records.dump()));
    }

    QString path(const QString& name) const { return m_folder.filePath(name); }
    /// `regionblip train`'s, resumable, on one thread.
    QStringList arguments(const QString& run, int steps, int checkpointEvery) const {
        return {QStringLiteral("train"), QStringLiteral("--data"), path(QStringLiteral("regions.json")),
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
    QTemporaryDir m_folder;
};

} // namespace rb::test
