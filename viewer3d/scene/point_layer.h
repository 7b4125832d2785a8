#pragma once

#include "viewer3d/camera/projection.h"
#include "viewer3d/splat/splat_renderer.h"

#include <memory>
#include <span>
#include <string_view>

class vtkRenderer;

namespace rb::viewer3d {

/// What one frame is to show of the points.
struct PointFrame {
    Projection projection;
    int width = 1;  ///< device pixels
    int height = 1;
    std::span<const std::uint32_t> nodes; ///< in the order of visibleNodes()
    std::size_t shown = 0; ///< so many of them are in the last frame already; 0: the view has changed
};

/// Draws the points of an octree into a VTK scene, with depth, so that boxes and axes stand before and behind them.
class PointLayer {
public:
    virtual ~PointLayer() = default;

    virtual void setPoints(std::shared_ptr<const spatial::PointOctree> octree) = 0;
    /// The spans must stay valid until the next call.
    virtual void setStyle(const SplatStyle& style) = 0;
    virtual void show(const PointFrame& frame) = 0;
    /// Points in the last frame.
    virtual std::size_t pointsShown() const = 0;
    /// The most points it can hold for a still view.
    virtual std::size_t capacity() const = 0;
};

/// On the processor: for emulated OpenGL.
std::unique_ptr<PointLayer> makeSoftwareLayer(vtkRenderer* renderer);
/// By vtkPointGaussianMapper with the points in the graphics memory: for a real graphics card.
std::unique_ptr<PointLayer> makeGraphicsLayer(vtkRenderer* renderer);

/// Whether the driver of this name (GL_RENDERER) computes pictures on the processor.
bool isEmulated(std::string_view driver);

} // namespace rb::viewer3d
