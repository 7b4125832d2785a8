#include "core/base/durable_file.h"
#include "core/formats/annotators/yolo.h"
#include "core/formats/annotators/yolo_layout.h"
#include "core/formats/file_names.h"
#include "core/formats/picture_files.h"
#include "core/formats/safe_path.h"
#include "core/formats/text_numbers.h"

#include <algorithm>

namespace rb::formats {
namespace fs = std::filesystem;

namespace {

/// A picture of this path without its ending.
fs::path pictureAt(const fs::path& stem) {
    std::error_code ignored;
    for (std::string_view suffix : pictureSuffixes()) {
        std::string capitals(suffix);
        std::transform(capitals.begin() + 1, capitals.end(), capitals.begin() + 1,
                       [](char c) { return static_cast<char>(c - 'a' + 'A'); });
        for (const fs::path& file : {fs::path(stem.string() + std::string(suffix)), fs::path(stem.string() + capitals)})
            if (fs::is_regular_file(file, ignored)) return file;
    }
    return {};
}

class Items {
public:
    Items(const YoloDataSet& dataSet, const YoloFolder& folder, const fs::path& media)
        : m_set(dataSet), m_folder(folder), m_media(media) {}

    std::vector<YoloItem> take() {
        if (suffixOf(m_folder.pictures) == ".txt") addListed();
        else addBoth();
        std::vector<YoloItem> items;
        for (auto& [stem, item] : m_items) {
            if (item.picture.empty()) findPictureOf(stem, item);
            item.split = splitOf(stem);
            items.push_back(std::move(item));
        }
        return items;
    }

private:
    void addBoth() {
        // Where the pictures lie elsewhere, only labels tell which of them are meant.
        if (m_media.empty())
            for (const fs::path& file : filesBelow(m_set.root / m_folder.pictures, pictureSuffixes()))
                addPicture(pathBelow(m_set.root, file));
        for (const fs::path& file : filesBelow(m_set.root / m_folder.labels, {".txt"}))
            if (!isYoloList(file)) m_items[pathWithoutSuffix(pathBelow(m_set.root, file))].labels = file;
    }

    void addListed() {
        constexpr std::uint64_t kLargest = std::uint64_t{256} << 20;
        const Result<std::string> list = readFile(m_set.root / m_folder.pictures, kLargest);
        if (!list.ok()) return;
        for (std::string_view line : parts(*list, '\n'))
            if (const Result<std::string> path = safeRelativePath(std::string(trimmed(line)), {}); path.ok()) addPicture(*path);
    }

    void addPicture(const std::string& path) {
        const std::string stem = pathWithoutSuffix(yoloRenamed(path, "images", "labels"));
        YoloItem& item = m_items[stem];
        item.path = path;
        std::error_code ignored;
        if (fs::is_regular_file(m_set.root / path, ignored)) item.picture = m_set.root / path;
        if (const fs::path labels = m_set.root / (stem + ".txt"); fs::is_regular_file(labels, ignored)) item.labels = labels;
    }

    void findPictureOf(const std::string& stem, YoloItem& item) {
        const std::vector<std::string> inside{yoloRenamed(stem, "labels", "images"), stem};
        const std::string below = m_folder.labels.empty() ? stem : pathBelow(m_folder.labels, stem);
        const std::vector<std::string> outside{below, fs::path(stem).filename().string()};
        const fs::path& root = m_media.empty() ? m_set.root : m_media;
        for (const std::string& each : m_media.empty() ? inside : outside) {
            item.picture = pictureAt(root / each);
            if (item.picture.empty()) continue;
            item.path = pathBelow(root, item.picture);
            return;
        }
    }

    /// By a folder on the way, else by the only entry of data.yaml that names it.
    std::string splitOf(const std::string& stem) const {
        const std::string folders = fs::path(stem).parent_path().generic_string();
        for (std::string_view each : parts(folders, '/')) {
            const bool isNamed = std::find(m_folder.splits.begin(), m_folder.splits.end(), each) != m_folder.splits.end();
            if (isNamed || each == "train" || each == "val" || each == "valid" || each == "test")
                return called(std::string(each));
        }
        return m_folder.splits.size() == 1 ? called(m_folder.splits[0]) : std::string();
    }
    static std::string called(const std::string& split) {
        return split == "valid" ? "val" : split == kYoloNoSplit ? std::string() : split;
    }

    const YoloDataSet& m_set;
    const YoloFolder& m_folder;
    const fs::path& m_media;
    std::map<std::string, YoloItem> m_items; ///< by the path of the labels without its ending
};

} // namespace

std::vector<YoloItem> yoloItems(const YoloDataSet& dataSet, const YoloFolder& folder, const fs::path& media) {
    return Items(dataSet, folder, media).take();
}

} // namespace rb::formats
