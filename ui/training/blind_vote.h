#pragma once

#include "core/runs/run_data.h"
#include "core/runs/votes.h"

#include <QPixmap>
#include <QWidget>

#include <functional>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace rb::ui {

/// Two captions of a region side by side, nobody says whose: 1 or Left the left one is better, 2 or Right the right one, 0 or
/// Down neither, Backspace takes the last vote back. At the end, or when the rest is left, it tells whose were better.
class BlindVote : public QWidget {
    Q_OBJECT

public:
    using Picture = std::function<QPixmap(const QString& id, QSize size)>;
    /// `names`: of A and B, told at the end.
    BlindVote(runs::Ballot ballot, const std::array<QString, 2>& names, Picture picture, QWidget* parent = nullptr);

    const runs::Ballot& ballot() const { return m_ballot; }
    /// Shows the result of the votes so far.
    void finish();
    /// Asks for the picture again.
    void showPicture();

Q_SIGNALS:
    /// There are no more pairs, or finish() was asked for; keep the votes.
    void finished();
    /// The result was read.
    void closeRequested();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeQuestion();
    QWidget* makeResult();
    void vote(runs::Ballot::Side side);
    void undo();
    void showNext();
    QString resultText() const;

    runs::Ballot m_ballot;
    std::array<QString, 2> m_names;
    Picture m_picture;
    QStackedWidget* m_pages;
    QLabel* m_progress;
    QLabel* m_region;
    QPushButton* m_left;
    QPushButton* m_right;
    QPushButton* m_neither;
    QPushButton* m_back;
    QLabel* m_result;
};

} // namespace rb::ui
