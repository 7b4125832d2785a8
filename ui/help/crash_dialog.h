#pragma once

#include <QDialog>

namespace rb::ui {

/// Shows the note of an earlier crash, to be copied into a report or closed.
class CrashDialog : public QDialog {
    Q_OBJECT

public:
    explicit CrashDialog(const QString& note, QWidget* parent = nullptr);
};

} // namespace rb::ui
