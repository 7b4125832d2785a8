#include "ui/curation/curation_control.h"

#include "ui/actions/main_actions.h"
#include "ui/curation/data_card_dialog.h"
#include "ui/curation/lint_panel.h"
#include "ui/curation/replace_dialog.h"
#include "ui/curation/splits_dialog.h"
#include "ui/curation/statistics_panel.h"
#include "ui/dialogs/user_dialogs.h"
#include "ui/region_panel/caption_editor.h"

namespace rb::ui {

CurationControl::CurationControl(const Parts& parts, QObject* parent) : QObject(parent), m_parts(parts) {
    connect(&parts.statistics, &StatisticsPanel::queryRequested, this, &CurationControl::queryRequested);
    connect(&parts.statistics, &StatisticsPanel::dataCardRequested, parts.actions.dataCard, &QAction::trigger);
    connect(&parts.lint, &LintPanel::queryRequested, this, &CurationControl::queryRequested);
    connect(&parts.lint, &LintPanel::regionRequested, &parts.workspace, &Workspace::show);
    connect(parts.actions.replace, &QAction::triggered, this, &CurationControl::replace);
    connect(parts.actions.dataCard, &QAction::triggered, this, [this] {
        DataCardDialog dialog(m_parts.workspace, m_parts.dialogs, &m_parts.window);
        m_parts.dialogs.run(dialog);
    });
    connect(parts.actions.splits, &QAction::triggered, this, [this] {
        SplitsDialog dialog(m_parts.workspace, &m_parts.window);
        m_parts.dialogs.run(dialog);
    });
}

void CurationControl::replace() {
    m_parts.editor.commit();
    ReplaceDialog dialog(m_parts.workspace, &m_parts.window);
    connect(&dialog, &ReplaceDialog::regionRequested, &m_parts.workspace, &Workspace::show);
    m_parts.dialogs.run(dialog);
}

} // namespace rb::ui
