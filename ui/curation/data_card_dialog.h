#pragma once

#include "core/query/data_card.h"

#include <QDialog>

class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace rb::ui {

class MarkdownPreview;
class UserDialogs;

/// Shows the project's data card as it will read, asks for what the numbers do not say, and writes it as Markdown.
class DataCardDialog : public QDialog {
    Q_OBJECT

public:
    /// Counts the project once, now. All outlive this.
    DataCardDialog(const project::Project& project, UserDialogs& dialogs, QWidget* parent = nullptr);

    QString markdown() const;

private:
    bool isCounted() const;
    void layOut();
    QDialogButtonBox* makeButtons();
    void showCard();
    void save();
    void copy();
    void tell(const QString& outcome);

    const project::Project& m_project;
    UserDialogs& m_dialogs;
    Result<query::Statistics> m_statistics;
    Result<query::LeakReport> m_leaks;
    QLineEdit* m_title;
    QLineEdit* m_licence;
    QPlainTextEdit* m_notes;
    MarkdownPreview* m_preview;
    QLabel* m_outcome;
};

} // namespace rb::ui
