#include "viewer3d/side/side_views.h"

#include "viewer3d/boxes/box_changes.h"
#include "viewer3d/side/near_points.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <numbers>
#include <utility>

namespace rb::viewer3d {
namespace {

constexpr double kEnlarged = 2.2; // of the box, whose points are shown
constexpr std::size_t kMostPoints = 150'000;
constexpr int kGap = 4; // pixels
constexpr SideView::Side kSides[] = {SideView::Side::Top, SideView::Side::Front, SideView::Side::Right};

} // namespace

SideViews::SideViews(QWidget* parent) : QWidget(parent) {
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setMinimumSize(120, 180);
    setAccessibleName(tr("Side views of the selected box"));
}

SideViews::~SideViews() = default;

QSize SideViews::sizeHint() const { return {240, 600}; }

void SideViews::setCloud(std::shared_ptr<const clouds::Cloud> cloud, std::shared_ptr<const spatial::PointOctree> octree) {
    m_cloud = std::move(cloud);
    m_octree = std::move(octree);
    m_region.reset();
    setColoring(m_choice);
}

void SideViews::setColoring(const ColorChoice& choice) {
    m_choice = choice;
    m_colors = m_cloud && m_octree ? pointColors(*m_cloud, m_octree->order(), choice) : std::vector<std::uint32_t>{};
    m_choice.given = {};
    gather();
}

void SideViews::setRegion(const std::optional<RegionBox>& region) {
    m_drag.reset();
    const auto before = std::exchange(m_region, region);
    if (m_region && m_cloud) m_region->box = movedBy(m_region->box, -m_cloud->offset);
    if (before && m_region && before->box == m_region->box) {
        update();
        return;
    }
    gather();
}

void SideViews::setLook(const ViewLook& look) {
    m_look = look;
    update();
}

void SideViews::setReadOnly(bool readOnly) {
    m_readOnly = readOnly;
    m_drag.reset();
    update();
}

void SideViews::gather() {
    m_points.clear();
    if (m_region && m_octree) m_points = nearPoints(*m_octree, m_colors, m_region->box, kEnlarged, kMostPoints);
    layOut();
}

void SideViews::layOut() {
    m_views.clear();
    m_hot.reset();
    if (m_region) {
        // One below the other in a tall dock, side by side in a wide one; one scale for all three.
        const bool tall = height() > width();
        const double part = ((tall ? height() : width()) - 2.0 * kGap) / 3;
        std::vector<QRectF> rects;
        double scale = 0;
        for (int i = 0; i < 3; ++i) {
            const double at = i * (part + kGap);
            rects.push_back(tall ? QRectF(0, at, width(), part) : QRectF(at, 0, part, height()));
            scale = std::max(scale, SideView::fittingScale(kSides[i], m_region->box, rects.back()));
        }
        for (std::size_t i = 0; i < 3; ++i) m_views.emplace_back(kSides[i], m_region->box, rects[i], scale);
    }
    update();
}

geometry::Box3 SideViews::toFile(geometry::Box3 box) const { return m_cloud ? movedBy(box, m_cloud->offset) : box; }

void SideViews::resizeEvent(QResizeEvent*) { layOut(); }

const SideView* SideViews::viewAt(QPointF pos) const {
    for (const SideView& view : m_views)
        if (view.rect().contains(pos)) return &view;
    return nullptr;
}

void SideViews::mousePressEvent(QMouseEvent* event) {
    const SideView* view = viewAt(event->position());
    if (!view || m_readOnly || event->button() != Qt::LeftButton || m_drag) return;
    const SideView::Grip grip = view->gripAt(m_region->box, event->position());
    if (grip) m_drag = Drag{std::size_t(view - m_views.data()), grip, event->position(), m_region->box};
}

void SideViews::mouseMoveEvent(QMouseEvent* event) {
    if (!m_drag) {
        updateCursor(event->position());
        return;
    }
    m_drag->box = m_views[m_drag->view].dragged(m_region->box, m_drag->grip, event->position() - m_drag->from);
    update();
    Q_EMIT boxChanging(m_region->id, toFile(m_drag->box));
}

void SideViews::mouseReleaseEvent(QMouseEvent* event) {
    if (!m_drag || event->button() != Qt::LeftButton) return;
    const Drag done = *std::exchange(m_drag, std::nullopt);
    update();
    if (!(done.box == m_region->box)) Q_EMIT boxChanged(m_region->id, toFile(done.box));
}

void SideViews::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape && m_drag) {
        m_drag.reset();
        update();
        Q_EMIT boxChangeCancelled();
        return;
    }
    const bool turns = event->key() == Qt::Key_Q || event->key() == Qt::Key_E;
    if (!turns || !m_region || m_readOnly || m_drag) return QWidget::keyPressEvent(event);
    const double degrees = (event->key() == Qt::Key_Q ? 1 : -1) * (event->modifiers().testFlag(Qt::ShiftModifier) ? 10 : 1);
    Q_EMIT boxChanged(m_region->id, toFile(withYaw(m_region->box, m_region->box.yaw + degrees * std::numbers::pi / 180)));
}

void SideViews::updateCursor(QPointF pos) {
    const SideView* view = m_readOnly ? nullptr : viewAt(pos);
    const SideView::Grip grip = view ? view->gripAt(m_region->box, pos) : SideView::Grip{};
    const auto hot = grip ? std::optional(std::size_t(view - m_views.data())) : std::nullopt;
    if (std::exchange(m_hot, hot) != hot) update();
    if (grip.whole) setCursor(Qt::SizeAllCursor);
    else if (grip.x != 0 && grip.y != 0) setCursor(grip.x == grip.y ? Qt::SizeBDiagCursor : Qt::SizeFDiagCursor);
    else if (grip.x != 0) setCursor(Qt::SizeHorCursor);
    else if (grip.y != 0) setCursor(Qt::SizeVerCursor);
    else unsetCursor();
}

void SideViews::paintView(QPainter& painter, std::size_t number) const {
    const SideView& view = m_views[number];
    const geometry::Box3& box = m_drag ? m_drag->box : m_region->box;
    painter.save();
    painter.setClipRect(view.rect());
    view.paint(painter, m_points, box, m_look, m_hot == number || (m_drag && m_drag->view == number));
    const QString names[] = {tr("Top"), tr("Front"), tr("Right")};
    painter.setPen(m_look.text);
    painter.drawText(view.rect().adjusted(8, 5, -8, -5), Qt::AlignTop | Qt::AlignLeft, names[number]);
    painter.restore();
}

void SideViews::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), m_views.empty() ? m_look.background : m_look.line);
    if (m_views.empty()) {
        painter.setPen(m_look.text);
        painter.drawText(rect().adjusted(12, 12, -12, -12), Qt::AlignCenter | Qt::TextWordWrap, tr("Select one box to see it from three sides."));
    }
    for (std::size_t i = 0; i < m_views.size(); ++i) paintView(painter, i);
}

} // namespace rb::viewer3d
