#include "core/formats/annotators/cvat.h"
#include "core/formats/annotators/cvat_labels.h"
#include "core/formats/annotators/cvat_shape.h"
#include "core/formats/extra_fields.h"
#include "core/formats/file_bytes.h"
#include "core/formats/picture_files.h"

namespace rb::formats {

using nlohmann::json;

namespace {

// An ellipse or mask from a file of CVAT goes back as it was, unless its box was changed since.
XmlNode nodeOf(const RegionRecord& region, const json& extra) {
    XmlNode was;
    const json kept = extraValue(extra, cvat_extra::kShape, json::object());
    for (const auto& [key, value] : kept.items()) {
        if (!value.is_string()) continue;
        if (key == cvat_extra::kElement) was.name = value;
        else if (isCvatGeometry(key)) was.attributes.emplace_back(key, value);
    }
    const Result<CvatShape> shape = cvatShape(was, {});
    return shape.ok() && shape->shape == region.shape ? was : cvatNode(region.shape);
}

void writeMarks(XmlText& xml, const json& extra, json marks) {
    marks.update(extraValue(extra, cvat_extra::kMarks, json::object()));
    for (const auto& [key, value] : marks.items()) {
        const bool taken = isCvatGeometry(key) || key == "label" || key == "id" || key == "name" || key == "subset";
        if (!taken && XmlText::isName(key) && value.is_string()) xml.attribute(key, value.get<std::string>());
    }
}

void writeAttributes(XmlText& xml, const std::vector<CaptionRecord>& captions, const json& extra) {
    const auto write = [&xml](const std::string& name, const std::string& text) {
        xml.open("attribute");
        xml.attribute("name", name);
        xml.text(text);
        xml.close();
    };
    for (std::size_t i = 0; i < captions.size(); ++i) write(cvatCaptionName(i), captions[i].text);
    const json others = extraValue(extra, cvat_extra::kAttributes, json::object());
    for (const auto& [name, value] : others.items())
        if (value.is_string()) write(name, value);
}

void writeRegion(XmlText& xml, const RegionRecord& region) {
    const json extra = ownExtra(region.extra, kCvat);
    const XmlNode node = nodeOf(region, extra);
    xml.open(node.name);
    xml.attribute("label", region.label.empty() ? kNoLabel : region.label);
    for (const auto& [key, value] : node.attributes) xml.attribute(key, value);
    writeMarks(xml, extra, cvatUsualMarks());
    writeAttributes(xml, region.captions, extra);
    xml.close();
}

/// Captions of the picture stand in its first tag; one is made for them where there is none.
void writeTags(XmlText& xml, const PictureRecord& picture, const json& extra) {
    json tags = extraValue(extra, cvat_extra::kTags, json::array());
    if (tags.empty() && !picture.captions.empty()) tags.push_back({{cvat_extra::kLabel, kCvatPictureLabel}});
    bool isFirst = true;
    for (const json& tag : tags) {
        if (!tag.is_object()) continue;
        xml.open("tag");
        xml.attribute("label", extraValue(tag, cvat_extra::kLabel, kCvatPictureLabel).get<std::string>());
        writeMarks(xml, tag, {{"source", "manual"}});
        writeAttributes(xml, isFirst ? picture.captions : std::vector<CaptionRecord>(), tag);
        xml.close();
        isFirst = false;
    }
}

void writePicture(XmlText& xml, const PictureRecord& picture, int number) {
    const json extra = ownExtra(picture.extra, kCvat);
    xml.open("image");
    xml.attribute("id", std::to_string(number));
    xml.attribute("name", picture.path);
    if (!picture.split.empty()) xml.attribute("subset", picture.split);
    if (picture.width > 0) xml.attribute("width", std::to_string(picture.width));
    if (picture.height > 0) xml.attribute("height", std::to_string(picture.height));
    writeMarks(xml, extra, json::object());
    for (const RegionRecord& each : picture.regions) writeRegion(xml, each);
    writeTags(xml, picture, extra);
    xml.close();
}

Status writeXml(const RecordSource& source, const std::string& task, FileSink& sink) {
    CvatLabels labels;
    const Status counted = source([&labels](const PictureRecord& picture) -> Status {
        labels.add(picture);
        return {};
    });
    if (!counted.ok()) return counted;
    XmlText xml;
    xml.open("annotations");
    xml.element("version", "1.1");
    labels.write(xml, task);
    int number = 0;
    const Status written = source([&](const PictureRecord& picture) {
        writePicture(xml, picture, number++);
        return sink.write(xml.take());
    });
    if (!written.ok()) return written;
    xml.close();
    return sink.write(xml.take() + "\n");
}

} // namespace

Status writeCvat(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const std::string stem = output.stem();
    const Status written = output.file(stem + ".xml", [&](FileSink& sink) { return writeXml(source, stem, sink); });
    if (!written.ok() || !options.copyPictures) return written;
    return source([&output](const PictureRecord& picture) { return copyPicture(picture, "images/" + picture.path, output); });
}

} // namespace rb::formats
