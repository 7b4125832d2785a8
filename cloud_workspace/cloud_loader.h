#pragma once

#include "cloud_workspace/cloud_document.h"
#include "core/base/error.h"

#include <QObject>
#include <QString>

#include <stop_token>
#include <thread>

namespace rb::cloud_workspace {

/// Reads a cloud and builds its octree on a thread of its own. One at a time: another one takes the place of the first.
/// GUI thread only; answers arrive there.
class CloudLoader : public QObject {
    Q_OBJECT

public:
    explicit CloudLoader(QObject* parent = nullptr);
    ~CloudLoader() override; ///< stops and waits

    void load(const QString& file);
    /// Nothing is answered any more.
    void cancel();
    bool isLoading() const { return m_loading; }

Q_SIGNALS:
    void progressed(double part); ///< 0 to 1
    void loaded(const rb::cloud_workspace::CloudDocument& document);
    void failed(const rb::Error& error);

private:
    void run(const QString& file, quint64 number, const std::stop_token& stop);
    template <typename Answer>
    void answer(quint64 number, Answer give);

    std::jthread m_thread;
    quint64 m_number = 0; ///< of what is wanted now
    bool m_loading = false;
};

} // namespace rb::cloud_workspace
