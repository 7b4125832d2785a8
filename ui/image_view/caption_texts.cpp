#include "ui/image_view/caption_texts.h"

namespace rb::ui {

static constexpr qsizetype kMostKept = 4000;

std::shared_ptr<const CaptionText> CaptionTexts::of(qint64 region, Wanted wanted) {
    const auto known = m_entries.constFind(region);
    if (known != m_entries.constEnd() && known->wanted == wanted) return known->text;
    if (m_entries.size() >= kMostKept) m_entries.clear(); // those in view come back at once
    auto text = std::make_shared<const CaptionText>(wanted.text, wanted.font, wanted.limits, wanted.marks);
    m_entries.insert(region, {std::move(wanted), text});
    return text;
}

} // namespace rb::ui
