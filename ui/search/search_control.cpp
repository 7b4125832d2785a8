#include "ui/search/search_control.h"

#include "ui/actions/main_actions.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/search/meaning_search.h"
#include "ui/search/query_help_dialog.h"
#include "ui/search/search_panel.h"

#include <QDockWidget>

namespace rb::ui {

SearchControl::SearchControl(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    connect(parts.actions.find, &QAction::triggered, this, [this] {
        show({});
        m_parts.panel.startTyping();
    });
    connect(parts.actions.findAlike, &QAction::triggered, this, &SearchControl::findAlike);
    connect(&parts.panel, &SearchPanel::helpRequested, this, [this] {
        QueryHelpDialog dialog(&m_parts.window);
        m_parts.dialogs.run(dialog);
    });
    connect(&parts.meaning, &MeaningSearch::failed, &parts.workspace, &Workspace::failed);
    connect(&parts.workspace, &Workspace::currentRegionChanged, this, &SearchControl::followPlace);
    connect(&parts.workspace, &Workspace::currentMediaChanged, this, &SearchControl::followPlace);
    followPlace();
}

void SearchControl::show(const QString& query) {
    if (auto* dock = qobject_cast<QDockWidget*>(m_parts.panel.parentWidget())) {
        dock->show();
        dock->raise();
    }
    if (!query.isEmpty()) m_parts.panel.setQuery(query);
}

void SearchControl::findAlike() {
    const Workspace& workspace = m_parts.workspace;
    const project::Id place = workspace.currentRegion() ? workspace.currentRegion() : workspace.currentMedia();
    if (!place) return;
    show(QStringLiteral("like:%1").arg(place));
    m_parts.meaning.prepare(); // what is not prepared yet is found as it comes
}

void SearchControl::followPlace() {
    QAction& action = *m_parts.actions.findAlike;
    action.setText(m_parts.workspace.currentRegion() ? tr("Find regions &like this") : tr("Find pictures &like this"));
    action.setEnabled(m_parts.workspace.currentMedia() != 0);
}

} // namespace rb::ui
