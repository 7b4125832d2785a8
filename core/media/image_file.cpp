#include "core/media/image.h"

#include "core/base/durable_file.h"
#include "core/media/png_header.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QImageReader>

#include <algorithm>
#include <cstring>
#include <mutex>

namespace rb::media {
namespace {

constexpr qint64 kPngHeaderBytes = 33;

QString qtPath(const std::filesystem::path& path) { return QString::fromStdString(path.string()); }

// Qt's own limit of 128 MB refuses an honest 36-megapixel photo; the header is checked here first.
void raiseQtLimit() {
    static std::once_flag once;
    std::call_once(once, [] { QImageReader::setAllocationLimit(4096); });
}

/// EXIF's number for what Qt calls a transformation.
int orientationOf(QImageIOHandler::Transformations transformation) {
    switch (transformation.toInt()) {
    case QImageIOHandler::TransformationMirror: return 2;
    case QImageIOHandler::TransformationRotate180: return 3;
    case QImageIOHandler::TransformationFlip: return 4;
    case QImageIOHandler::TransformationFlipAndRotate90: return 5;
    case QImageIOHandler::TransformationRotate90: return 6;
    case QImageIOHandler::TransformationMirrorAndRotate90: return 7;
    case QImageIOHandler::TransformationRotate270: return 8;
    default: return 1;
    }
}

Error refusal(ErrorCode code, const std::filesystem::path& path, const std::string& reason) {
    return {code, path.string() + " is not a picture that can be read: " + reason + "."};
}

Status checkFile(const std::filesystem::path& path) {
    const QFileInfo info(qtPath(path));
    if (!info.exists()) return Error{ErrorCode::FileNotFound, "There is no file " + path.string() + "."};
    if (!info.isFile()) return refusal(ErrorCode::FileUnreadable, path, "it is not a file");
    if (!info.isReadable()) return refusal(ErrorCode::FileUnreadable, path, "the system does not allow it");
    if (info.size() == 0) return refusal(ErrorCode::FileInvalid, path, "it is empty");
    QFile file(qtPath(path));
    if (!file.open(QIODevice::ReadOnly)) return refusal(ErrorCode::FileUnreadable, path, "the system does not allow it");
    const QByteArray start = file.read(kPngHeaderBytes);
    if (const auto fault = faultOfPngHeader({start.constData(), static_cast<std::size_t>(start.size())})) return refusal(ErrorCode::FileInvalid, path, *fault);
    return {};
}

Result<ImageHeader> headerOf(QImageReader& reader, const std::filesystem::path& path) {
    if (!reader.canRead())
        return refusal(ErrorCode::Unsupported, path, "its content is of no known picture format, or its header is damaged");
    // A drawing has no pixels of its own, and may name other files that its reader would open.
    if (reader.format().startsWith("svg"))
        return refusal(ErrorCode::Unsupported, path, "it is a drawing, not a picture of pixels");
    const QSize size = reader.size();
    if (size.width() <= 0 || size.height() <= 0)
        return refusal(ErrorCode::FileInvalid, path, "its header gives no size");
    return ImageHeader{size.width(), size.height(), orientationOf(reader.transformation()),
                       reader.format().toStdString()};
}

/// The first marker behind the entropy-coded data that begins at `at` (ISO/IEC 10918-1, B.1.1.5).
std::size_t endOfScan(std::string_view jpeg, std::size_t at) {
    at = std::min(jpeg.find('\xFF', at), jpeg.size());
    while (at + 1 < jpeg.size()) {
        const auto code = static_cast<unsigned char>(jpeg[at + 1]);
        if (code != 0 && code != 0xFF && (code < 0xD0 || code > 0xD7)) return at;
        at = std::min(jpeg.find('\xFF', at + 1), jpeg.size());
    }
    return jpeg.size();
}

/// Whether the picture's end marker comes before the file's end. Qt would fill what is missing with grey.
bool reachesEndOfPicture(std::string_view jpeg) {
    const auto byte = [jpeg](std::size_t i) -> std::size_t { return static_cast<unsigned char>(jpeg[i]); };
    for (std::size_t at = 2; at + 1 < jpeg.size();) {
        const std::size_t code = byte(at + 1);
        if (byte(at) != 0xFF || code == 0xFF) {
            ++at;
            continue;
        }
        if (code == 0xD9) return true;
        if (at + 3 >= jpeg.size()) return false;
        at += 2 + (byte(at + 2) << 8U) + byte(at + 3);
        if (code == 0xDA) at = endOfScan(jpeg, at);
    }
    return false;
}

Status checkJpegIsWhole(const std::filesystem::path& path) {
    const Result<std::string> bytes = readFile(path, std::uint64_t{2} << 30);
    if (!bytes.ok()) return bytes.error();
    if (!reachesEndOfPicture(*bytes)) return refusal(ErrorCode::FileInvalid, path, "it ends before its picture does");
    return {};
}

/// Three bytes a pixel from a row of one of the formats that the decoders deliver.
void appendRow(const QImage& image, int y, std::uint8_t* out) {
    const int width = image.width();
    const uchar* row = image.constScanLine(y);
    if (image.format() == QImage::Format_Grayscale16) {
        const auto* values = reinterpret_cast<const quint16*>(row);
        // PIL clips 16-bit gray, it does not shift.
        for (int x = 0; x < width; ++x, out += 3) std::memset(out, std::min<int>(values[x], 255), 3);
    } else if (image.format() == QImage::Format_RGBX64 || image.format() == QImage::Format_RGBA64) {
        const auto* values = reinterpret_cast<const quint16*>(row);
        for (int x = 0; x < width; ++x)
            for (int c = 0; c < 3; ++c) *out++ = static_cast<std::uint8_t>(values[4 * x + c] >> 8);
    } else if (image.format() == QImage::Format_RGB32 || image.format() == QImage::Format_ARGB32) {
        const auto* pixels = reinterpret_cast<const QRgb*>(row);
        for (int x = 0; x < width; ++x) {
            *out++ = static_cast<std::uint8_t>(qRed(pixels[x]));
            *out++ = static_cast<std::uint8_t>(qGreen(pixels[x]));
            *out++ = static_cast<std::uint8_t>(qBlue(pixels[x]));
        }
    } else {
        for (int x = 0; x < width; ++x) {
            const QRgb pixel = image.pixel(x, y);
            *out++ = static_cast<std::uint8_t>(qRed(pixel));
            *out++ = static_cast<std::uint8_t>(qGreen(pixel));
            *out++ = static_cast<std::uint8_t>(qBlue(pixel));
        }
    }
}

Image fromQt(const QImage& decoded) {
    Image image{decoded.width(), decoded.height(), {}};
    image.rgb.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height) * 3);
    const auto stride = static_cast<std::size_t>(image.width) * 3;
    for (int y = 0; y < image.height; ++y) appendRow(decoded, y, image.rgb.data() + static_cast<std::size_t>(y) * stride);
    return image;
}

