#pragma once

#include "ui/workspace/workspace.h"

#include "core/jobs/inference_thread.h"

#include <QObject>
#include <QTimer>

namespace rb::ui {

class CaptionFlow;

/// Words for a region while it is drawn or changed: when the pointer rests for a moment, the model is asked
/// greedily, and what it says is dropped as soon as the region moves on. Nothing of it is stored.
class LiveCaptions : public QObject {
    Q_OBJECT

public:
    LiveCaptions(Workspace& workspace, jobs::InferenceThread& inference, CaptionFlow& flow, QObject* parent = nullptr);

    void setEnabled(bool enabled);
    bool isEnabled() const { return m_enabled; }
    void follow(qint64 region, const geometry::Shape2& shape);
    void forget();

Q_SIGNALS:
    /// Of region 0: of the one being drawn.
    void said(qint64 region, const QString& textSoFar);

private:
    void ask();

    Workspace& m_workspace;
    jobs::InferenceThread& m_inference;
    CaptionFlow& m_flow;
    QTimer m_rest;
    bool m_enabled = true;
    qint64 m_region = 0;
    geometry::Box2 m_box;
    quint64 m_request = 0; ///< 0: none is under way
};

} // namespace rb::ui
