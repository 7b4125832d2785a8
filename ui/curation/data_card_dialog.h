#pragma once

#include "core/query/data_card.h"

#include "ui/workspace/workspace.h"

#include <QDialog>

#include <optional>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace rb::ui {

class MarkdownPreview;
class UserDialogs;

/// Shows the project's data card as it will read, asks for what the numbers do not say, and writes it as Markdown.
class DataCardDialog : public QDialog {
    Q_OBJECT

public:
    /// Counts the project once. All outlive this.
    DataCardDialog(Workspace& workspace, UserDialogs& dialogs, QWidget* parent = nullptr);

    QString markdown() const;

private:
    void count();
    void layOut();
    QDialogButtonBox* makeButtons();
    void showCard();
    void save();
    void copy();
    void tell(const QString& outcome);

    Workspace& m_workspace;
    UserDialogs& m_dialogs;
    /// Of the whole project; nothing while it is being counted.
    struct Counted {
        query::Statistics statistics;
        query::LeakReport leaks;
    };
    static Result<Counted> countIn(const project::Database& database);
    std::optional<Counted> m_counted;
    QLineEdit* m_title;
    QLineEdit* m_licence;
    QPlainTextEdit* m_notes;
    MarkdownPreview* m_preview;
    QLabel* m_outcome;
    QList<QPushButton*> m_uses; ///< of what was counted
};

} // namespace rb::ui
