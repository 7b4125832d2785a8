#include "viewer3d/scene/point_detail.h"

#include <QElapsedTimer>

#include <algorithm>
#include <utility>

namespace rb::viewer3d {

void PointDetail::setPoints(std::shared_ptr<const spatial::PointOctree> octree) {
    m_octree = std::move(octree);
    m_choice = {};
    m_fresh = true;
}

void PointDetail::setView(const Projection& projection, QSize pixels) {
    const bool same = projection.viewProjection() == m_projection.viewProjection() && pixels == m_pixels;
    m_projection = projection;
    m_pixels = pixels;
    if (!same) m_fresh = true;
}

void PointDetail::setStyle(const SplatStyle& style) {
    m_style = style;
    m_styled = true;
}

void PointDetail::drawOn(PointLayer& layer) {
    if (!m_octree || !(m_fresh || m_styled || m_wanted > m_shown)) return;
    if (m_styled) layer.setStyle(m_style);
    const bool fresh = m_fresh;
    if (fresh) {
        m_choice = visibleNodes(*m_octree, m_projection, {m_budget.moving()});
        m_wanted = m_choice.nodes.size();
        m_shown = 0;
        m_full = m_choice.complete;
    }
    QElapsedTimer timer;
    timer.start();
    layer.show({m_projection, m_pixels.width(), m_pixels.height(), std::span(m_choice.nodes).first(m_wanted), m_shown});
    m_pointsMs = double(timer.nsecsElapsed()) * 1e-6;
    m_moved = fresh;
    if (fresh) m_budget.learn(m_choice.points, m_pointsMs);
    m_shown = m_wanted;
    m_fresh = m_styled = false;
}

void PointDetail::frameTook(double milliseconds) {
    if (std::exchange(m_moved, false)) m_budget.learnRest(std::max(0.0, milliseconds - m_pointsMs));
}

bool PointDetail::fillMore(const PointLayer& layer) {
    if (!m_octree || m_fresh) return m_octree != nullptr;
    if (!m_full) {
        // The same order, so what is shown is where the longer list begins.
        m_choice = visibleNodes(*m_octree, m_projection, {layer.capacity()});
        m_full = true;
    }
    const auto nodes = m_octree->nodes();
    const std::size_t most = std::max<std::size_t>(m_budget.moving() / 2, 100'000);
    std::size_t points = 0;
    for (m_wanted = m_shown; m_wanted < m_choice.nodes.size() && points < most; ++m_wanted)
        points += nodes[m_choice.nodes[m_wanted]].ownEnd - nodes[m_choice.nodes[m_wanted]].first;
    return m_wanted > m_shown;
}

} // namespace rb::viewer3d
