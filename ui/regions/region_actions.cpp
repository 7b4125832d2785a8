#include "ui/regions/region_actions.h"

#include "ui/actions/main_actions.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/image_view/image_view.h"
#include "ui/regions/region_dialog.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMimeData>

namespace rb::ui {

static const QString kMimeType = QStringLiteral("application/x-regionblip-regions");
static constexpr double kStep = 12; // pixels between a region and its copy

RegionActions::RegionActions(MainActions& actions, ImageView& view, Workspace& workspace, UserDialogs& dialogs, QWidget& window)
    : QObject(&window), m_view(view), m_workspace(workspace), m_dialogs(dialogs), m_window(window) {
    const auto on = [this](QAction* action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(actions.copyRegions, [this] { copy(); });
    on(actions.pasteRegions, [this] { pasteHere(); });
    on(actions.pasteOnNext, [this] { pasteOnNext(); });
    on(actions.duplicateRegion, [this] { duplicate(); });
    on(actions.hideRegion, [this] { toggle(&project::Region::hidden, project::setHidden); });
    on(actions.lockRegion, [this] { toggle(&project::Region::locked, project::setLocked); });
    on(actions.placeAndSize, [this] { editNumbers(); });
    on(actions.toFront, [this] { arrange(project::Place::Last); });
    on(actions.forward, [this] { arrange(project::Place::Later); });
    on(actions.backward, [this] { arrange(project::Place::Earlier); });
    on(actions.toBack, [this] { arrange(project::Place::First); });
}

/// On the canvas as many as there are; in a cloud the current one.
QSet<project::Id> RegionActions::selected() const {
    const project::Id current = m_workspace.currentRegion();
    if (m_view.hasImage() || !current) return {m_view.selection().begin(), m_view.selection().end()};
    return {current};
}

void RegionActions::copy() {
    if (selected().isEmpty()) return;
    auto* data = new QMimeData; // the clipboard owns it
    data->setData(kMimeType, project::toJson(project::copiesOf(*m_workspace.project(), selected())));
    QGuiApplication::clipboard()->setMimeData(data);
    m_copiedFrom = m_workspace.currentMedia();
}

void RegionActions::paste(project::Id media, geometry::Point2 offset, const QString& editName) {
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    const auto copies = project::copiesFrom(data ? data->data(kMimeType) : QByteArray());
    if (copies.empty() || !media) return;
    const auto made = project::paste(*m_workspace.project(), media, copies, offset, editName);
    if (!made.ok()) return m_workspace.report(made.error());
    if (media == m_workspace.currentMedia()) m_view.setSelection({made->begin(), made->end()});
}

void RegionActions::pasteHere() {
    const project::Id media = m_workspace.currentMedia();
    const double step = media == m_copiedFrom ? kStep : 0;
    paste(media, {step, step}, tr("Paste regions"));
}

void RegionActions::pasteOnNext() {
    const project::Id before = m_workspace.currentMedia();
    if (!selected().isEmpty()) copy();
    m_workspace.step(1);
    if (m_workspace.currentMedia() != before) paste(m_workspace.currentMedia(), {0, 0}, tr("Paste regions on the next picture"));
}

void RegionActions::duplicate() {
    const QSet<project::Id> regions = selected();
    if (regions.isEmpty()) return;
    const QString name = regions.size() == 1 ? tr("Duplicate region") : tr("Duplicate %1 regions").arg(regions.size());
    const auto made = project::paste(*m_workspace.project(), m_workspace.currentMedia(), project::copiesOf(*m_workspace.project(), regions), {kStep, kStep}, name);
    if (made.ok()) m_view.setSelection({made->begin(), made->end()});
    else m_workspace.report(made.error());
}

/// All of them get the mark, unless all have it.
void RegionActions::toggle(bool project::Region::*mark, Status (*set)(project::Project&, const QSet<project::Id>&, bool)) {
    const QSet<project::Id> regions = selected();
    bool all = true;
    for (const project::Id id : regions)
        if (const auto region = m_workspace.project()->region(id)) all = all && (*region).*mark;
    if (!regions.isEmpty()) m_workspace.report(set(*m_workspace.project(), regions, !all));
}

void RegionActions::arrange(project::Place place) { m_workspace.report(project::reorder(*m_workspace.project(), selected(), place)); }

void RegionActions::editNumbers() {
    const QSet<project::Id> regions = selected();
    const auto first = regions.isEmpty() ? std::nullopt : m_workspace.project()->region(*regions.begin());
    if (!first) return;
    RegionDialog dialog(*first, static_cast<int>(regions.size()), m_workspace.project()->labels(), &m_window);
    if (!m_dialogs.run(dialog)) return;
    if (dialog.label() != first->label || regions.size() > 1) m_workspace.report(project::setLabel(*m_workspace.project(), regions, dialog.label()));
    if (regions.size() > 1) return;
    if (first->cloud) {
        const project::CloudShape shape{dialog.cloudBox(), {}};
        if (!(shape.box == first->cloud->box)) m_workspace.report(project::setCloudShapes(*m_workspace.project(), {{first->id, shape}}));
    } else if (!(dialog.shape() == first->shape)) m_workspace.report(project::setShapes(*m_workspace.project(), {{first->id, dialog.shape()}}));
}

} // namespace rb::ui
