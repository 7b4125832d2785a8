#pragma once

#include "ui/training/data_source.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace rb::ui {

/// What is learnt: a query over the project, how many captions it finds and what they are for.
class DataChoice : public QWidget {
    Q_OBJECT

public:
    /// `field`: where the query is typed, say one that completes; null: a plain one. Becomes a child.
    explicit DataChoice(DataSource source, QLineEdit* field = nullptr, QWidget* parent = nullptr);

    QString query() const;
    void setQuery(const QString& query);
    /// Counts anew; when the project has changed.
    void refresh();
    const DataCounts& counts() const { return m_counts; }
    /// There is something to learn.
    bool usable() const { return m_counts.train > 0; }
    /// What the trainer's own look at the data found, below the counts.
    void setFindings(const QString& text);

Q_SIGNALS:
    void changed();
    void splitsRequested();

private:
    void take(const Result<DataCounts>& counted);
    void showCounts(const DataCounts& counts);

    DataSource m_source;
    DataCounts m_counts;
    QLineEdit* m_field;
    QLabel* m_text;
    QLabel* m_findings;
    QPushButton* m_splits;
    QTimer m_pause; ///< after the last key
};

} // namespace rb::ui
