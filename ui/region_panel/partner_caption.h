#pragma once

#include "ui/workspace/workspace.h"

#include <QWidget>

class QLabel;

namespace rb::ui {

/// What is written about the same thing in the other medium: beside a picture's region that of the cloud, and the other way round. Hidden
/// where the current region has no partner.
class PartnerCaption : public QWidget {
    Q_OBJECT

public:
    explicit PartnerCaption(Workspace& workspace, QWidget* parent = nullptr); ///< outlives this

private:
    void reload();
    void go();

    Workspace& m_workspace;
    project::Id m_media = 0, m_region = 0; ///< of the partner
    QLabel* m_where;
    QLabel* m_text;
};

} // namespace rb::ui
