#pragma once

#include "cloud_workspace/mark_options.h"

#include <QDialog>

class QDoubleSpinBox;
class QGroupBox;
class QSpinBox;

namespace rb::cloud_workspace {

/// How far a region grows, and between which depths points are marked.
class MarkDialog : public QDialog {
    Q_OBJECT

public:
    /// `shown`: between which depths the cloud lies as it is seen now, offered for the bounds.
    MarkDialog(const MarkOptions& options, const clouds::Cloud& cloud, const spatial::DepthBounds& shown, QWidget* parent);
    MarkOptions options() const;

private:
    QGroupBox* makeGrowing(const clouds::Cloud& cloud);
    QGroupBox* makeDepths(const spatial::DepthBounds& shown);

    MarkOptions m_options;
    QDoubleSpinBox *m_distance, *m_nearest, *m_farthest;
    QSpinBox *m_color, *m_angle;
    QGroupBox* m_depths;
};

} // namespace rb::cloud_workspace
