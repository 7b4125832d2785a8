#pragma once

#include <QDialog>
#include <QString>

class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace rb::ui {

/// The copies of a project: makes new ones under a name, and chooses one to go back to. Accepted when one was chosen.
class CopiesDialog : public QDialog {
    Q_OBJECT

public:
    /// A project that somebody else has open cannot go back.
    CopiesDialog(const QString& projectFile, bool mayGoBack, QWidget* parent = nullptr);

    void showCopies();
    QString chosen() const; ///< path of the selected copy

    QSize sizeHint() const override { return {640, 420}; }

Q_SIGNALS:
    void keepRequested(const QString& name);

private:
    void keep();
    void showChoice();
    void moveToTrash();

    QString m_project;
    bool m_mayGoBack;
    QLineEdit* m_name;
    QTreeWidget* m_copies;
    QLabel* m_hint;
    QPushButton *m_goBack, *m_trash;
};

} // namespace rb::ui
