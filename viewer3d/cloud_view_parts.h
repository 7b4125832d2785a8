#pragma once

#include "viewer3d/camera/camera_control.h"
#include "viewer3d/cloud_view.h"
#include "viewer3d/tools/view_tool.h"

#include <QElapsedTimer>
#include <QTimer>

#include <array>

namespace rb::viewer3d {

/// What a CloudView is made of, in the octree's coordinates. It is also what the tools see of it.
struct CloudView::Parts : ToolView {
    explicit Parts(CloudView& owner);
    ~Parts() override;

    // ToolView
    const Projection& projection() const override { return control.projection(); }
    std::optional<Vec3d> placeUnder(QPointF pos) const override;
    double floorHeight() const override;
    const std::vector<RegionBox>& regions() const override { return m_regions; }
    bool isReadOnly() const override { return readOnly; }
    const ViewLook& look() const override { return m_look; }
    void requestBox(const geometry::Box3& box) override;
    void preview(qint64 id, const geometry::Box3& box) override;
    void dropPreview() override;
    void requestChange(qint64 id, const geometry::Box3& box) override;
    void clickRegion(qint64 id, Qt::KeyboardModifiers modifiers) override;
    void markArea(const QPolygonF& polygon, Qt::KeyboardModifiers modifiers) override;
    void brush(QPointF centre, double radius, Qt::KeyboardModifiers modifiers) override;
    void endBrush() override;
    void repaintView() override;

    geometry::Box3 toFile(geometry::Box3 box) const;
    geometry::Box3 fromFile(geometry::Box3 box) const;

    void showRegions();      ///< those there are, with what is being drawn or changed
    void endPreview();
    void setRegions(std::vector<RegionBox> regions);
    void viewMoved();        ///< the camera has changed: repaint, and add points when it rests
    void viewChanged();      ///< cloud or colours have
    void rest();
    void fly();
    void drawOver(QPainter& painter);
    void paintPivot(QPainter& painter) const;

    // input, see cloud_view_input.cpp
    void press(const QMouseEvent& event);
    void move(const QMouseEvent& event);
    void release(const QMouseEvent& event);
    void click(QPointF pos, Qt::KeyboardModifiers modifiers);
    bool key(const QKeyEvent& event);
    bool claims(const QKeyEvent& event) const;
    void command(const ViewCommand& command);
    void updateCursor();
    QRectF cubeRect() const;
    std::optional<StandardView> cubeSideAt(QPointF pos) const;
    ViewTool& activeTool() const { return *tools[std::size_t(tool)]; }
    std::optional<spatial::Bounds> selectedBounds() const;

    CloudView& owner;
    VtkWidget* surface = nullptr; ///< null without OpenGL
    CloudScene scene;
    CameraControl control;
    std::shared_ptr<const clouds::Cloud> cloud;
    std::shared_ptr<const spatial::PointOctree> octree;
    std::vector<RegionBox> m_regions;
    struct Preview {
        qint64 id;
        geometry::Box3 box;
    };
    std::optional<Preview> previewed;
    ViewLook m_look = ViewLook::dark();
    bool labels = true;
    bool readOnly = false;
    bool filling = false;

    Tool tool = Tool::Select;
    std::array<std::unique_ptr<ViewTool>, 6> tools;
    enum class Gesture { None, Tool, Camera, Cube };
    Gesture gesture = Gesture::None;
    Qt::MouseButton button = Qt::NoButton;
    QPointF from;
    QPointF last; ///< where the pointer was seen last
    bool travelled = false;
    bool swallowRelease = false; ///< a double click was used up
    std::optional<StandardView> hoveredSide;

    QElapsedTimer frameTimer; ///< since the present frame was begun
    QTimer restTimer;
    QTimer flyTimer;
    QElapsedTimer flown;
    bool fast = false;
};

} // namespace rb::viewer3d