/// Where pixel (x, y) of the shown picture is stored.
struct StoredPlace {
    int width, height, orientation; ///< of the stored picture
    std::size_t operator()(int x, int y) const {
        int sx = x, sy = y;
        if (orientation >= 5) std::swap(sx, sy);
        if (orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8) sx = width - 1 - sx;
        if (orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7) sy = height - 1 - sy;
        return (static_cast<std::size_t>(sy) * static_cast<std::size_t>(width) + static_cast<std::size_t>(sx)) * 3;
    }
};

Image oriented(const Image& stored, const ImageHeader& header) {
    if (header.exifOrientation == 1) return stored;
    Image shown{header.shownWidth(), header.shownHeight(), {}};
    shown.rgb.resize(stored.rgb.size());
    const StoredPlace place{stored.width, stored.height, header.exifOrientation};
    std::size_t out = 0;
    for (int y = 0; y < shown.height; ++y)
        for (int x = 0; x < shown.width; ++x, out += 3) std::memcpy(&shown.rgb[out], &stored.rgb[place(x, y)], 3);
    return shown;
}

} // namespace

Result<ImageHeader> readImageHeader(const std::filesystem::path& path) {
    if (Status status = checkFile(path); !status.ok()) return status.error();
    QImageReader reader(qtPath(path));
    reader.setDecideFormatFromContent(true);
    return headerOf(reader, path);
}

Result<Image> readImage(const std::filesystem::path& path, const ImageReadOptions& options) {
    if (Status status = checkFile(path); !status.ok()) return status.error();
    raiseQtLimit();
    QImageReader reader(qtPath(path));
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(false);
    Result<ImageHeader> header = headerOf(reader, path);
    if (!header.ok()) return header.error();
    const auto pixels = static_cast<std::uint64_t>(header->width) * static_cast<std::uint64_t>(header->height);
    if (pixels > options.maxPixels)
        return Error{ErrorCode::TooLarge, path.string() + " has " + std::to_string(header->width) + " by " +
                                              std::to_string(header->height) + " pixels; at most " +
                                              std::to_string(options.maxPixels / 1'000'000) + " million are opened."};
    if (header->format == "jpeg")
        if (Status status = checkJpegIsWhole(path); !status.ok()) return status.error();
    const QImage decoded = reader.read();
    if (decoded.isNull()) return refusal(ErrorCode::FileInvalid, path, reader.errorString().toStdString());
    Image image = fromQt(decoded);
    return options.applyExifOrientation ? oriented(image, *header) : image;
}

Status writeImage(const std::filesystem::path& path, const Image& image) {
    const QImage view(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const QString ending = QFileInfo(qtPath(path)).suffix().toLower();
    const bool jpeg = ending == QLatin1String("jpg") || ending == QLatin1String("jpeg");
    if (!view.save(&buffer, jpeg ? "JPEG" : "PNG", jpeg ? 92 : -1))
        return Error{ErrorCode::Internal, path.string() + " could not be encoded as a picture."};
    return replaceFile(path, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace rb::media
