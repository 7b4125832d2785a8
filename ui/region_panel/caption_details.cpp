#include "ui/region_panel/caption_details.h"

#include "core/project/caption_edits.h"
#include "ui/error_text.h"
#include "ui/history/edit_time.h"
#include "ui/region_panel/caption_words.h"
#include "ui/image_view/token_shade.h"
#include "ui/workspace/token_spans.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>

namespace rb::ui {

CaptionDetails::CaptionDetails(Workspace& workspace, project::Id media, project::Id region, QWidget* parent)
    : QDialog(parent), m_lines(new QFormLayout), m_text(new QLabel), m_history(new QTreeWidget), m_says(new QLabel(tr("Reading the history…"))) {
    setWindowTitle(tr("About this caption"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::RichText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_history->setHeaderLabels({tr("When"), tr("Edit"), tr("By"), tr("What was shown then")});
    m_history->setRootIsDecorated(false);
    m_history->setAccessibleName(tr("What was shown here before"));
    m_history->header()->setStretchLastSection(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(&workspace, &Workspace::projectClosing, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addLayout(m_lines);
    layout->addWidget(m_says);
    layout->addWidget(m_history, 1);
    layout->addWidget(buttons);
    resize(720, 560);
    if (const auto shown = project::shownCaption(*workspace.project(), media, region)) showCaption(*shown);
    else m_text->setText(tr("There is no caption here."));
    const auto read = [media, region](const project::Database& database) { return project::captionHistory(database, media, region); };
    workspace.reader().ask(this, read, [this](const Result<std::vector<project::CaptionVersion>>& history) {
        if (history.ok()) showHistory(*history);
        else m_says->setText(errorText(history.error()));
    });
}

void CaptionDetails::addLine(const QString& name, const QString& value) {
    if (value.isEmpty()) return;
    auto* label = new QLabel(value);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    label->setAccessibleName(name);
    m_lines->addRow(name, label);
}

void CaptionDetails::showCaption(const project::Caption& caption) {
    showTokens(caption);
    if (!caption.tokenScores.empty()) addLine(tr("Small numbers"), tr("how sure the model was of each piece of a word, in percent"));
    addLine(tr("State"), stateWord(caption.state));
    addLine(tr("Written by"), writerOf(caption.source, caption.model, caption.adapter));
    addLine(tr("Author"), caption.author);
    addLine(tr("Prompt"), caption.prompt);
    addLine(tr("Options"), optionWords(caption.options));
    if (caption.score) addLine(tr("Score"), tr("%1 (mean log-probability of a token)").arg(*caption.score, 0, 'f', 3));
    if (!caption.editedFrom.isEmpty())
        addLine(tr("Edited from"), tr("“%1” by %2").arg(caption.editedFrom, writerOf(project::CaptionSource::Model, caption.model, caption.adapter)));
    addLine(tr("First written"), longEditTime(caption.createdAt));
    addLine(tr("Last changed"), longEditTime(caption.changedAt));
}

/// Each token in its shade, with its probability as a tool tip.
void CaptionDetails::showTokens(const project::Caption& caption) {
    const auto spans = tokenSpans(caption);
    if (spans.empty()) return m_text->setText(QStringLiteral("<big>%1</big>").arg(caption.text.toHtmlEscaped()));
    const Theme theme = Theme::matching(palette());
    QString html;
    for (const TokenSpan& span : spans) {
        const QString piece = caption.text.mid(span.begin, span.length).toHtmlEscaped();
        const auto shade = tokenShade(span.confidence, theme);
        html += shade ? QStringLiteral("<u style='color:%1'>%2</u>").arg(shade->line.name(), piece) : piece;
        html += QStringLiteral("<sub><small>%1</small></sub>").arg(std::lround(span.confidence * 100));
    }
    m_text->setText(QStringLiteral("<big>%1</big>").arg(html));
    m_text->setToolTip(tr("Below each token: how sure the model was of it, in per cent"));
}

void CaptionDetails::showHistory(const std::vector<project::CaptionVersion>& history) {
    m_says->setText(history.empty() ? tr("Nothing was ever shown here.") : tr("What was shown here, latest first:"));
    for (auto version = history.rbegin(); version != history.rend(); ++version) {
        const QString text = version->text.isEmpty() ? tr("(nothing)") : version->text;
        const QString state = version->text.isEmpty() ? QString() : QStringLiteral(" · ") + stateWord(version->state);
        auto* item = new QTreeWidgetItem(m_history, {editTime(version->time, QDateTime::currentDateTime()), version->edit,
                                                     version->text.isEmpty() ? QString() : writerOf(version->source, version->model, version->adapter),
                                                     text + state});
        item->setToolTip(3, text);
    }
    for (int column = 0; column < 3; ++column) m_history->resizeColumnToContents(column);
}

} // namespace rb::ui
