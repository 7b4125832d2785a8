#include "ui/region_panel/caption_editor.h"

#include "core/project/caption_edits.h"
#include "ui/region_panel/caption_words.h"
#include "ui/region_panel/partner_caption.h"
#include "ui/region_panel/token_colors.h"
#include "ui/theme/theme.h"
#include "ui/workspace/token_spans.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rb::ui {

// Shorter than a glance at the status bar, longer than the gap between two keys.
static constexpr int kTypingPauseMs = 400;

static constexpr double kCaptionPointSize = 11;

CaptionEditor::CaptionEditor(Workspace& workspace, CaptionFlow& flow, const MainActions& actions, QWidget* parent)
    : QWidget(parent), m_workspace(workspace), m_flow(flow), m_title(new QLabel), m_text(new QPlainTextEdit),
      m_alternativesTitle(new QLabel(tr("Other captions: press the number"))), m_alternatives(new QListWidget),
      m_origin(new QLabel) {
    QFont bold = m_title->font();
    bold.setBold(true);
    m_title->setFont(bold);
    QFont large = m_text->font();
    large.setPointSizeF(kCaptionPointSize);
    m_text->setFont(large);
    m_text->setPlaceholderText(tr("Write a caption, or press I to let the model write one"));
    m_text->setAccessibleName(tr("Caption"));
    m_text->setTabChangesFocus(true);
    m_text->setUndoRedoEnabled(false);
    m_text->setMinimumHeight(56);
    m_text->installEventFilter(this);
    m_alternatives->setAccessibleName(tr("Other captions"));
    m_alternatives->setFrameShape(QFrame::NoFrame);
    m_alternatives->setWordWrap(true);
    m_alternatives->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_alternativesTitle->setForegroundRole(QPalette::PlaceholderText);
    m_origin->setForegroundRole(QPalette::PlaceholderText);
    m_origin->setWordWrap(true);
    m_typing.setSingleShot(true);
    m_typing.setInterval(kTypingPauseMs);
    layOut(actions);
    connectParts();
}

void CaptionEditor::layOut(const MainActions& actions) {
    auto* accept = new QPushButton(tr("Accept and go on"));
    accept->setProperty("primary", true);
    accept->setToolTip(actions.acceptAndNext->toolTip());
    accept->setFocusPolicy(Qt::TabFocus);
    connect(accept, &QPushButton::clicked, actions.acceptAndNext, &QAction::trigger);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(accept);
    for (QAction* action : {actions.reject, actions.captionRegion, actions.captionDetails}) {
        auto* button = new QToolButton;
        button->setDefaultAction(action);
        button->setAutoRaise(true);
        button->setMinimumSize(28, 28);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_text, 2);
    layout->addWidget(new PartnerCaption(m_workspace));
    layout->addLayout(buttons);
    layout->addWidget(m_alternativesTitle);
    layout->addWidget(m_alternatives, 3);
    layout->addWidget(m_origin);
}

void CaptionEditor::connectParts() {
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_text->setExtraSelections({}); // they are of the words before
        m_typing.start();
        Q_EMIT committedChanged();
    });
    connect(&m_typing, &QTimer::timeout, this, &CaptionEditor::commit);
    connect(m_alternatives, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { choose(m_alternatives->row(item) + 1); });
    connect(&m_workspace, &Workspace::currentRegionChanged, this, &CaptionEditor::reload);
    connect(&m_workspace, &Workspace::currentMediaChanged, this, &CaptionEditor::reload);
    connect(&m_workspace, &Workspace::projectClosing, this, &CaptionEditor::commit);
    connect(&m_workspace, &Workspace::projectChanged, this, &CaptionEditor::reload);
    connect(&m_workspace, &Workspace::changed, this, [this](const project::ChangeSummary& summary) {
        if (summary.touchedMedia.contains(m_media) && !hasUncommittedText()) reload();
    });
    connect(&m_flow, &CaptionFlow::grew, this, &CaptionEditor::showGrowing);
    connect(&m_flow, &CaptionFlow::runningChanged, this, [this] {
        // An answer that was dropped or stopped leaves words on the screen that are nowhere stored.
        if (m_growing && !m_flow.isRunning(m_media, m_region) && !hasUncommittedText()) reload();
    });
}

