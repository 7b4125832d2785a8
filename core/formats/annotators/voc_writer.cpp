#include "core/formats/annotators/voc.h"
#include "core/formats/annotators/xml_json.h"
#include "core/formats/extra_fields.h"
#include "core/formats/file_bytes.h"
#include "core/formats/file_names.h"
#include "core/formats/picture_files.h"

#include <algorithm>
#include <cmath>

namespace rb::formats {
namespace fs = std::filesystem;
using nlohmann::json;

namespace {

// A sum of x and width may miss the whole number it stands for by a rounding error.
std::string wholePixel(double value, int add) {
    constexpr double kLargest = 1e9, kRoundingError = 1e-9;
    return std::to_string(static_cast<std::int64_t>(std::floor(std::clamp(value, -kLargest, kLargest) + kRoundingError)) + add);
}

void writeUsual(XmlText& xml, json& extra, std::initializer_list<std::pair<const char*, const char*>> usual) {
    for (const auto& [name, value] : usual) {
        writeJson(xml, name, extraValue(extra, name, value));
        extra.erase(name);
    }
}

void writeOthers(XmlText& xml, const json& extra, std::initializer_list<const char*> taken) {
    for (const auto& [name, value] : extra.items())
        if (std::find(taken.begin(), taken.end(), name) == taken.end()) writeJson(xml, name, value);
}

void writeCaptions(XmlText& xml, const std::vector<CaptionRecord>& captions) {
    for (const CaptionRecord& each : captions) xml.element("caption", each.text);
}

void writeObject(XmlText& xml, const RegionRecord& region) {
    json extra = ownExtra(region.extra, kVoc);
    const geometry::Box2 box = geometry::boundsOf(region.shape);
    xml.open("object");
    xml.element("name", region.label);
    writeUsual(xml, extra, {{"pose", "Unspecified"}, {"truncated", "0"}, {"difficult", "0"}});
    xml.open("bndbox");
    // The devkit counts pixels from 1 and means the last pixel by the maximum.
    xml.element("xmin", wholePixel(box.x, 1));
    xml.element("ymin", wholePixel(box.y, 1));
    xml.element("xmax", wholePixel(box.x + box.width, 0));
    xml.element("ymax", wholePixel(box.y + box.height, 0));
    xml.close();
    writeCaptions(xml, region.captions);
    writeOthers(xml, extra, {"name", "bndbox", "robndbox", "polygon", "caption", "type"});
    xml.close();
}

void writeSize(XmlText& xml, const PictureRecord& picture) {
    xml.open("size");
    xml.element("width", std::to_string(picture.width));
    xml.element("height", std::to_string(picture.height));
    xml.element("depth", "3");
    xml.close();
}

std::string annotationText(const PictureRecord& picture) {
    json extra = ownExtra(picture.extra, kVoc);
    const fs::path path(picture.path);
    const std::string folder = path.has_parent_path() ? path.parent_path().filename().string() : "JPEGImages";
    XmlText xml;
    xml.open("annotation");
    writeUsual(xml, extra, {{"folder", folder.c_str()}});
    xml.element("filename", path.filename().string());
    writeSize(xml, picture);
    writeUsual(xml, extra, {{"segmented", "0"}});
    xml.element(kVocOrigin, "1");
    writeCaptions(xml, picture.captions);
    writeOthers(xml, extra, {"filename", "size", "object", "caption", kVocOrigin});
    for (const RegionRecord& each : picture.regions) writeObject(xml, each);
    xml.close();
    return xml.take() + "\n";
}

} // namespace

Status writeVoc(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    return source([&](const PictureRecord& picture) -> Status {
        const Status written = output.file("Annotations/" + pathWithoutSuffix(picture.path) + ".xml", annotationText(picture));
        if (!written.ok() || !options.copyPictures) return written;
        return copyPicture(picture, "JPEGImages/" + picture.path, output);
    });
}

} // namespace rb::formats
