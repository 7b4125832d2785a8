#include "core/jobs/training_probe.h"

namespace rb::jobs {

TrainingProbe::TrainingProbe(QObject* parent) : QObject(parent) {
    connect(&m_process, &QProcess::finished, this, &TrainingProbe::end);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart) return;
        Q_EMIT failed(Error{ErrorCode::FileNotFound, m_process.program().toStdString() + " cannot be started: " + m_process.errorString().toStdString() + "."});
    });
}

TrainingProbe::~TrainingProbe() { stop(); }

void TrainingProbe::stop() {
    const QSignalBlocker quiet(m_process);
    m_process.kill();
    m_process.waitForFinished();
}

void TrainingProbe::start(const QString& program, const QStringList& arguments) {
    stop();
    m_process.start(program, QStringList{QStringLiteral("train")} + arguments + QStringList{QStringLiteral("--dry-run"), QStringLiteral("--progress"), QStringLiteral("json")});
}

void TrainingProbe::end() {
    std::optional<TrainingData> data;
    std::optional<TrainingEstimate> estimate;
    for (const QByteArray& line : m_process.readAllStandardOutput().split('\n'))
        if (const auto message = parseTrainingMessage(line)) {
            if (const auto* found = std::get_if<TrainingData>(&*message)) data = *found;
            if (const auto* found = std::get_if<TrainingEstimate>(&*message)) estimate = *found;
        }
    QString said = QString::fromUtf8(m_process.readAllStandardError()).trimmed();
    if (said.startsWith(QLatin1String("regionblip: "))) said.remove(0, 12);
    if (said.isEmpty()) said = QStringLiteral("The training's first step could not be measured.");
    if (data && estimate) Q_EMIT measured(*data, *estimate);
    else Q_EMIT failed(Error{ErrorCode::Internal, said.toStdString()});
}

} // namespace rb::jobs
