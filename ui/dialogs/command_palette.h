#pragma once

#include <QDialog>

class QAction;
class QLineEdit;
class QTreeWidget;

namespace rb::ui {

/// Every action that can be run now, by name: type a few letters, Enter chooses it.
class CommandPalette : public QDialog {
    Q_OBJECT

public:
    CommandPalette(const QList<QAction*>& actions, QWidget* parent = nullptr);

    /// The action to run after the dialog was accepted.
    QAction* chosen() const { return m_chosen; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter(const QString& text);
    void choose();

    QList<QAction*> m_actions;
    QAction* m_chosen = nullptr;
    QLineEdit* m_input;
    QTreeWidget* m_list;
};

} // namespace rb::ui
