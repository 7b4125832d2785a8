#include "core/formats/annotators/annotators.h"
#include "core/formats/annotators/yolo.h"
#include "core/formats/annotators/yolo_line.h"
#include "core/formats/annotators/yolo_yaml.h"
#include "core/formats/file_bytes.h"
#include "core/formats/file_names.h"
#include "core/formats/picture_files.h"
#include "core/formats/text_numbers.h"
#include "core/media/image.h"

#include <algorithm>
#include <map>
#include <set>

namespace rb::formats {
namespace fs = std::filesystem;

namespace {

constexpr const char* kAll = kYoloNoSplit;

class Writer {
public:
    Writer(std::string dialect, bool copiesPictures, OutputTree& output)
        : m_dialect(std::move(dialect)), m_copiesPictures(copiesPictures), m_output(output) {}

    Status add(PictureRecord picture) {
        const std::string split = yoloHoldsSplit(picture.split) ? picture.split : kYoloNoSplit;
        m_splits.insert(split);
        if (Status sized = findSize(picture); !sized.ok()) return sized;
        std::string lines;
        for (const RegionRecord& each : picture.regions)
            lines += yoloLine(classOf(each.label), each.shape, m_dialect, picture.width, picture.height) + "\n";
        const std::string path = split + "/" + placeIn(split, picture.path);
        if (Status written = m_output.file("labels/" + pathWithoutSuffix(path) + ".txt", lines); !written.ok()) return written;
        return m_copiesPictures ? copyPicture(picture, "images/" + path, m_output) : Status();
    }

    Status end() {
        // Trainers insist on both; a data set without splits is checked on what it learns from.
        const std::string first = m_splits.empty() ? kAll : *m_splits.begin();
        const std::string train = m_splits.contains("train") ? "train" : m_splits.contains(kAll) ? kAll : first;
        std::string text =
            "path: .\ntrain: images/" + train + "\nval: images/" + (m_splits.contains("val") ? "val" : train) + "\n";
        for (const std::string& each : m_splits)
            if (each != "train" && each != "val" && each != train) text += each + ": images/" + each + "\n";
        text += "names:\n";
        for (std::size_t i = 0; i < m_order.size(); ++i) text += "  " + std::to_string(i) + ": " + yamlQuoted(m_order[i]) + "\n";
        return m_output.file("data.yaml", text);
    }

private:
    /// The picture's path without the folders that a data set of YOLO puts around it.
    static std::string placeIn(const std::string& split, const std::string& path) {
        std::vector<std::string_view> folders = parts(path, '/');
        while (folders.size() > 1 && (folders.front() == "images" || folders.front() == split)) folders.erase(folders.begin());
        std::string place;
        for (std::string_view each : folders) place += (place.empty() ? "" : "/") + std::string(each);
        return place;
    }

    static Status findSize(PictureRecord& picture) {
        if ((picture.width > 0 && picture.height > 0) || picture.regions.empty()) return {};
        const Result<media::ImageHeader> header = media::readImageHeader(picture.file);
        if (!header.ok())
            return Error{ErrorCode::InvalidArgument,
                         "The size of the picture " + picture.path + " is not known, and YOLO's numbers are parts of it."};
        picture.width = header->shownWidth();
        picture.height = header->shownHeight();
        return {};
    }

    std::int64_t classOf(const std::string& label) {
        const std::string name = label.empty() ? kNoLabel : label;
        const auto [at, isNew] = m_classes.emplace(name, static_cast<std::int64_t>(m_order.size()));
        if (isNew) m_order.push_back(name);
        return at->second;
    }

    std::string m_dialect;
    bool m_copiesPictures;
    OutputTree& m_output;
    std::map<std::string, std::int64_t> m_classes;
    std::vector<std::string> m_order;
    std::set<std::string> m_splits;
};

} // namespace

bool yoloHoldsSplit(const std::string& split) {
    // "valid" is read as "val".
    static const std::set<std::string> kTaken{"path", "names", "nc", "download", "kpt_shape", kAll, "valid"};
    const auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'; };
    return !split.empty() && std::all_of(split.begin(), split.end(), plain) && !kTaken.contains(split);
}

Status writeYolo(const RecordSource& source, const WriteOptions& options, OutputTree& output) {
    const Result<std::string> dialect = dialectOf(yoloFormat(), options.dialect);
    if (!dialect.ok()) return dialect.error();
    Writer writer(*dialect, options.copyPictures, output);
    if (Status written = source([&writer](const PictureRecord& picture) { return writer.add(picture); }); !written.ok())
        return written;
    return writer.end();
}

} // namespace rb::formats
