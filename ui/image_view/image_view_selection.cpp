// Which regions are selected, and what is said of them; image_view.cpp holds the rest.
#include "ui/image_view/image_view.h"

#include <algorithm>

namespace rb::ui {

namespace {
constexpr double kScrollMargin = 24; // widget pixels round a region that is scrolled to
} // namespace

void ImageView::setSelection(const QSet<qint64>& ids) {
    QSet<qint64> known;
    for (const qint64 id : ids)
        if (m_index.byId(id)) known.insert(id);
    if (known == m_selection) return;
    m_tools[std::size_t(Tool::Select)]->finish();
    m_selection = known;
    announce();
    updateCursor();
    update();
    Q_EMIT selectionChanged();
}

const QSet<qint64>& ImageView::selection() const {
    return m_selection;
}

void ImageView::selectAll() {
    QSet<qint64> ids;
    for (const CanvasRegion& region : m_regions)
        if (!region.hidden) ids.insert(region.id);
    setSelection(ids);
}

void ImageView::selectNext() {
    selectStep(1);
}

void ImageView::selectPrevious() {
    selectStep(-1);
}

void ImageView::selectStep(int step) {
    std::vector<qint64> ids;
    for (const CanvasRegion& region : m_regions)
        if (!region.hidden) ids.push_back(region.id);
    if (ids.empty()) return;
    const auto current =
        std::find_if(ids.begin(), ids.end(), [this](qint64 id) { return m_selection.contains(id); });
    const auto count = static_cast<std::ptrdiff_t>(ids.size());
    std::ptrdiff_t next = step > 0 ? 0 : count - 1;
    if (current != ids.end()) next = (current - ids.begin() + step + count) % count;
    const qint64 id = ids[static_cast<std::size_t>(next)];
    setSelection({id});
    ensureVisible(id);
}

void ImageView::ensureVisible(qint64 id) {
    const CanvasRegion* region = m_index.byId(id);
    if (!region || !hasImage()) return;
    const QRectF bounds = m_transform.toWidget(region->box());
    const QRectF box = bounds.adjusted(-kScrollMargin, -kScrollMargin, kScrollMargin, kScrollMargin);
    const QRectF view = viewRect();
    const auto shift = [](double low, double high, double viewLow, double viewHigh) {
        if (high - low > viewHigh - viewLow) return (viewLow + viewHigh - low - high) / 2;
        return std::max(0.0, viewLow - low) - std::max(0.0, high - viewHigh);
    };
    if (view.contains(bounds)) return;
    scrollBy({shift(box.left(), box.right(), view.left(), view.right()),
              shift(box.top(), box.bottom(), view.top(), view.bottom())});
}

void ImageView::removeSelected() {
    requestRemoval(false);
}

void ImageView::requestRemoval(bool lockedToo) {
    if (m_readOnly) return;
    QSet<qint64> ids;
    for (const CanvasRegion& region : m_regions)
        if (m_selection.contains(region.id) && (lockedToo || !region.locked)) ids.insert(region.id);
    if (ids.isEmpty()) return;
    cancelGesture();
    Q_EMIT removeRequested(ids);
}

void ImageView::announce() {
    if (!hasImage()) {
        setAccessibleDescription(tr("%1 %2").arg(m_title, m_detail).trimmed());
        return;
    }
    static const std::array<const char*, 5> kTools{QT_TR_NOOP("Select tool"), QT_TR_NOOP("Box tool"),
                                                   QT_TR_NOOP("Rotated box tool"), QT_TR_NOOP("Polygon tool"),
                                                   QT_TR_NOOP("Pan tool")};
    QString text = tr(kTools[std::size_t(m_tool)]);
    if (const auto live = chosenTool().live(); live && !activeTool().isPressed()) {
        const geometry::Box2 box = geometry::boundsOf(live->shape);
        text += tr(", %1 × %2 px at %3, %4").arg(box.width).arg(box.height).arg(box.x).arg(box.y);
    }
    setAccessibleDescription(tr("%1. %2").arg(text, selectionInWords()));
}

QString ImageView::selectionInWords() const {
    const auto count = static_cast<int>(m_regions.size());
    if (m_selection.size() > 1) return tr("%1 of %2 regions selected").arg(m_selection.size()).arg(count);
    const CanvasRegion* region = m_selection.isEmpty() ? nullptr : m_index.byId(*m_selection.begin());
    if (!region) return tr("%n region(s)", nullptr, count);
    const QString words = region->caption.isEmpty() ? region->label : region->caption;
    return tr("Region %1 of %2: %3").arg(region - m_regions.data() + 1).arg(count).arg(words);
}

} // namespace rb::ui
