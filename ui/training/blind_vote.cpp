#include "ui/training/blind_vote.h"

#include "ui/counted_text.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>

namespace rb::ui {

using Side = runs::Ballot::Side;

static constexpr QSize kPicture{360, 260};

/// A caption to choose: a button whose text may be long.
static QPushButton* captionButton(const QString& name) {
    auto* button = new QPushButton;
    button->setAccessibleName(name);
    button->setFocusPolicy(Qt::NoFocus);
    button->setMinimumHeight(96);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::MinimumExpanding);
    auto* text = new QLabel(button);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignCenter);
    text->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* layout = new QVBoxLayout(button);
    layout->addWidget(text);
    return button;
}

static void setCaption(QPushButton* button, const QString& caption) {
    button->findChild<QLabel*>()->setText(caption);
    button->setAccessibleDescription(caption);
}

BlindVote::BlindVote(runs::Ballot ballot, const std::array<QString, 2>& names, Picture picture, QWidget* parent)
    : QWidget(parent), m_ballot(std::move(ballot)), m_names(names), m_picture(std::move(picture)), m_pages(new QStackedWidget), m_progress(new QLabel),
      m_region(new QLabel), m_left(captionButton(tr("Left caption"))), m_right(captionButton(tr("Right caption"))),
      m_neither(new QPushButton(tr("Neither (0)"))), m_back(new QPushButton(tr("Undo (Backspace)"))), m_result(new QLabel) {
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Blind vote"));
    m_pages->addWidget(makeQuestion());
    m_pages->addWidget(makeResult());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->addWidget(m_pages);
    connect(m_left, &QPushButton::clicked, this, [this] { vote(Side::Left); });
    connect(m_right, &QPushButton::clicked, this, [this] { vote(Side::Right); });
    connect(m_neither, &QPushButton::clicked, this, [this] { vote(Side::Neither); });
    connect(m_back, &QPushButton::clicked, this, &BlindVote::undo);
    showNext();
}

QWidget* BlindVote::makeQuestion() {
    auto* page = new QWidget;
    auto* question = new QLabel(tr("Which caption describes the region better?"));
    auto* enough = new QPushButton(tr("Enough"));
    for (QPushButton* button : {m_neither, m_back, enough}) button->setFocusPolicy(Qt::NoFocus);
    m_region->setAlignment(Qt::AlignCenter);
    m_region->setMinimumHeight(m_picture ? kPicture.height() : 0);
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(question, 0, 0);
    grid->addWidget(m_progress, 0, 1, Qt::AlignRight);
    grid->addWidget(m_region, 1, 0, 1, 2);
    grid->addWidget(new QLabel(tr("1  ←")), 2, 0);
    grid->addWidget(new QLabel(tr("→  2")), 2, 1, Qt::AlignRight);
    grid->addWidget(m_left, 3, 0);
    grid->addWidget(m_right, 3, 1);
    auto* line = new QHBoxLayout;
    line->addWidget(m_back);
    line->addStretch();
    line->addWidget(m_neither);
    line->addStretch();
    line->addWidget(enough);
    grid->addLayout(line, 4, 0, 1, 2);
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    grid->setRowStretch(1, 1);
    connect(enough, &QPushButton::clicked, this, &BlindVote::finish);
    return page;
}

QWidget* BlindVote::makeResult() {
    auto* page = new QWidget;
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_result->setAlignment(Qt::AlignCenter);
    auto* close = new QPushButton(tr("Close"));
    close->setDefault(true);
    connect(close, &QPushButton::clicked, this, &BlindVote::closeRequested);
    auto* layout = new QVBoxLayout(page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_result, 1);
    layout->addWidget(new QLabel(tr("The votes are kept with the run.")), 0, Qt::AlignCenter);
    layout->addWidget(close, 0, Qt::AlignRight);
    return page;
}

void BlindVote::vote(Side side) {
    if (m_ballot.finished() || m_pages->currentIndex() != 0) return;
    m_ballot.vote(side);
    if (m_ballot.finished()) finish();
    else showNext();
}

void BlindVote::undo() {
    if (m_pages->currentIndex() == 0 && m_ballot.undo()) showNext();
}

void BlindVote::showNext() {
    if (m_ballot.finished()) return finish();
    const int number = m_ballot.done();
    const runs::CaptionPair& pair = m_ballot.pair(number);
    const std::size_t left = m_ballot.aIsLeft(number) ? 0 : 1;
    setCaption(m_left, pair.texts[left]);
    setCaption(m_right, pair.texts[1 - left]);
    m_progress->setText(tr("%1 of %2").arg(number + 1).arg(m_ballot.size()));
    showPicture();
    m_back->setEnabled(number > 0);
}

void BlindVote::showPicture() {
    if (m_picture && !m_ballot.finished()) m_region->setPixmap(m_picture(m_ballot.pair(m_ballot.done()).id, kPicture));
}

void BlindVote::finish() {
    if (m_pages->currentIndex() == 1) return;
    m_result->setText(resultText());
    m_pages->setCurrentIndex(1);
    Q_EMIT finished();
}

QString BlindVote::resultText() const {
    const runs::Ballot::Count count = m_ballot.count();
    QStringList lines{tr("“%1” was better %2, “%3” %4; %5.").arg(m_names[0], counted(count.a, tr("%1 time"), tr("%1 times")), m_names[1],
                                                            counted(count.b, tr("%1 time"), tr("%1 times")), counted(count.ties, tr("%1 tie"), tr("%1 ties")))};
    if (m_ballot.same() > 0) lines << counted(m_ballot.same(), tr("%1 of the ties is of the same words, which was not asked."), tr("%1 of the ties are the same words, which were not asked."));
    if (count.a + count.b > 0)
        lines << (count.chance < 0.05 ? tr("So uneven a result comes by chance only %1 of 100 times when neither is better.").arg(100 * count.chance, 0, 'g', 2)
                                      : tr("That may be chance: so uneven a result comes %1 of 100 times when neither is better.").arg(100 * count.chance, 0, 'f', 0));
    return lines.join(QLatin1Char('\n'));
}

void BlindVote::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_1: case Qt::Key_Left: return vote(Side::Left);
    case Qt::Key_2: case Qt::Key_Right: return vote(Side::Right);
    case Qt::Key_0: case Qt::Key_Down: return vote(Side::Neither);
    case Qt::Key_Backspace: return undo();
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace rb::ui
