#include "core/formats/caption_text.h"
#include "core/formats/file_names.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/trainers.h"
#include "core/media/image.h"

#include <QBuffer>
#include <QImage>

#include <algorithm>
#include <cmath>

namespace rb::formats {
namespace {

struct PixelRect {
    int x1, y1, x2, y2;
    bool isEmpty() const { return x1 >= x2 || y1 >= y2; }
};

/// All pixels that the box touches.
PixelRect cropOf(const geometry::Box2& box, const media::Image& image) {
    const auto inside = [](double at, int side) { return static_cast<int>(std::clamp(at, 0.0, double(side))); };
    return {inside(std::floor(box.x), image.width), inside(std::floor(box.y), image.height),
            inside(std::ceil(box.x + box.width), image.width), inside(std::ceil(box.y + box.height), image.height)};
}

Result<std::string> pngOf(const media::Image& image, const PixelRect& crop) {
    const std::size_t begin =
        (static_cast<std::size_t>(crop.y1) * static_cast<std::size_t>(image.width) + static_cast<std::size_t>(crop.x1)) * 3;
    const QImage view(image.rgb.data() + begin, crop.x2 - crop.x1, crop.y2 - crop.y1, qsizetype{3} * image.width,
                      QImage::Format_RGB888);
    QBuffer bytes;
    if (!bytes.open(QIODevice::WriteOnly) || !view.save(&bytes, "PNG"))
        return Error{ErrorCode::Internal, "A crop could not be made a PNG."};
    return bytes.data().toStdString();
}

/// One line, for the first is all that most trainers read. Empty without a caption: they stop at an empty side-car, so the region is left out.
std::string captionOf(const RegionRecord& region) {
    const std::string line = region.captions.empty() ? std::string() : oneLine(region.captions.front().text);
    return isBlank(line) ? std::string() : line;
}

Result<media::Image> pixelsOf(const PictureRecord& picture) {
    if (picture.file.empty())
        return Error{ErrorCode::FileNotFound, picture.path + " is missing, and its regions cannot be cut out."};
    Result<media::Image> image = media::readImage(picture.file);
    if (!image.ok()) return image;
    if (picture.width > 0 && picture.height > 0 && (image->width != picture.width || image->height != picture.height))
        return Error{ErrorCode::FileInvalid, picture.file.string() + " must have " + std::to_string(picture.width) + " x " +
                                                 std::to_string(picture.height) +
                                                 " pixels, for which its boxes were drawn, but has " +
                                                 std::to_string(image->width) + " x " + std::to_string(image->height) + "."};
    return image;
}

class CropWriter {
public:
    CropWriter(OutputTree& output, std::string suffix) : m_output(output), m_suffix(std::move(suffix)) {}

    Status add(const PictureRecord& picture) {
        const auto hasCaption = [](const RegionRecord& region) { return !captionOf(region).empty(); };
        if (std::none_of(picture.regions.begin(), picture.regions.end(), hasCaption)) return {};
        Result<media::Image> image = m_output.keepsBytes() ? pixelsOf(picture) : media::Image{};
        if (!image.ok()) return image.error();
        for (std::size_t i = 0; i < picture.regions.size(); ++i) {
            const std::string caption = captionOf(picture.regions[i]);
            if (caption.empty()) continue;
            if (Status written = addRegion(nameOf(picture, i), picture.regions[i], caption, *image); !written.ok())
                return written;
        }
        return {};
    }

private:
    // Trainers cut names with dots or many underscores.
    std::string nameOf(const PictureRecord& picture, std::size_t number) {
        const std::string stem = pathWithoutSuffix(picture.path);
        const std::string& id = picture.regions[number].id;
        return m_names.claim(withDashes(stem.substr(stem.find_last_of('/') + 1), "._") + "_r" +
                             plainName(id.empty() ? std::to_string(number + 1) : id));
    }
    Status addRegion(const std::string& name, const RegionRecord& region, const std::string& caption, const media::Image& image) {
        const std::string path = "1_region/" + name;
        if (m_output.keepsBytes()) {
            const PixelRect crop = cropOf(geometry::boundsOf(region.shape), image);
            if (crop.isEmpty()) return {};
            const Result<std::string> png = pngOf(image, crop);
            if (!png.ok()) return png.error();
            if (Status written = m_output.file(path + ".png", *png); !written.ok()) return written;
        }
        return m_output.file(path + m_suffix, caption + "\n");
    }

    OutputTree& m_output;
    std::string m_suffix;
    UniqueNames m_names;
};

} // namespace

Status writeKohya(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(kohyaFormat(), options.dialect);
    if (!dialect.ok()) return dialect.error();
    CropWriter writer(output, *dialect);
    return source([&writer](const PictureRecord& picture) { return writer.add(picture); });
}

} // namespace rb::formats
