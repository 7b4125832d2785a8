#include "ui/help/first_steps.h"

#include "ui/help/beside.h"
#include "ui/help/help_settings.h"
#include "ui/help/step_dots.h"
#include "ui/theme/theme.h"

#include <QAccessible>
#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace rb::ui {

static constexpr int kWidth = 340;

FirstSteps::FirstSteps(const MainActions& actions, QSettings& settings, QWidget& window, QWidget& anchor)
    : QFrame(&window), m_actions(actions), m_settings(settings), m_anchor(anchor), m_title(new QLabel), m_count(new QLabel),
      m_text(new QLabel), m_dots(new StepDots), m_never(new QCheckBox(tr("Do not show again"))),
      m_skip(new QPushButton(tr("Skip"))), m_close(new QPushButton(tr("Close"))) {
    hide();
    layOut();
    connect(m_never, &QCheckBox::toggled, this, [this](bool never) { settings::firstSteps.write(m_settings, !never); });
    connect(m_skip, &QPushButton::clicked, this, [this] { finish(step()); });
    connect(m_close, &QPushButton::clicked, this, &QWidget::hide);
    window.installEventFilter(this);
    anchor.installEventFilter(this);
}

bool FirstSteps::wanted(const QSettings& settings) { return settings::firstSteps.read(settings); }

void FirstSteps::start() {
    m_done.assign(kTourSteps, false);
    m_never->setChecked(!wanted(m_settings));
    showStep();
    raise();
    show();
}

TourStep FirstSteps::step() const {
    return static_cast<TourStep>(std::find(m_done.begin(), m_done.end(), false) - m_done.begin());
}

void FirstSteps::layOut() {
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    m_count->setForegroundRole(QPalette::PlaceholderText);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    auto* top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(m_count);
    auto* middle = new QHBoxLayout;
    middle->addWidget(m_dots);
    middle->addStretch(1);
    middle->addWidget(m_skip);
    middle->addWidget(m_close);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(m_text);
    layout->addLayout(middle);
    layout->addWidget(m_never);
    setFixedWidth(kWidth);
}

void FirstSteps::finish(TourStep finished) {
    const auto index = static_cast<std::size_t>(finished);
    if (isHidden() || index >= m_done.size() || m_done[index]) return;
    m_done[index] = true;
    if (step() == TourStep::Finished) settings::firstSteps.write(m_settings, false);
    showStep();
    QAccessibleEvent told(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
}

void FirstSteps::showStep() {
    const bool finished = step() == TourStep::Finished;
    const int number = static_cast<int>(step());
    const TourText text = textOf(step(), m_actions);
    m_title->setText(text.title);
    m_text->setText(text.text);
    m_count->setText(finished ? QString() : tr("%1 of %2").arg(number + 1).arg(kTourSteps));
    m_dots->show(m_done, number);
    m_skip->setVisible(!finished);
    m_never->setVisible(!finished);
    setAccessibleName(tr("First steps: %1").arg(text.title));
    place();
}

void FirstSteps::place() {
    // A panel that was closed, or floats, is no place in this window.
    const QRect window = parentWidget()->rect();
    const bool there = m_anchor.isVisible() && m_anchor.window() == parentWidget()->window();
    const QRect anchor = there ? QRect(m_anchor.mapTo(parentWidget(), QPoint()), m_anchor.size()) : window;
    resize(width(), layout()->totalHeightForWidth(width()));
    move(placeBeside(anchor, window, size()));
}

bool FirstSteps::eventFilter(QObject* watched, QEvent* event) {
    const bool moves = event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show ||
                       event->type() == QEvent::Hide;
    if (moves && isVisible()) place();
    return QFrame::eventFilter(watched, event);
}

void FirstSteps::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::matching(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.accent, 1));
    painter.setBrush(theme.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace rb::ui
