#pragma once

#include "core/base/result.h"
#include "core/jobs/training_messages.h"

#include <QObject>
#include <QProcess>

namespace rb::jobs {

/// Asks `regionblip train --dry-run` what a training would learn and what it would need: it reads model and data, measures one
/// step, and writes nothing. A child that ends with this object.
class TrainingProbe : public QObject {
    Q_OBJECT

public:
    explicit TrainingProbe(QObject* parent = nullptr);
    ~TrainingProbe() override;

    /// As TrainingProcess::Command. One that still runs is given up.
    void start(const QString& program, const QStringList& arguments);
    void stop();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }

Q_SIGNALS:
    void measured(const rb::jobs::TrainingData& data, const rb::jobs::TrainingEstimate& estimate);
    void failed(const rb::Error& error);

private:
    void end();

    QProcess m_process;
};

} // namespace rb::jobs
