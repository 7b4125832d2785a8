#pragma once

#include "core/formats/staged_output.h"
#include "tests/core/formats/golden_records.h"

#include <QTemporaryDir>

namespace rb::formats::test {

/// The pictures and regions of tests/data/formats/expected.json as records, their files among them.
inline std::vector<PictureRecord> goldenPictures() {
    std::vector<PictureRecord> pictures;
    const nlohmann::json truth = readJson(dataFile("expected.json"));
    for (const auto& image : truth["images"]) {
        PictureRecord picture;
        picture.path = image["file_name"];
        picture.id = std::to_string(image["id"].get<int>());
        picture.width = image["width"];
        picture.height = image["height"];
        picture.split = image["split"];
        picture.file = dataFile("images/" + picture.path);
        pictures.push_back(picture);
    }
    for (const GoldenRegion& each : goldenRegions()) {
        RegionRecord region;
        region.id = each.id;
        region.label = each.label;
        region.shape = geometry::boxShape(
            {each.corners[0], each.corners[1], each.corners[2] - each.corners[0], each.corners[3] - each.corners[1]});
        for (const std::string& text : each.captions) {
            region.captions.emplace_back();
            region.captions.back().text = text;
        }
        for (PictureRecord& picture : pictures)
            if (picture.path == each.image) picture.regions.push_back(region);
    }
    return pictures;
}

inline PictureRecord withCaption(PictureRecord picture, const std::string& text) {
    picture.captions.emplace_back();
    picture.captions.back().text = text;
    return picture;
}

inline std::vector<std::string> textsOf(const std::vector<CaptionRecord>& captions) {
    std::vector<std::string> texts;
    for (const CaptionRecord& caption : captions) texts.push_back(caption.text);
    return texts;
}

/// A folder that is written, or filled by hand, and read.
class Folder {
public:
    std::filesystem::path path() const { return m_folder.path().toStdString(); }
    std::filesystem::path put(const std::string& name, const std::string& bytes) const {
        const std::filesystem::path file = path() / name;
        std::filesystem::create_directories(file.parent_path());
        std::ofstream(file, std::ios::binary) << bytes;
        return file;
    }
    Status write(const Format& format, const std::vector<PictureRecord>& pictures, const WriteOptions& options = {}) {
        StagedOutput output(path(), "out");
        Status written = format.write(sourceOf(pictures), options, output);
        return written.ok() ? output.commit() : written;
    }
    std::string bytesOf(const std::string& name) const {
        std::ifstream in(path() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

private:
    QTemporaryDir m_folder;
};

/// One sentence: a capital or a path at its beginning, one full stop, and no line end.
inline bool isOneSentence(const Status& status, const std::string& mustSay) {
    if (status.ok()) return false;
    const std::string& text = status.error().message;
    return text.ends_with(".") && text.find('\n') == std::string::npos && text.find(mustSay) != std::string::npos;
}

inline WriteOptions dialect(const std::string& name) {
    WriteOptions options;
    options.dialect = name;
    return options;
}

} // namespace rb::formats::test

#define RB_OK(status)                                                                   \
    do {                                                                                \
        const rb::Status rbStatus = (status);                                           \
        QVERIFY2(rbStatus.ok(), rbStatus.ok() ? "" : rbStatus.error().message.c_str()); \
    } while (false)
#define RB_REFUSED(status, mustSay)                                                                                              \
    do {                                                                                                                         \
        const rb::Status rbStatus = (status);                                                                                    \
        QVERIFY2(rb::formats::test::isOneSentence(rbStatus, mustSay),                                                            \
                 rbStatus.ok() ? "it was accepted" : rbStatus.error().message.c_str());                                          \
    } while (false)
