#include "core/formats/json_head.h"
#include "core/formats/json_list.h"
#include "core/formats/json_objects.h"
#include "core/formats/trainers/grounding.h"
#include "core/formats/trainers/trainers.h"

namespace rb::formats {
namespace {

bool recognises(const std::filesystem::path& path) {
    const JsonHead head = jsonHead(path);
    return head.recordHas("image") && head.recordHas("text") && !head.recordHas("conversations");
}

std::optional<GroundingStyle> styleIn(RecordFields& fields, const std::string& text) {
    if (!fields.has("style")) {
        const std::optional<GroundingStyle> style = styleOf(text);
        if (!style) fields.refuse("style", "\"qwen2_5_vl\" or \"qwen3_vl\", which write the same text for different boxes");
        return style;
    }
    const std::optional<GroundingStyle> style = groundingStyle(fields.text("style"));
    if (!style) fields.refuse("style", "a grounding style such as \"kosmos2\"");
    return style;
}

std::optional<PixelSize> resizedIn(RecordFields& fields) {
    const PixelSize resized{fields.side("resized_width"), fields.side("resized_height")};
    if (resized.width == 0 || resized.height == 0) return std::nullopt;
    return resized;
}

RecordSink::result_type takeText(const GroundedText& text, PictureRecord picture, const RecordSink& sink) {
    for (const GroundedRegion& each : text.regions) {
        RegionRecord region;
        region.shape = geometry::boxShape(each.box);
        if (!each.phrase.empty()) region.captions.push_back(textCaption(each.phrase));
        picture.regions.push_back(std::move(region));
    }
    if (text.saysMore) picture.captions.push_back(textCaption(text.plain));
    return sink(std::move(picture));
}

Status takeRecord(RecordFields& fields, const PictureSizes& sizes, const RecordSink& sink) {
    PictureRecord picture;
    picture.path = fields.path("image");
    const std::string text = fields.text("text", "");
    const std::optional<GroundingStyle> style = styleIn(fields, text);
    const std::optional<PixelSize> resized = resizedIn(fields);
    if (!fields.status().ok()) return fields.status();
    const Result<PixelSize> size = sizes.of(fields, picture.path);
    if (!size.ok()) return Error{size.error().code, fields.place() + " gives no width and height, and " + size.error().message};
    picture.width = size->width;
    picture.height = size->height;
    const Result<GroundedText> grounded = decodeGrounding(text, *size, *style, fields.place(), resized);
    if (!grounded.ok()) return grounded.error();
    return takeText(*grounded, std::move(picture), sink);
}

Status read(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally&) {
    const PictureSizes sizes(path, options);
    return readJsonObjects(path, [&](RecordFields& fields) { return takeRecord(fields, sizes, sink); });
}

class LineWriter {
public:
    LineWriter(FileSink& sink, GroundingStyle style) : m_sink(sink), m_style(style) {}

    Status add(const PictureRecord& picture) {
        const Result<PixelSize> size = sizeOf(picture);
        if (!size.ok()) return size.error();
        Status written = picture.captions.empty() ? Status() : add(picture.path, *size, picture.captions.front().text);
        for (const RegionRecord& region : picture.regions) {
            if (!written.ok() || region.captions.empty()) continue;
            const GroundedRegion grounded{geometry::boundsOf(region.shape), region.captions.front().text};
            written = add(picture.path, *size, encodeGrounding(grounded, *size, m_style));
        }
        return written;
    }

private:
    Status add(const std::string& path, PixelSize size, const std::string& text) {
        Json line = {{"image", path}, {"width", size.width}, {"height", size.height}, {"style", nameOf(m_style)}, {"text", text}};
        if (m_style == GroundingStyle::Qwen25Vl) {
            const PixelSize resized = smartResized(size, 28);
            line["resized_width"] = resized.width;
            line["resized_height"] = resized.height;
        }
        return writeLine(line, m_sink);
    }

    FileSink& m_sink;
    GroundingStyle m_style;
};

Status write(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(groundingFormat(), options.dialect);
    if (!dialect.ok()) return dialect.error();
    return output.file(output.stem() + ".jsonl", [&](FileSink& sink) {
        LineWriter writer(sink, *groundingStyle(*dialect));
        return source([&writer](const PictureRecord& picture) { return writer.add(picture); });
    });
}

Format describe() {
    Format format{.name = "grounding", .title = "Grounding text of vision-language models", .output = Format::Output::File,
                  .suffix = ".jsonl", .dialects = {}, .holds = {}, .recognises = recognises, .read = read, .write = write};
    for (const GroundingStyle style : kGroundingStyles) format.dialects.push_back(nameOf(style));
    format.holds = {.pictureCaptions = true, .text = Holds::Text::Trimmed, .captionlessRegions = false, .exactBoxes = false,
                    .rounding = "boxes are cut off at the picture's edge and written in the steps of the model's text",
                    .emptyPictures = false};
    return format;
}

} // namespace

const Format& groundingFormat() {
    static const Format kFormat = describe();
    return kFormat;
}

} // namespace rb::formats
