#pragma once

#include "ui/search/result_model.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class QComboBox;
class QLabel;
class QListView;

namespace rb::ui {

class MeaningBar;
class MeaningSearch;
class QueryEdit;

/// Finds regions and pictures by the query language, in the order of a review: by picture, by how unsure
/// the model was, by age, by model, by likeness. Choosing a row goes there; the rows are the queue that review steps
/// through.
class SearchPanel : public QWidget {
    Q_OBJECT

public:
    /// All outlive this.
    SearchPanel(Workspace& workspace, ThumbnailStore& thumbnails, MeaningSearch& meaning, QWidget* parent = nullptr);

    QSize sizeHint() const override { return {286, 600}; }

    void setQuery(const QString& text);
    void startTyping();
    /// What the search shows; empty while nothing is searched for.
    const std::vector<query::Row>& found() const { return m_model.rows(); }
    bool isSearching() const;
    /// Goes to the row after (or before) the present place; false at the end.
    bool step(int direction);

Q_SIGNALS:
    /// The user wants the table of keys.
    void helpRequested();

private:
    void layOut();
    void connectMeaning();
    void search();
    /// With a query whose `meaning:` and `like:` are resolved.
    void find(const query::Query& query);
    void showReady();
    bool asksForMeaning() const;
    void showFound(Result<std::vector<query::Row>> rows, qint64 milliseconds);
    void showCurrent();
    void goTo(int row);

    Workspace& m_workspace;
    MeaningSearch& m_meaning;
    ResultModel m_model;
    QueryEdit* m_query;
    QComboBox* m_order;
    QListView* m_list;
    QLabel* m_says;
    MeaningBar* m_bar;
    qint64 m_ready = 0, m_total = 0; ///< places that can be found by meaning
    QElapsedTimer m_time;
    QTimer m_again;      ///< the project changed: what is found may have, too
    QTimer m_slow;       ///< a search that is worth a word
    bool m_following = false;
};

} // namespace rb::ui
