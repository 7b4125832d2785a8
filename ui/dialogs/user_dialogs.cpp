#include "ui/dialogs/user_dialogs.h"

#include <QCoreApplication>
#include <QDialog>
#include <QFileDialog>

namespace rb::ui {

static QString tr(const char* text) { return QCoreApplication::translate("UserDialogs", text); }

QStringList DesktopDialogs::choosePictures(QWidget* parent) {
    return QFileDialog::getOpenFileNames(parent, tr("Open pictures"), {},
                                         tr("Pictures and clouds (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif *.ply *.pcd *.las *.laz *.npy *.npz *.xyz);;Pictures (*.png *.jpg *.jpeg *.webp *.bmp *.tif *.tiff *.gif);;All files (*)"));
}

QString DesktopDialogs::chooseFolder(QWidget* parent, const QString& title) { return QFileDialog::getExistingDirectory(parent, title); }

QString DesktopDialogs::chooseProject(QWidget* parent) {
    return QFileDialog::getOpenFileName(parent, tr("Open project"), {}, tr("Projects (*.rbproject)"));
}

QString DesktopDialogs::chooseAnnotations(QWidget* parent) {
    return QFileDialog::getOpenFileName(parent, tr("Import regions and captions"), {},
                                        tr("Annotations (*.json *.jsonl *.xml *.csv *.tar *.p *.yaml *.txt);;All files (*)"));
}

QString DesktopDialogs::chooseFile(QWidget* parent, const QString& title, const QString& filter) {
    return QFileDialog::getOpenFileName(parent, title, QString(), filter);
}

QString DesktopDialogs::chooseNewFile(QWidget* parent, const QString& title, const QString& suggestion, const QString& filter) {
    return QFileDialog::getSaveFileName(parent, title, suggestion, filter);
}

bool DesktopDialogs::run(QDialog& dialog) { return dialog.exec() == QDialog::Accepted; }

} // namespace rb::ui
