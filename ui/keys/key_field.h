#pragma once

#include <QKeySequenceEdit>

class QLineEdit;

namespace rb::ui {

/// Where keys are pressed to set them. Says so with the first combination and is empty again. Tab moves
/// on and Esc is left to the dialog, so that the keyboard always leads out.
class KeyField : public QKeySequenceEdit {
    Q_OBJECT

public:
    explicit KeyField(QWidget* parent = nullptr);

Q_SIGNALS:
    void pressed(const QKeySequence& keys);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QLineEdit* m_text;
};

} // namespace rb::ui
