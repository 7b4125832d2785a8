#pragma once

#include "core/clouds/cloud.h"
#include "viewer3d/boxes/region_box.h"
#include "viewer3d/color/point_colors.h"
#include "viewer3d/side/side_view.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

namespace rb::viewer3d {

/// The selected box from above, from the front and from the right, in its own axes, with the points around it. Its edges
/// and the whole of it can be dragged, one view one drag; Q and E turn it by one degree, with Shift by ten. Boxes are in
/// the file's coordinates. A change ends in a signal, and the new state comes back through setRegion(). Painted by Qt
/// alone, so that it works on every display. GUI thread only.
class SideViews : public QWidget {
    Q_OBJECT

public:
    explicit SideViews(QWidget* parent = nullptr);
    ~SideViews() override;

    /// Shows no box until setRegion().
    void setCloud(std::shared_ptr<const clouds::Cloud> cloud, std::shared_ptr<const spatial::PointOctree> octree);
    void setColoring(const ColorChoice& choice);
    /// The box that is looked at; nothing: a hint is shown instead.
    void setRegion(const std::optional<RegionBox>& region);
    void setLook(const ViewLook& look);
    void setReadOnly(bool readOnly);

    QSize sizeHint() const override;

Q_SIGNALS:
    void boxChanging(qint64 id, rb::geometry::Box3 box);
    void boxChanged(qint64 id, rb::geometry::Box3 box);
    void boxChangeCancelled();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void layOut();
    void gather();
    geometry::Box3 toFile(geometry::Box3 box) const;
    const SideView* viewAt(QPointF pos) const;
    void updateCursor(QPointF pos);
    void paintView(QPainter& painter, std::size_t number) const;

    std::shared_ptr<const clouds::Cloud> m_cloud;
    std::shared_ptr<const spatial::PointOctree> m_octree;
    std::vector<std::uint32_t> m_colors;
    ColorChoice m_choice;
    std::vector<NearPoint> m_points;
    std::optional<RegionBox> m_region; ///< in the octree's coordinates
    std::vector<SideView> m_views;     ///< top, front, right
    ViewLook m_look = ViewLook::dark();
    bool m_readOnly = false;

    struct Drag {
        std::size_t view;
        SideView::Grip grip;
        QPointF from;
        geometry::Box3 box;
    };
    std::optional<Drag> m_drag;
    std::optional<std::size_t> m_hot;
};

} // namespace rb::viewer3d
