#pragma once

#include "core/clouds/cloud.h"
#include "core/spatial/screen_view.h"
#include "viewer3d/boxes/region_box.h"
#include "viewer3d/camera/navigation.h"
#include "viewer3d/color/point_colors.h"
#include "viewer3d/scene/cloud_scene.h"
#include "viewer3d/scene/view_look.h"

#include <QPolygonF>
#include <QWidget>

#include <memory>
#include <span>
#include <vector>

namespace rb::viewer3d {

class VtkWidget;

/// The 3-D view: one cloud with its regions. It shows and asks: no gesture changes a region, each ends in a signal, and
/// the new state comes back through setRegions(). Boxes, places and cameras that go in and out are in the file's own
/// coordinates, the cloud's offset included; only the matrix of a marked area is one for the octree's positions, which
/// lack it, as core/spatial wants it. GUI thread only. Where the platform has no OpenGL it says so and draws nothing.
class CloudView : public QWidget {
    Q_OBJECT

public:
    enum class Tool { Select, Box, Rectangle, Lasso, Polygon, Brush };
    Q_ENUM(Tool)

    explicit CloudView(QWidget* parent = nullptr);
    ~CloudView() override;

    /// Shows another cloud, all of it in the view; regions stay until setRegions(). Both null: none.
    void setCloud(std::shared_ptr<const clouds::Cloud> cloud, std::shared_ptr<const spatial::PointOctree> octree);
    void setRegions(std::vector<RegionBox> regions);
    /// Highlights points: bit i of word w is place 64 w + i of the octree's order; copied.
    void setSelection(std::span<const std::uint64_t> words);

    /// Region colours are given a point, in the cloud's order.
    void setColoring(const ColorChoice& choice);
    void setPointSize(int pixels); ///< 1 to 8
    void setEyeDome(bool on);      ///< edges stand out from what lies behind
    void setGridShown(bool shown);
    void setLabelsShown(bool shown);
    void setLook(const ViewLook& look);
    void setPreset(NavigationPreset preset);
    /// Who draws the points; Automatic asks the driver. Before the view is first shown.
    void setDrawBy(DrawBy by);
    void setReadOnly(bool readOnly); ///< look and pick only

    void setTool(Tool tool);
    Tool tool() const;
    void cancelGesture(); ///< gives up a drag, a shape begun with clicks, keys not yet asked for

    Camera camera() const;
    void setCamera(const Camera& camera);
    void seeFrom(StandardView view);
    void toggleProjection();
    void frameAll();
    void frameSelection(); ///< of regions; all when none is selected
    /// How the octree's positions are shown now.
    spatial::ScreenView screenView() const;
    std::size_t pointsShown() const; ///< in the last frame
    bool isFilling() const;          ///< more points will come while the view rests
    bool drawsOnProcessor() const;   ///< known after the first frame

    QSize sizeHint() const override;

Q_SIGNALS:
    void boxDrawn(rb::geometry::Box3 box);
    /// While a box is being drawn (id 0) or changed, at most once an event; boxDrawn(), boxChanged() or
    /// boxChangeCancelled() ends it.
    void boxChanging(qint64 id, rb::geometry::Box3 box);
    void boxChanged(qint64 id, rb::geometry::Box3 box);
    void boxChangeCancelled();
    void regionClicked(qint64 id, Qt::KeyboardModifiers modifiers); ///< id 0: beside all regions
    void pointPicked(double x, double y, double z);
    void screenPolygonDrawn(QPolygonF polygon, rb::spatial::ScreenView view, Qt::KeyboardModifiers modifiers);
    void brushMoved(QPointF centre, double radius, rb::spatial::ScreenView view, Qt::KeyboardModifiers modifiers);
    void brushReleased();
    void cameraChanged();
    void toolChanged(rb::viewer3d::CloudView::Tool tool);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace rb::viewer3d
