#pragma once

#include "core/formats/records.h"

#include <array>
#include <string>
#include <vector>

namespace rb::formats {

/// A picture's own size, as its file tells it.
struct PictureSize {
    int width = 0, height = 0;  ///< as shown, EXIF orientation applied; 0: the picture is not there
    int exifOrientation = 1;    ///< 1 to 8
};

/// What can be done to all boxes of a file before they are taken.
enum class Correction {
    XyxyAsXywh,   ///< the last two numbers are a corner, not a size
    XywhAsXyxy,   ///< the last two numbers are a size, not a corner
    Normalised,   ///< fractions of the picture's size become pixels
    OneBased,     ///< pixels are counted from 1: one is taken off
    OtherSize,    ///< boxes belong to the size that the file names: scaled to the picture's
    ExifTurned,   ///< boxes belong to the picture before its EXIF orientation: turned with it
};

std::string nameOf(Correction correction); ///< "xyxy-as-xywh", …
std::vector<Correction> allCorrections();

/// One thing that is odd about the boxes of a file, and what would mend it.
struct Finding {
    enum class Kind { Suspicious, Note } kind = Kind::Note; ///< Note: kept as it is and harmless
    std::string sentence;       ///< "31 of 40 boxes leave …"
    std::vector<Correction> mends; ///< empty: nothing to choose
    std::size_t count = 0;
};

/// Looks at the boxes of a file before they are imported, and tells what is wrong with them: counted
/// from 1, sizes read as corners, fractions read as pixels, boxes of another size of the picture or of
/// the picture before it was turned, negative and empty ones. Memory does not grow.
class CoordinateDoctor {
public:
    void look(const PictureRecord& record, const PictureSize& actual);
    std::vector<Finding> findings() const;

private:
    void lookAt(const geometry::Box2& box, double width, double height);

    std::size_t m_boxes = 0, m_measured = 0;      ///< all; those of pictures with a known size
    std::size_t m_negative = 0, m_outside = 0, m_empty = 0, m_backwards = 0;
    std::size_t m_fractions = 0, m_asCorners = 0, m_cornersPossible = 0, m_beyondByOne = 0, m_fromZero = 0;
    std::size_t m_pictures = 0, m_otherSize = 0, m_turned = 0;
    std::string m_otherExample;
};

/// A shape with the corrections applied; `named` is the size that the file gives.
geometry::Shape2 corrected(const geometry::Shape2& shape, const std::vector<Correction>& corrections, const PictureSize& actual,
                           int namedWidth, int namedHeight);

} // namespace rb::formats
