#pragma once

#include "ui/keys/shortcut_model.h"

#include <QDialog>
#include <QSortFilterProxyModel>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeView;

namespace rb::ui {

class KeyRow;
class ShortcutStore;

/// All actions and their keys, to be changed one by one or to those of another program. Nothing holds
/// until OK, which gives the keys to the store.
class ShortcutEditor : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutEditor(ShortcutStore& store, QWidget* parent = nullptr);

    void accept() override;

private:
    void layOut();
    QLayout* makeTop();
    QLayout* makeNote();
    QLayout* makeButtons();
    void connectAll();
    void filter(const QString& text);
    QString current() const;
    void setKeys(const KeyMap& keys, const QString& note = {});
    void showCurrent();
    void showPreset();
    void add(const QKeySequence& keys);
    void takeOverPressed();
    void remove(const QKeySequence& keys);
    void resetCurrent();
    void say(const QString& note);

    ShortcutStore& m_store;
    ShortcutModel m_model;
    QSortFilterProxyModel m_filtered;
    QLineEdit* m_search;
    QComboBox* m_preset;
    QTreeView* m_list;
    KeyRow* m_row;
    QLabel* m_note;
    QPushButton* m_takeOver;
    QPushButton* m_resetAll;
    QKeySequence m_pressed; ///< that another action has
};

} // namespace rb::ui
