#include "ui/start_page/start_page.h"

#include "ui/theme/theme.h"

#include <QAction>
#include <QDropEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rb::ui {

static constexpr int kFrameMargin = 24;

static QLabel* centred(const QString& text, QPalette::ColorRole role) {
    auto* label = new QLabel(text);
    label->setAlignment(Qt::AlignCenter);
    label->setWordWrap(true);
    label->setForegroundRole(role);
    return label;
}

StartPage::StartPage(const QList<QAction*>& actions, QWidget* parent) : QWidget(parent) {
    setAcceptDrops(true);
    setAccessibleName(tr("Empty project"));
    QLabel* title = centred(tr("Drop pictures or a folder here"), QPalette::WindowText);
    QFont font = title->font();
    font.setPointSizeF(13);
    font.setBold(true);
    title->setFont(font);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    for (QAction* action : actions) {
        auto* button = new QPushButton(action->text().remove(QLatin1Char('&')));
        button->setProperty("primary", action == actions.first());
        button->setMinimumHeight(28);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(1);
    layout->addWidget(title);
    layout->addWidget(centred(tr("Then press R and draw a box: its caption is written while you look.\n"
                                 "The pictures stay where they are and are never changed."),
                              QPalette::PlaceholderText));
    layout->addSpacing(8);
    layout->addLayout(buttons);
    layout->addStretch(1);
}

void StartPage::paintEvent(QPaintEvent*) {
    const Theme theme = Theme::matching(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), theme.canvas);
    painter.setPen(QPen(m_filesOver ? theme.accent : theme.line, m_filesOver ? 2 : 1, Qt::DashLine));
    painter.drawRoundedRect(QRectF(rect()).adjusted(kFrameMargin, kFrameMargin, -kFrameMargin, -kFrameMargin), 8, 8);
}

void StartPage::setFilesOver(bool over) {
    m_filesOver = over;
    update();
}

void StartPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!event->mimeData()->hasUrls()) return;
    event->acceptProposedAction();
    setFilesOver(true);
}

void StartPage::dragLeaveEvent(QDragLeaveEvent*) { setFilesOver(false); }

void StartPage::dropEvent(QDropEvent* event) {
    setFilesOver(false);
    event->acceptProposedAction();
    Q_EMIT filesDropped(event->mimeData()->urls());
}

} // namespace rb::ui
