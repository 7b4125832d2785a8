#pragma once

#include "core/query/select.h"
#include "ui/batch/batch_dialog.h"
#include "ui/workspace/caption_flow.h"

#include <QObject>
#include <QSet>

namespace rb::ui {

class BatchBar;
class UserDialogs;

/// Captioning of many, and growing the data set: asks what, plans it, and lets it run in the bar at the foot of the window.
class BatchControl : public QObject {
    Q_OBJECT

public:
    /// Where the places come from that the dialog offers besides the present picture and the project.
    struct Sources {
        std::function<QSet<qint64>()> selectedRegions;
        /// Rows of the search that is shown; empty: nothing is searched for.
        std::function<const std::vector<query::Row>&()> found;
    };
    BatchControl(Workspace& workspace, jobs::InferenceThread& inference, CaptionFlow& flow, UserDialogs& dialogs, BatchBar& bar, QWidget& window);

    void setSources(Sources sources) { m_sources = std::move(sources); }
    void ask();
    /// The dialog for growing the data set, and the job that it makes.
    void askToGrow();
    void stop();

Q_SIGNALS:
    void said(const QString& sentence);

private:
    bool canWrite() const; ///< says why not
    std::vector<PlaceChoice> choices() const;

    Workspace& m_workspace;
    jobs::InferenceThread& m_inference;
    CaptionFlow& m_flow;
    UserDialogs& m_dialogs;
    BatchBar& m_bar;
    QWidget& m_window;
    Sources m_sources;
    double m_secondsACaption = 0;
};

} // namespace rb::ui
