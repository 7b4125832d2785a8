#pragma once

#include "core/formats/record_fields.h"
#include "core/formats/records.h"

#include <unordered_map>

namespace rb::formats {

inline constexpr const char* kCoco = "coco"; ///< the format's name, also in `extra`

/// The images and categories of a COCO file, which its annotations refer to.
class CocoTables {
public:
    struct Image {
        std::string id;                ///< of the picture, also where the entry is one of a box in it
        std::string path;
        int width = 0, height = 0;
    };

    /// Takes an entry of `images`, and tells it as a record of a picture without regions; nothing when
    /// the picture is told already.
    Result<std::optional<PictureRecord>> takeImage(const nlohmann::json& entry);
    Status takeCategory(const nlohmann::json& entry);

    /// Null when there is none.
    const Image* image(const std::string& id) const;
    const std::string* category(const std::string& id) const;
    std::size_t size() const { return m_images.size() + m_categories.size(); }

private:
    std::unordered_map<std::string, Image> m_images;
    std::unordered_map<std::string, std::string> m_categories;
};

/// Bare record of a picture, to put regions or captions into.
PictureRecord pictureOf(const CocoTables::Image& image);

/// Reads all images and categories of a file; each picture goes to `take` once.
Result<CocoTables> readCocoTables(const std::filesystem::path& path, const std::function<Status(PictureRecord)>& take);

} // namespace rb::formats
