#pragma once

#include <QString>
#include <QStringList>

class QDialog;
class QWidget;

namespace rb::ui {

/// The questions the window asks. Tests answer them with a class of their own.
class UserDialogs {
public:
    virtual ~UserDialogs() = default;
    virtual QStringList choosePictures(QWidget* parent) = 0;
    virtual QString chooseFolder(QWidget* parent, const QString& title) = 0;
    virtual QString chooseProject(QWidget* parent) = 0;
    /// A file of regions and captions of another program.
    virtual QString chooseAnnotations(QWidget* parent) = 0;
    virtual QString chooseFile(QWidget* parent, const QString& title, const QString& filter) = 0;
    virtual QString chooseNewFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter) = 0;
    /// Shows a dialog of ours until it is closed; true when it was accepted.
    virtual bool run(QDialog& dialog) = 0;
};

/// The real ones, of the desktop.
class DesktopDialogs final : public UserDialogs {
public:
    QStringList choosePictures(QWidget* parent) override;
    QString chooseFolder(QWidget* parent, const QString& title) override;
    QString chooseProject(QWidget* parent) override;
    QString chooseAnnotations(QWidget* parent) override;
    QString chooseFile(QWidget* parent, const QString& title, const QString& filter) override;
    QString chooseNewFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter) override;
    bool run(QDialog& dialog) override;
};

} // namespace rb::ui
