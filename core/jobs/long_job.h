#pragma once

#include "core/base/error.h"

#include <QObject>

namespace rb::jobs {

/// Work on many places of a project that takes a while. Used on the project's thread.
class LongJob : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;
    /// What is under way is still stored; nothing further is sent until resume().
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual bool isPaused() const = 0;
    /// Ends at once; what was stored stays.
    virtual void stop() = 0;

    virtual int total() const = 0;
    virtual int done() const = 0;
    /// Captions that are in the project now because of it.
    virtual qint64 written() const = 0;
    /// Of `done`, a second.
    virtual double rate() const = 0;
    /// Seconds left at the present rate; negative while nobody knows.
    virtual double secondsLeft() const = 0;

Q_SIGNALS:
    void progressed(int done, int total);
    /// A part that could not be done; the job goes on.
    void failed(const rb::Error& error);
    void finished();
};

} // namespace rb::jobs
