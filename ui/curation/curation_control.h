#pragma once

#include "ui/workspace/workspace.h"

#include <QObject>

class QWidget;

namespace rb::ui {

class CaptionEditor;
class LintPanel;
class MainActions;
class StatisticsPanel;
class UserDialogs;

/// Statistics, caption check, find and replace, splits and the data card: opens them and passes on what is chosen there.
class CurationControl : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const MainActions& actions;
        StatisticsPanel& statistics;
        LintPanel& lint;
        CaptionEditor& editor;
        Workspace& workspace;
        UserDialogs& dialogs;
        QWidget& window;
    };
    /// All of `parts` outlive this.
    CurationControl(const Parts& parts, QObject* parent);

Q_SIGNALS:
    void queryRequested(const QString& query);

private:
    void replace();

    Parts m_parts;
};

} // namespace rb::ui
