#pragma once

#include "ui/image_view/caption_text.h"

#include <QHash>

namespace rb::ui {

/// Captions broken into lines, kept from one painting to the next: breaking them anew is most of what a crowded view would cost.
class CaptionTexts {
public:
    /// All that a broken text depends on.
    struct Wanted {
        QString text;
        QFont font;
        CaptionText::Limits limits;
        std::vector<CaptionText::Mark> marks;

        friend bool operator==(const Wanted&, const Wanted&) = default;
    };

    /// That of a region; made when it is wanted otherwise than at last.
    std::shared_ptr<const CaptionText> of(qint64 region, Wanted wanted);

private:
    struct Entry {
        Wanted wanted;
        std::shared_ptr<const CaptionText> text;
    };
    QHash<qint64, Entry> m_entries;
};

} // namespace rb::ui