bool CaptionEditor::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) commit();
    if (event->type() == QEvent::ShortcutOverride) {
        // The text field would take these for itself; undo and redo are the project's.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) return true;
        // To a text field Ctrl+E is the end of the line on some desktops; here it exports.
        if (key->key() == Qt::Key_E && key->modifiers() == Qt::ControlModifier) return true;
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        m_typing.stop();
        reload();
        Q_EMIT committedChanged();
        Q_EMIT editingLeft();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CaptionEditor::startEditing() {
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void CaptionEditor::commit() {
    m_typing.stop();
    const QString text = m_text->toPlainText();
    if (m_media && text != m_shown && m_workspace.project()) {
        m_shown = text;
        m_workspace.report(project::setCaptionText(*m_workspace.project(), m_media, m_region, text));
    }
    Q_EMIT committedChanged();
}

void CaptionEditor::reload() {
    if (hasUncommittedText()) commit();
    m_media = m_workspace.currentMedia();
    m_region = m_workspace.currentRegion();
    setEnabled(m_media != 0);
    m_title->setText(titleNow());
    m_text->setReadOnly(!m_workspace.project() || m_workspace.project()->access() == project::Project::Access::ReadOnly);
    if (m_workspace.project()) showCaptions(project::captionsOf(*m_workspace.project(), m_media, m_region));
}

QString CaptionEditor::titleNow() const {
    if (!m_media) return tr("No picture");
    if (!m_region) {
        const auto media = m_workspace.project()->media(m_media);
        return media && media->kind == project::MediaKind::Cloud ? tr("The whole cloud") : tr("The whole picture");
    }
    const auto regions = m_workspace.project()->regionsOf(m_media);
    const auto here = std::find_if(regions.begin(), regions.end(), [this](const auto& region) { return region.id == m_region; });
    return tr("Region %1").arg(here - regions.begin() + 1);
}

void CaptionEditor::showCaptions(const std::vector<project::Caption>& captions) {
    m_alternatives->clear();
    m_origin->clear();
    m_shown.clear();
    m_growing = false;
    std::vector<TokenSpan> tokens;
    for (const project::Caption& caption : captions) {
        if (caption.rank == 0) {
            m_shown = caption.text;
            m_origin->setText(originOf(caption));
            if (caption.source == project::CaptionSource::Model) tokens = tokenSpans(caption);
            continue;
        }
        const int number = m_alternatives->count() + 1;
        auto* item = new QListWidgetItem(QStringLiteral("%1   %2").arg(number).arg(caption.text), m_alternatives);
        item->setData(Qt::UserRole, caption.rank);
        item->setToolTip(tr("Press %1 to use this caption").arg(number));
    }
    for (QWidget* widget : std::initializer_list<QWidget*>{m_alternativesTitle, m_alternatives})
        widget->setVisible(m_alternatives->count() > 0);
    if (m_text->toPlainText() != m_shown) {
        const QSignalBlocker blocker(m_text);
        m_text->setPlainText(m_shown);
    }
    m_text->setExtraSelections(tokenColors(*m_text, tokens, Theme::matching(palette())));
}

void CaptionEditor::showGrowing(project::Id media, project::Id region, const QString& text) {
    if (media != m_media || region != m_region || hasUncommittedText()) return;
    const auto shown = project::shownCaption(*m_workspace.project(), media, region);
    if (shown && project::isHumanWork(*shown)) return;
    const QSignalBlocker blocker(m_text);
    m_text->setPlainText(text);
    m_shown = text; // the words are the model's until its answer is stored
    m_growing = true;
}

QString CaptionEditor::originOf(const project::Caption& caption) const {
    QStringList parts;
    if (caption.source == project::CaptionSource::Model) parts << caption.model;
    else parts << (caption.editedFrom.isEmpty() ? tr("written by you") : tr("edited from %1").arg(caption.model));
    if (caption.options.contains(QStringLiteral("num_beams")))
        parts << tr("beams: %1").arg(caption.options.value(QStringLiteral("num_beams")).toInt());
    parts << stateWord(caption.state);
    return parts.join(QStringLiteral(" · "));
}

void CaptionEditor::choose(int number) {
    commit();
    const QListWidgetItem* item = m_alternatives->item(number - 1);
    if (!item) return;
    m_workspace.report(project::chooseAlternative(*m_workspace.project(), m_media, m_region, item->data(Qt::UserRole).toInt()));
}

void CaptionEditor::setState(project::CaptionState state) {
    commit();
    if (m_media) m_workspace.report(project::setCaptionState(*m_workspace.project(), m_media, m_region, state));
}

} // namespace rb::ui
