#pragma once

#include "core/jobs/training_messages.h"
#include "core/runs/run_data.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace rb::test {

/// Accepted captions of so many pictures, three regions each.
inline std::vector<runs::RunItem> someItems(int pictures) {
    std::vector<runs::RunItem> items;
    for (int i = 0; i < pictures; ++i)
        for (int k = 0; k < 3; ++k)
            items.push_back({i + 1, 10 * i + k + 1, QStringLiteral("/pictures/%1.png").arg(i, 3, 10, QLatin1Char('0')), false, geometry::Box2{1.0 * k, 2, 30.5, 40}, {},
                             QStringLiteral("caption %1 \"of\" %2").arg(k).arg(i), {}});
    return items;
}

/// trainer.sh, which stands in for the trainer.
inline void copyTrainer(const QString& to) {
    if (!QFile::copy(QStringLiteral(RB_TEST_DATA "/../core/runs/trainer.sh"), to)) qFatal("%s cannot be made", qPrintable(to));
}

inline void append(const QString& file, const QByteArray& text) {
    QDir().mkpath(QFileInfo(file).path());
    QFile log(file);
    if (!log.open(QIODevice::Append)) qFatal("%s cannot be written", qPrintable(file));
    log.write(text);
}

/// "start" of a process that has ended.
inline QByteArray startLine(qint64 step) {
    return "{\"event\":\"start\",\"step\":" + QByteArray::number(step) + ",\"process\":1,\"host\":\"elsewhere\",\"process_start\":\"5\",\"boot\":\"b\"}\n";
}

inline QByteArray stepLine(qint64 step, double loss, qint64 steps = 100) {
    return "{\"event\":\"step\",\"step\":" + QByteArray::number(step) + ",\"steps\":" + QByteArray::number(steps) + ",\"progress\":" +
           QByteArray::number(double(step) / double(steps)) + ",\"loss\":" + QByteArray::number(loss) + ",\"smoothed_loss\":" + QByteArray::number(loss) +
           ",\"llm\":" + QByteArray::number(loss) + ",\"gradient_norm\":1.5,\"learning_rate\":0.001,\"captions\":16,\"seconds\":" + QByteArray::number(0.5 * double(step)) +
           ",\"seconds_left\":" + QByteArray::number(0.5 * double(steps - step)) + ",\"skipped\":false}\n";
}

inline QByteArray scoreLine(qint64 step, double cider, double halfWidth = 0.2) {
    return "{\"event\":\"evaluation\",\"step\":" + QByteArray::number(step) + ",\"cider\":" + QByteArray::number(cider) + ",\"cider_low\":" +
           QByteArray::number(cider - halfWidth) + ",\"cider_high\":" + QByteArray::number(cider + halfWidth) + ",\"bleu_4\":0.3,\"rouge_l\":0.5,\"items\":40}\n";
}

/// A safetensors file with one number under this name, and the metadata of an adapter.
inline void writeAdapter(const QString& file, const QByteArray& tensor, const QByteArray& base) {
    QByteArray header = R"({"__metadata__":{"format":"regionblip-adapter","base":")" + base + R"(","base_name":"mini","preset":"lora","rank":"16","metrics":"{\"cider\":2.5}"},")" +
                        tensor + R"(":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
    while (header.size() % 8 != 0) header += ' ';
    QByteArray length(8, '\0');
    length[0] = static_cast<char>(header.size() & 0xff);
    length[1] = static_cast<char>(header.size() >> 8);
    QFile::remove(file);
    append(file, length + header + QByteArray(4, '\0'));
}

} // namespace rb::test
