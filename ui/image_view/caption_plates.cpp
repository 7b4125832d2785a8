#include "ui/image_view/caption_plates.h"

#include "ui/image_view/plate_measures.h"
#include "ui/image_view/token_shade.h"

#include <QFontMetricsF>

#include <algorithm>
#include <cmath>

namespace rb::ui {

namespace {

constexpr double kGap = 4;
constexpr double kGapToHandles = 9;
constexpr std::size_t kMostTried = 400; // captions broken into lines for one painting
constexpr std::size_t kCrowd = 40;      // boxes in the view
constexpr std::size_t kMostObstacles = 120; // boxes that plates give way to
constexpr double kMostCovered = 0.12;   // of the view, by captions nobody pointed at
constexpr double kPlateSide = 20;       // widget pixels a box must have for a caption
constexpr double kCrowdedPlateSide = 56;
constexpr double kBadgeSide = 16; // and for a number
constexpr double kCrowdedBadgeSide = 34;
constexpr std::size_t kMostBadges = 150;

bool isImportant(const ShownRegion& shown) {
    return shown.selected || shown.region->state == CanvasRegion::Running;
}

QString shownText(const CanvasRegion& region) {
    const QString text = region.caption.isEmpty() ? region.label : region.caption;
    if (region.state != CanvasRegion::Running) return text.trimmed();
    return region.caption + u'\u258C';
}

CaptionText::Limits limitsFor(const ShownRegion& shown) {
    const bool running = shown.region->state == CanvasRegion::Running;
    if (isImportant(shown) || shown.hovered) return {360, 6, running};
    return {240, 2, false};
}

std::vector<QRectF> obstacles(const std::vector<ShownRegion>& shown) {
    std::vector<QRectF> rects;
    if (shown.size() > kMostObstacles) return rects;
    for (const ShownRegion& each : shown)
        rects.push_back(each.rect);
    return rects;
}

std::vector<CaptionText::Mark> marksOf(const CanvasRegion& region, const Theme& theme) {
    std::vector<CaptionText::Mark> marks;
    if (region.caption.isEmpty()) return marks;
    int trimmed = 0; // shownText() leaves out space at the beginning
    while (region.state != CanvasRegion::Running && trimmed < region.caption.size() &&
           region.caption[trimmed].isSpace())
        ++trimmed;
    for (const TokenSpan& token : region.tokens) {
        if (token.length <= 0 || token.begin < 0) continue;
        if (const auto shade = tokenShade(token.confidence, theme)) marks.push_back({token.begin - trimmed, token.length, shade->line, shade->tint});
    }
    return marks;
}

} // namespace

CaptionPlates::CaptionPlates(const std::vector<ShownRegion>& shown, const QRectF& view, CaptionDisplay display, CaptionTexts& texts,
                             const QFont& font, const Theme& theme, const HandlePlaces& handles)
    : m_shown(shown), m_texts(texts), m_handles(handles), m_layout(view.adjusted(4, 4, -4, -4), obstacles(shown)), m_theme(theme), m_font(font),
      m_numberFont(font) {
    m_font.setPointSizeF(font.pointSizeF() + 1);
    m_numberFont.setWeight(QFont::DemiBold);
    m_digit = QFontMetricsF(m_numberFont).horizontalAdvance(u'0');
    if (!handles.turn.isNull()) m_layout.take(handles.turn);
    for (const ShownRegion& each : shown)
        if (isImportant(each)) add(each, true);
    if (display == CaptionDisplay::Always) addOthers(view);
    // Last, so that pointing at a box does not make the other plates jump.
    for (const ShownRegion& each : shown)
        if (each.hovered && display != CaptionDisplay::Selected && !m_withPlate.count(each.region->id))
            add(each, true);
    addBadges();
}

void CaptionPlates::addBadges() {
    std::vector<const ShownRegion*> bare;
    for (const ShownRegion& each : m_shown)
        if (!each.region->hidden && !m_withPlate.count(each.region->id)) bare.push_back(&each);
    largestFirst(bare);
    for (const ShownRegion* each : bare)
        if (each->selected || each->hovered || m_badges.size() < kMostBadges) addBadge(*each);
}

/// In a crowd the large ones speak; among few, whoever came first.
void CaptionPlates::largestFirst(std::vector<const ShownRegion*>& regions) const {
    if (m_shown.size() <= kCrowd) return;
    std::stable_sort(regions.begin(), regions.end(), [](const ShownRegion* a, const ShownRegion* b) {
        return a->rect.width() * a->rect.height() > b->rect.width() * b->rect.height();
    });
}

void CaptionPlates::addOthers(const QRectF& view) {
    std::vector<const ShownRegion*> others;
    for (const ShownRegion& each : m_shown)
        if (!isImportant(each) && !each.region->hidden && isLarge(each, kPlateSide, kCrowdedPlateSide))
            others.push_back(&each);
    largestFirst(others);
    double room = kMostCovered * view.width() * view.height();
    for (std::size_t i = 0; i < std::min(others.size(), kMostTried); ++i) {
        if (m_shown.size() > kCrowd && room < 0) return;
        room -= add(*others[i], false);
    }
}

double CaptionPlates::add(const ShownRegion& shown, bool insist) {
    const QString text = shownText(*shown.region);
    if (text.isEmpty()) return 0;
    auto laidOut = m_texts.of(shown.region->id, {text, m_font, limitsFor(shown), marksOf(*shown.region, m_theme)});
    const QSizeF size(numberWidth(shown) + kPadX + laidOut->size().width() + kPadX + glyphRoom(*shown.region),
                      laidOut->size().height() + 2 * kPadY);
    const QRectF own = shown.selected ? shown.rect | m_handles.frame : shown.rect;
    const auto rect = m_layout.place(own, size, shown.selected ? kGapToHandles : kGap, insist);
    if (!rect) return 0;
    m_withPlate.insert(shown.region->id);
    m_plates.push_back({&shown, std::move(laidOut), QRectF(rect->topLeft().toPoint(), size)});
    return size.width() * size.height();
}

void CaptionPlates::addBadge(const ShownRegion& shown) {
    const bool wanted = shown.selected || shown.hovered;
    if (!wanted && !isLarge(shown, kBadgeSide, kCrowdedBadgeSide)) return;
    const double height = std::ceil(QFontMetricsF(m_numberFont).height()) + 2;
    const bool withState = wanted || m_shown.size() <= kCrowd; // in a crowd numbers are enough
    const QSizeF size(numberWidth(shown) + (withState ? glyphRoom(*shown.region) : 0), height);
    // Inside a roomy box; on top of a small one, which the badge would fill. Clear of the handles.
    const bool roomy = shown.rect.width() > 2 * size.width() && shown.rect.height() > 2 * height;
    const double clear = shown.selected ? kGapToHandles : 0;
    const QPointF corner =
        shown.rect.topLeft().toPoint() + (roomy ? QPointF(clear, clear) : QPointF(0, -height - 2 - clear));
    const QRectF rect(corner, size);
    if (m_layout.take(rect) || wanted) m_badges.push_back({&shown, rect, withState});
}

bool CaptionPlates::isLarge(const ShownRegion& shown, double side, double crowdedSide) const {
    const double needed = m_shown.size() > kCrowd ? crowdedSide : side;
    return std::min(shown.rect.width(), shown.rect.height()) >= needed;
}

double CaptionPlates::numberWidth(const ShownRegion& shown) const {
    const int digits = shown.number < 10 ? 1 : int(std::log10(shown.number)) + 1;
    return std::ceil(digits * m_digit) + 12;
}

} // namespace rb::ui
