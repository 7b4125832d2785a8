#pragma once

#include "core/query/completion.h"
#include "core/query/query.h"
#include "ui/workspace/workspace.h"

#include <QLineEdit>
#include <QTimer>

class QCompleter;
class QStandardItemModel;

namespace rb::ui {

/// A field for the query language: completes keys and values of the project, says what is wrong, and tells
/// of a new query a moment after the last key.
class QueryEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit QueryEdit(Workspace& workspace, QWidget* parent = nullptr);

    /// The last good query; empty when the field is.
    const query::Query& query() const { return m_query; }
    void setQuery(const QString& text);

Q_SIGNALS:
    void queryChanged();
    /// One sentence about what is wrong; empty when it is well again.
    void faultChanged(const QString& sentence);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void apply();
    void offer();
    void insert(int row);

    Workspace& m_workspace;
    query::Query m_query;
    query::KnownValues m_known;
    std::vector<query::Completion> m_offered;
    QStandardItemModel* m_offers;
    QCompleter* m_completer;
    QTimer m_pause;
    bool m_knownIsOld = true;
};

} // namespace rb::ui
