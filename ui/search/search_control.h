#pragma once

#include "ui/workspace/workspace.h"

#include <QObject>

class QWidget;

namespace rb::ui {

class MainActions;
class MeaningSearch;
class SearchPanel;
class UserDialogs;

/// Opens the search, for words, for what a panel asks, and for what looks like the current region.
class SearchControl : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const MainActions& actions;
        SearchPanel& panel;
        MeaningSearch& meaning;
        Workspace& workspace;
        UserDialogs& dialogs;
        QWidget& window;
    };
    /// All of `parts` outlive this.
    SearchControl(const Parts& parts, QObject* parent);

    /// Brings the search to the front; with a query, that is searched for.
    void show(const QString& query);

private:
    void findAlike();
    void followPlace();

    Parts m_parts;
};

} // namespace rb::ui
