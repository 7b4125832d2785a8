#pragma once

#include "viewer3d/lod/point_budget.h"
#include "viewer3d/lod/visible_nodes.h"
#include "viewer3d/scene/point_layer.h"

#include <QSize>

namespace rb::viewer3d {

/// Which points the next frame has. After the view has changed it starts anew with what can be drawn in time; fillMore()
/// then adds node after node, in the same order, so that nothing that is shown goes away while the view rests.
class PointDetail {
public:
    void setPoints(std::shared_ptr<const spatial::PointOctree> octree);
    void setView(const Projection& projection, QSize pixels);
    void setStyle(const SplatStyle& style);
    /// The layer is another one, or has forgotten all.
    void restart() { m_fresh = m_styled = true; }

    /// Shows what is wanted; does nothing when the last frame is still right.
    void drawOn(PointLayer& layer);
    /// The frame that drawOn() drew for is on the display: it took so long beside the points.
    void frameTook(double milliseconds);
    /// True when the next frame has more points than the last.
    bool fillMore(const PointLayer& layer);

private:
    std::shared_ptr<const spatial::PointOctree> m_octree;
    Projection m_projection;
    QSize m_pixels{1, 1};
    SplatStyle m_style;
    PointBudget m_budget;
    NodeChoice m_choice;
    std::size_t m_wanted = 0; ///< nodes of the choice
    std::size_t m_shown = 0;
    bool m_moved = false;     ///< the last frame was one of a moving camera
    double m_pointsMs = 0;    ///< of it
    bool m_fresh = true;      ///< nothing of the last frame can be kept
    bool m_styled = false;    ///< only colours or sizes differ
    bool m_full = false;      ///< the choice has everything a still view will have
};

} // namespace rb::viewer3d
