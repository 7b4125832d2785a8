#include "core/jobs/training_process.h"

#include "core/base/durable_file.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>

#include <csignal>

namespace rb::jobs {
namespace {

constexpr int kLookEvery = 250; // ms

QByteArray wordFor(TrainingRequest request) {
    switch (request) {
    case TrainingRequest::Pause: return "pause\n";
    case TrainingRequest::Resume: return "resume\n";
    case TrainingRequest::Stop: return "stop\n";
    case TrainingRequest::Checkpoint: return "checkpoint\n";
    case TrainingRequest::Sample: break;
    }
    return "sample\n";
}

} // namespace

TrainingProcess::TrainingProcess(QObject* parent) : QObject(parent) {
    m_timer.setInterval(kLookEvery);
    connect(&m_timer, &QTimer::timeout, this, &TrainingProcess::look);
}

void TrainingProcess::attach(const QString& folder) {
    m_folder = TrainingFolder(folder);
    m_log = TrainingLogReader(m_folder.path("log.jsonl"));
    m_stopAsked = false;
    readLog();
    m_folder.findLaunched();
    look();
}

Status TrainingProcess::start(const Command& command) {
    if (command.folder != folder() || !isActive()) attach(command.folder);
    const std::string name = command.folder.toStdString();
    if (isActive()) return Error{ErrorCode::Locked, "A training runs in " + name + " already; stop it, or choose another folder."};
    if (!QDir().mkpath(command.folder)) return Error{ErrorCode::WriteFailed, name + " cannot be made."};
    return launch(command);
}

Status TrainingProcess::launch(const Command& command) {
    QProcess process;
    process.setProgram(command.program);
    process.setArguments(QStringList{QStringLiteral("train")} + command.arguments + QStringList{QStringLiteral("--progress"), QStringLiteral("json")});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice()); // the log has the same lines
    process.setStandardErrorFile(m_folder.path("errors.txt"));
    qint64 number = 0;
    if (!process.startDetached(&number))
        return Error{ErrorCode::FileNotFound, command.program.toStdString() + " cannot be started: " + process.errorString().toStdString() + "."};
    const ProcessMark mark = markOf(number);
    m_folder.launched(mark);
    m_stopAsked = false;
    become(TrainingState::Starting);
    return replaceFile(m_folder.path("process.json").toStdString(), QJsonDocument(toJson(mark)).toJson().toStdString());
}

Status TrainingProcess::ask(TrainingRequest request) {
    if (!isActive()) return Error{ErrorCode::InvalidArgument, "No training runs in " + folder().toStdString() + "."};
    if (m_state == TrainingState::Starting) {
        if (request != TrainingRequest::Stop) return Error{ErrorCode::InvalidArgument, "The training still reads its model and data; ask again when it has begun."};
        m_stopAsked = true;
        ::kill(static_cast<pid_t>(m_folder.process().process), SIGTERM);
        return {};
    }
    QFile control(m_folder.path("control"));
    if (!control.open(QIODevice::Append) || control.write(wordFor(request)) < 0)
        return Error{ErrorCode::WriteFailed, "The training cannot be told: " + control.errorString().toStdString() + "."};
    return {};
}

void TrainingProcess::kill() {
    if (isActive() && isAlive(m_folder.process())) ::kill(static_cast<pid_t>(m_folder.process().process), SIGKILL);
}

void TrainingProcess::readLog() {
    m_log.read([this](const TrainingMessage& message) {
        m_folder.take(message);
        Q_EMIT told(message);
    });
}

/// Who is asked for life first, and read then, has written its last word when it is found dead.
void TrainingProcess::look() {
    ProcessMark judged;
    bool alive = false;
    do {
        judged = m_folder.process();
        alive = isAlive(judged);
        readLog();
    } while (m_folder.process() != judged);
    const TrainingState state = m_folder.state(alive);
    const bool endedByUs = m_stopAsked && (state == TrainingState::Crashed || state == TrainingState::Failed);
    become(endedByUs ? TrainingState::Stopped : state);
}

void TrainingProcess::become(TrainingState state) {
    const bool changed = state != m_state;
    m_state = state;
    if (isActive()) m_timer.start();
    else m_timer.stop();
    if (changed) Q_EMIT stateChanged(state);
}

} // namespace rb::jobs
