#pragma once

#include "cloud_workspace/mark_options.h"
#include "cloud_workspace/region_points.h"

#include <QObject>
#include <QPolygonF>

#include <optional>

namespace rb::ui {
class Workspace;
}

namespace rb::viewer3d {
class CloudView;
}

namespace rb::cloud_workspace {

class CloudBinding;

/// Turns what is marked on the view into regions. Points marked with lasso, polygon or brush belong to the selected
/// region, or make a new one: every step is an edit of the project. GUI thread.
class CloudMarking : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    CloudMarking(CloudBinding& binding, viewer3d::CloudView& view, ui::Workspace& workspace, QObject* parent);

    const MarkOptions& options() const { return m_options; }
    void setOptions(const MarkOptions& options) { m_options = options; }
    /// Between which depths the cloud lies as it is seen now.
    spatial::DepthBounds depthsShown() const;

    /// The next point that is picked is where a region grows from.
    void growFromNextPoint();
    /// The selected region gets all points that it did not have.
    void invert();
    /// The selected box becomes a region of just the points that are in it now.
    void keepPoints();
    /// The smallest box around the selected region's points, turned as they lie.
    void turnBox();

Q_SIGNALS:
    void boxFitted();
    void said(const QString& sentence);

private:
    void markArea(const QPolygonF& polygon, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers);
    /// Fits a box to the thing in a rectangle.
    void fitBox(const QPolygonF& rectangle, const spatial::ScreenView& view);
    void brush(QPointF centre, double radius, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers);
    void endBrush();
    void grow(double x, double y, double z);
    /// Gives the marked points to the selected region, or makes one of them.
    void mark(spatial::PointSelection marked, const spatial::ScreenView* view, Combine how, const QString& editName);
    /// Makes the selected region one of other points, or says why not.
    void reshape(const spatial::PointSelection& points, spatial::BoxTurn turn, const QString& editName);
    std::optional<spatial::PointSelection> selectedPoints();

    CloudBinding& m_binding;
    viewer3d::CloudView& m_view;
    ui::Workspace& m_workspace;
    MarkOptions m_options;
    std::optional<spatial::PointSelection> m_brushed; ///< by the stroke under way
    spatial::ScreenView m_brushView;
    Combine m_brushHow = Combine::Replace;
    bool m_growing = false;
};

} // namespace rb::cloud_workspace
