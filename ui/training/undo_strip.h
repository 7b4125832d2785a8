#pragma once

#include <QWidget>

#include <functional>

class QLabel;

namespace rb::ui {

/// "The run birds was deleted. [Undo]": shown until the next thing is deleted, or it was taken back.
class UndoStrip : public QWidget {
    Q_OBJECT

public:
    explicit UndoStrip(QWidget* parent = nullptr);
    void offer(const QString& sentence, std::function<void()> undo);

private:
    QLabel* m_text;
    std::function<void()> m_undo;
};

} // namespace rb::ui
