#pragma once

#include "core/runs/adapter_shelf.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTreeView;

namespace rb::ui {

class AdapterModel;
class UndoStrip;
class UserDialogs;

/// The adapters: switch on and off, look at the card, rename, bring in, take out, delete with undo.
class AdapterList : public QWidget {
    Q_OBJECT

public:
    /// Both outlive this.
    AdapterList(runs::AdapterShelf& shelf, UserDialogs& dialogs, QWidget* parent = nullptr);

    AdapterModel* model() const { return m_model; }
    QString current() const; ///< id; empty: none

Q_SIGNALS:
    /// Ask for a file, and give it to AdapterShelf::import() with the open model's fingerprint.
    void importRequested();
    void queryRequested(const QString& query);
    void failed(const rb::Error& error);

private:
    void suitButtons();
    void exportCurrent();
    /// Drafts of machines that what is switched on did not write.
    QString staleQuery() const;
    void remove();

    runs::AdapterShelf& m_shelf;
    UserDialogs& m_dialogs;
    AdapterModel* m_model;
    QTreeView* m_view;
    QLabel* m_card;
    QPushButton* m_export;
    QPushButton* m_delete;
    QPushButton* m_stale;
    UndoStrip* m_undo;
};

} // namespace rb::ui
