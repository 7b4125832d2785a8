#include "ui/region_panel/partner_caption.h"

#include "core/project/caption_edits.h"
#include "core/project/links.h"

#include <QFileInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace rb::ui {

PartnerCaption::PartnerCaption(Workspace& workspace, QWidget* parent) : QWidget(parent), m_workspace(workspace), m_where(new QLabel), m_text(new QLabel) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(m_where);
    layout->addWidget(m_text);
    m_where->setProperty("muted", true);
    m_where->setAccessibleName(tr("Where the same thing is"));
    m_where->setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText); // whatever a caption holds is shown as it is
    m_text->setAccessibleName(tr("Caption of the same thing"));
    connect(m_where, &QLabel::linkActivated, this, &PartnerCaption::go);
    connect(&workspace, &Workspace::currentRegionChanged, this, &PartnerCaption::reload);
    connect(&workspace, &Workspace::currentMediaChanged, this, &PartnerCaption::reload);
    connect(&workspace, &Workspace::projectChanged, this, &PartnerCaption::reload);
    connect(&workspace, &Workspace::changed, this, &PartnerCaption::reload);
    reload();
}

void PartnerCaption::reload() {
    const project::Project* project = m_workspace.project();
    const auto region = project ? project->region(m_workspace.currentRegion()) : std::nullopt;
    const auto partner = region ? project->region(project::partnerOf(*region)) : std::nullopt;
    const auto media = partner ? project->media(partner->media) : std::nullopt;
    setVisible(media.has_value());
    if (!media) return;
    m_media = media->id;
    m_region = partner->id;
    const QString name = QStringLiteral("<a href=\"go\">%1</a>").arg(QFileInfo(media->path).fileName().toHtmlEscaped());
    m_where->setText(media->kind == project::MediaKind::Cloud ? tr("In the cloud %1:").arg(name) : tr("In the picture %1:").arg(name));
    const auto shown = project::shownCaption(*project, m_media, m_region);
    m_text->setText(shown ? shown->text : tr("no caption yet"));
}

void PartnerCaption::go() {
    m_workspace.show(m_media, m_region);
}

} // namespace rb::ui
