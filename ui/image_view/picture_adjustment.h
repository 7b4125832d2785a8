#pragma once

#include <QImage>

namespace rb::ui {

/// How the shown picture is made lighter or clearer; the file and what a model sees stay as they are.
struct PictureAdjustment {
    double brightness = 0; ///< -1 (black) to 1 (white)
    double contrast = 0;   ///< -1 (all grey) to 1 (the most)
    double gamma = 1;      ///< 0.1 to 10; above 1 lightens what is dark

    bool isNone() const { return *this == PictureAdjustment(); }
    friend bool operator==(const PictureAdjustment&, const PictureAdjustment&) = default;
};

/// The adjusted pixels of a 32-bit image without or with premultiplied alpha.
QImage adjusted(const QImage& image, const PictureAdjustment& adjustment);

} // namespace rb::ui
