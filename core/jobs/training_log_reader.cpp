#include "core/jobs/training_log_reader.h"

#include <QFile>

namespace rb::jobs {

// Captions of a few hundred things stand in one line; what is longer is no log of ours.
static constexpr qint64 kLongestLine = 16 << 20;

void TrainingLogReader::read(const std::function<void(const TrainingMessage&)>& take) {
    QFile file(m_file);
    if (!file.open(QIODevice::ReadOnly)) return;
    file.seek(m_position);
    while (true) {
        const QByteArray line = file.readLine(kLongestLine);
        if (!line.endsWith('\n') && line.size() < kLongestLine - 1) break; // it is being written
        m_position += line.size();
        if (const auto message = parseTrainingMessage(line)) take(*message);
    }
}

} // namespace rb::jobs
