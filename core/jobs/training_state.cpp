#include "core/jobs/training_state.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

namespace rb::jobs {

static constexpr qint64 kMostOfErrors = 4000;

void TrainingFolder::take(const TrainingMessage& message) {
    if (const auto* began = std::get_if<TrainingBegan>(&message)) {
        m_launched.reset();
        m_trains = began->process;
        m_end.reset();
        m_paused = false;
    }
    if (const auto* pause = std::get_if<TrainingPause>(&message)) m_paused = pause->paused;
    if (const auto* end = std::get_if<TrainingEnd>(&message)) m_end = *end;
}

void TrainingFolder::findLaunched() {
    QFile file(path("process.json"));
    if (!file.open(QIODevice::ReadOnly)) return;
    const QJsonObject o = QJsonDocument::fromJson(file.read(kMostOfErrors)).object();
    const ProcessMark mark = processMarkOf(o);
    if (mark != m_trains) m_launched = mark;
}

void TrainingFolder::launched(const ProcessMark& process) {
    m_launched = process;
    m_end.reset();
    m_paused = false;
}

TrainingState TrainingFolder::state(bool alive) const {
    if (process().process == 0) return TrainingState::None;
    if (alive) return m_launched ? TrainingState::Starting : m_paused ? TrainingState::Paused : TrainingState::Running;
    if (m_launched) return failure().isEmpty() ? TrainingState::Crashed : TrainingState::Failed;
    if (!m_end) return TrainingState::Crashed;
    if (!m_end->failure.isEmpty()) return TrainingState::Failed;
    return m_end->stopped ? TrainingState::Stopped : TrainingState::Finished;
}

QString TrainingFolder::failure() const {
    if (!m_launched && m_end) return m_end->failure;
    QFile file(path("errors.txt"));
    if (!file.open(QIODevice::ReadOnly)) return {};
    file.seek(std::max<qint64>(0, file.size() - kMostOfErrors));
    QString text = QString::fromUtf8(file.readAll()).trimmed();
    const QString name = QStringLiteral("regionblip: ");
    if (text.startsWith(name)) text.remove(0, name.size());
    return text;
}

} // namespace rb::jobs
