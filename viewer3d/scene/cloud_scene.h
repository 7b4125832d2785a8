#pragma once

#include "core/clouds/cloud.h"
#include "viewer3d/boxes/region_box.h"
#include "viewer3d/color/point_colors.h"
#include "viewer3d/scene/view_look.h"
#include "viewer3d/camera/projection.h"

#include <QSize>

#include <memory>
#include <string_view>
#include <vector>

class vtkRenderer;

namespace rb::viewer3d {

enum class DrawBy { Automatic, Processor, GraphicsCard };

/// What VTK draws: the points by level of detail, the outlines of regions, grid and axes. Coordinates are those of
/// the octree, relative to the cloud's offset. While the camera moves a frame has as many points as the machine can
/// draw in time; when it rests, frames add points and take none away. GUI thread only, with the context current in
/// useDriver() and prepareFrame().
class CloudScene {
public:
    CloudScene();
    ~CloudScene();

    vtkRenderer* renderer() const;
    /// Chooses who draws the points; `driver` is GL_RENDERER. Called again for every context.
    void useDriver(std::string_view driver);
    void setDrawBy(DrawBy by); ///< before useDriver()
    bool drawsOnProcessor() const;

    void setCloud(std::shared_ptr<const clouds::Cloud> cloud, std::shared_ptr<const spatial::PointOctree> octree);
    void setColoring(const ColorChoice& choice);
    /// Bit i of word w is place 64 w + i of the octree's order; empty: none.
    void setSelection(std::vector<std::uint64_t> words);
    void setPointSize(int size); ///< device-independent pixels, 1 to 8
    void setEyeDome(bool on);
    void setLook(const ViewLook& look);
    void setGridShown(bool shown);
    void setRegions(const std::vector<RegionBox>& regions);

    /// Of cloud and regions; a cube of 2 around the origin when there is nothing.
    spatial::Bounds bounds() const;
    /// With the grid.
    spatial::Bounds drawnBounds() const;
    void setView(const Projection& projection, QSize pixels);
    /// Brings everything up to date for one frame.
    void prepareFrame();
    /// The frame is on the display, so long after prepareFrame().
    void frameTook(double milliseconds);
    /// While the view rests: adds points to the next frame. False when all that would be seen is shown.
    bool fillMore();
    std::size_t pointsShown() const;

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace rb::viewer3d
