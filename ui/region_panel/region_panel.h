#pragma once

#include "ui/region_panel/region_model.h"

#include <QWidget>

class QLabel;
class QListView;

namespace rb::ui {

/// The list of the current picture's regions; chooses the current region.
class RegionPanel : public QWidget {
    Q_OBJECT

public:
    RegionPanel(Workspace& workspace, CaptionFlow& flow, QWidget* parent = nullptr);

private:
    void showCurrent();

    Workspace& m_workspace;
    RegionModel m_model;
    QListView* m_list;
    QLabel* m_counts;
};

} // namespace rb::ui
