#pragma once

#include <QKeySequence>
#include <QList>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rb::ui {

class KeyField;

/// The keys of one action: each can be removed, others are added by pressing them. Changes nothing
/// itself: whoever shows it answers the requests with show().
class KeyRow : public QWidget {
    Q_OBJECT

public:
    explicit KeyRow(QWidget* parent = nullptr);

    /// `changed`: whether there is something to reset.
    void show(const QString& title, const QList<QKeySequence>& keys, bool changed);

Q_SIGNALS:
    void addRequested(const QKeySequence& keys);
    void removeRequested(const QKeySequence& keys);
    void resetRequested();

private:
    void addChip(const QKeySequence& keys);

    QLabel* m_title;
    QHBoxLayout* m_chips;
    KeyField* m_field;
    QPushButton* m_reset;
};

} // namespace rb::ui
