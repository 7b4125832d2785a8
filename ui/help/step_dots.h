#pragma once

#include <QWidget>

#include <vector>

namespace rb::ui {

/// How far one is: a dot a step, full when done, a ring where one is.
class StepDots : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    void show(const std::vector<bool>& done, int current);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<bool> m_done;
    int m_current = 0;
};

} // namespace rb::ui
