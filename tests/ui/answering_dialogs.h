#pragma once

#include "ui/dialogs/user_dialogs.h"

#include <QDialog>

#include <functional>

namespace rb::ui {

/// Answers the window's questions with what the test has laid ready.
class AnsweringDialogs final : public UserDialogs {
public:
    QStringList choosePictures(QWidget*) override { return pictures; }
    QString chooseFolder(QWidget*, const QString&) override { return folder; }
    QString chooseProject(QWidget*) override { return project; }
    QString chooseAnnotations(QWidget*) override { return annotations; }
    QString chooseFile(QWidget*, const QString&, const QString&) override { return file; }
    QString chooseNewFile(QWidget*, const QString&, const QString& suggestion, const QString&) override {
        suggested = suggestion;
        return newFile;
    }
    bool run(QDialog& dialog) override { return answer && answer(dialog); }

    QStringList pictures;
    QString folder, project, annotations, file, newFile;
    QString suggested;
    std::function<bool(QDialog&)> answer; ///< without one every dialog is cancelled
};

} // namespace rb::ui
