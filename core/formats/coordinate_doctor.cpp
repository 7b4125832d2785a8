#include "core/formats/coordinate_doctor.h"

#include <algorithm>
#include <cmath>

namespace rb::formats {
namespace {

using geometry::Box2;

struct Size {
    double width, height;
};

// The size that the boxes are measured by: the file's own, where it names one.
Size measureOf(const PictureRecord& record, const PictureSize& actual) {
    if (record.width > 0 && record.height > 0) return {double(record.width), double(record.height)};
    return {double(actual.width), double(actual.height)};
}

bool inside(double left, double top, double right, double bottom, const Size& size) {
    return left >= 0 && top >= 0 && right <= size.width && bottom <= size.height && right > left && bottom > top;
}

std::string counted(std::size_t count, std::size_t of, const char* rest) {
    return std::to_string(count) + " of " + std::to_string(of) + " boxes " + rest;
}

bool most(std::size_t count, std::size_t of) { return of > 0 && count * 20 >= of * 19; }

} // namespace

std::vector<Correction> allCorrections() {
    return {Correction::XyxyAsXywh, Correction::XywhAsXyxy, Correction::Normalised, Correction::OneBased, Correction::OtherSize, Correction::ExifTurned};
}

std::string nameOf(Correction correction) {
    switch (correction) {
    case Correction::XyxyAsXywh: return "xyxy-as-xywh";
    case Correction::XywhAsXyxy: return "xywh-as-xyxy";
    case Correction::Normalised: return "normalised";
    case Correction::OneBased: return "one-based";
    case Correction::OtherSize: return "other-size";
    case Correction::ExifTurned: break;
    }
    return "exif-turned";
}

void CoordinateDoctor::look(const PictureRecord& record, const PictureSize& actual) {
    const bool named = record.width > 0 && record.height > 0, there = actual.width > 0 && actual.height > 0;
    if (named && there && !record.regions.empty()) {
        ++m_pictures;
        const bool differs = record.width != actual.width || record.height != actual.height;
        const bool turned = differs && actual.exifOrientation >= 5 && record.width == actual.height && record.height == actual.width;
        if (turned) ++m_turned;
        else if (differs) {
            if (m_otherSize++ == 0)
                m_otherExample = record.path + ": " + std::to_string(record.width) + " × " + std::to_string(record.height) + " in the file, " +
                                 std::to_string(actual.width) + " × " + std::to_string(actual.height) + " on disk";
        }
    }
    const Size size = measureOf(record, actual);
    for (const RegionRecord& region : record.regions) lookAt(region.shape.kind == geometry::Shape2::Kind::Box ? region.shape.box : geometry::boundsOf(region.shape), size.width, size.height);
}

void CoordinateDoctor::lookAt(const Box2& box, double width, double height) {
    ++m_boxes;
    const double right = box.x + box.width, bottom = box.y + box.height;
    if (box.width < 0 || box.height < 0) ++m_backwards;
    else if (box.width == 0 || box.height == 0) ++m_empty;
    if (box.x < 0 || box.y < 0) ++m_negative;
    if (width <= 0 || height <= 0) return;
    ++m_measured;
    const Size size{width, height};
    const double largest = std::max({std::abs(box.x), std::abs(box.y), std::abs(box.width), std::abs(box.height)});
    if (largest <= 1.5 && std::min(width, height) > 16 && largest > 0) ++m_fractions;
    if (box.width > box.x && box.height > box.y) ++m_cornersPossible;
    if (right > width + 0.5 || bottom > height + 0.5) {
        ++m_outside;
        if (inside(box.x, box.y, box.width, box.height, size)) ++m_asCorners;
    }
    if (right == width + 1 || bottom == height + 1) ++m_beyondByOne;
    if (box.x < 1 || box.y < 1) ++m_fromZero;
}

std::vector<Finding> CoordinateDoctor::findings() const {
    std::vector<Finding> found;
    const auto suspect = [&](std::size_t count, std::string sentence, Correction mend) {
        found.push_back({Finding::Kind::Suspicious, std::move(sentence), {mend}, count});
    };
    if (most(m_fractions, m_measured)) {
        suspect(m_fractions, counted(m_fractions, m_measured, "lie between 0 and 1: they look like fractions of the picture, not pixels."), Correction::Normalised);
        return found; // everything else follows from it
    }
    if (m_asCorners * 10 >= m_measured && m_asCorners > 0 && most(m_asCorners, m_outside) && most(m_cornersPossible, m_measured))
        suspect(m_asCorners, counted(m_asCorners, m_measured, "leave their picture, but would fit if their last two numbers were a corner, not a size."), Correction::XyxyAsXywh);
    if (m_backwards * 5 >= m_boxes && m_backwards > 0)
        suspect(m_backwards, counted(m_backwards, m_boxes, "end before they begin: their last two numbers look like a size, not a corner."), Correction::XywhAsXyxy);
    if (m_beyondByOne > 0 && m_fromZero == 0 && m_outside <= m_beyondByOne)
        suspect(m_beyondByOne, counted(m_beyondByOne, m_measured, "end one pixel beyond their picture and none begins at 0: pixels look counted from 1."), Correction::OneBased);
    if (m_otherSize > 0)
        suspect(m_otherSize, std::to_string(m_otherSize) + " of " + std::to_string(m_pictures) + " pictures have another size than the file says (" + m_otherExample + "): every box would be shifted.", Correction::OtherSize);
    if (m_turned > 0)
        suspect(m_turned, std::to_string(m_turned) + " of " + std::to_string(m_pictures) + " pictures are shown turned by their EXIF orientation; the boxes belong to the unturned ones.", Correction::ExifTurned);
    const auto note = [&](std::size_t count, const char* rest) {
        if (count > 0) found.push_back({Finding::Kind::Note, counted(count, m_boxes, rest), {}, count});
    };
    note(m_negative, "begin left of or above their picture; they are kept, and cut to it where a model sees them.");
    note(m_outside, "leave their picture; they are kept, and cut to it where a model sees them.");
    note(m_empty + m_backwards, "have no area; they are kept, and cannot be captioned.");
    return found;
}

namespace {

Box2 correctedBox(Box2 box, Correction correction, double width, double height) {
    switch (correction) {
    case Correction::XyxyAsXywh: return {box.x, box.y, box.width - box.x, box.height - box.y};
    case Correction::XywhAsXyxy: return {box.x, box.y, box.x + box.width, box.y + box.height};
    case Correction::Normalised: return {box.x * width, box.y * height, box.width * width, box.height * height};
    case Correction::OneBased: return {box.x - 1, box.y - 1, box.width, box.height};
    case Correction::OtherSize:
    case Correction::ExifTurned: break;
    }
    return box;
}

/// Points of the stored picture, as it lies in the file, to the shown one.
geometry::Point2 turnedPoint(geometry::Point2 p, int orientation, double width, double height) {
    switch (orientation) { // EXIF 2.3, tag 274; width and height of the stored picture
    case 2: return {width - p.x, p.y};
    case 3: return {width - p.x, height - p.y};
    case 4: return {p.x, height - p.y};
    case 5: return {p.y, p.x};
    case 6: return {height - p.y, p.x};
    case 7: return {height - p.y, width - p.x};
    case 8: return {p.y, width - p.x};
    default: return p;
    }
}

template <typename Map>
geometry::Shape2 mapped(const geometry::Shape2& shape, const Map& map) {
    std::vector<geometry::Point2> corners = geometry::cornersOf(shape);
    for (geometry::Point2& corner : corners) corner = map(corner);
    if (shape.kind == geometry::Shape2::Kind::Box) return geometry::boxShape(geometry::boundsOf(corners));
    return shape.kind == geometry::Shape2::Kind::RotatedBox ? geometry::fromFourCorners(corners) : geometry::polygon(std::move(corners));
}

} // namespace

geometry::Shape2 corrected(const geometry::Shape2& shape, const std::vector<Correction>& corrections, const PictureSize& actual,
                           int namedWidth, int namedHeight) {
    geometry::Shape2 now = shape;
    const double width = actual.width > 0 ? actual.width : namedWidth, height = actual.height > 0 ? actual.height : namedHeight;
    const bool sizesKnown = actual.width > 0 && actual.height > 0 && namedWidth > 0 && namedHeight > 0;
    for (const Correction correction : corrections) {
        if (correction == Correction::OtherSize && sizesKnown) {
            const double sx = width / namedWidth, sy = height / namedHeight;
            now = mapped(now, [&](geometry::Point2 p) { return geometry::Point2{p.x * sx, p.y * sy}; });
        } else if (correction == Correction::ExifTurned && sizesKnown) {
            now = mapped(now, [&](geometry::Point2 p) { return turnedPoint(p, actual.exifOrientation, namedWidth, namedHeight); });
        } else if (correction == Correction::OneBased && now.kind != geometry::Shape2::Kind::Box) {
            now = geometry::moved(now, -1, -1);
        } else if (correction == Correction::Normalised && now.kind != geometry::Shape2::Kind::Box) {
            now = mapped(now, [&](geometry::Point2 p) { return geometry::Point2{p.x * width, p.y * height}; });
        } else if (now.kind == geometry::Shape2::Kind::Box) {
            now.box = correctedBox(now.box, correction, width, height);
        }
    }
    return now;
}

} // namespace rb::formats
