#pragma once

#include "ui/review/review_session.h"
#include "ui/workspace/workspace.h"

#include <QObject>

namespace rb::ui {

class CaptionEditor;
class ImageView;
class MainActions;
class SearchPanel;

/// What reviewing by keys does: from region to region and picture to picture, accept and go on, reject, choose an
/// alternative, edit. While a search is shown its rows are the queue.
class ReviewControl : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const MainActions& actions;
        ImageView& view;
        CaptionEditor& editor;
        SearchPanel& search;
        Workspace& workspace;
    };
    /// All of `parts` outlive this.
    ReviewControl(const Parts& parts, QObject* parent);

    const ReviewSession& session() const { return m_session; }

Q_SIGNALS:
    void said(const QString& sentence);
    void sessionChanged();

private:
    void connectSteps();
    void connectCaptions();
    void acceptAndNext();
    void acceptAll();
    void reject();
    void goOn();

    Parts m_parts;
    ReviewSession m_session;
};

} // namespace rb::ui
