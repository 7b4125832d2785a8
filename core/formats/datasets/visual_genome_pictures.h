#pragma once

#include "core/base/result.h"
#include "core/formats/records.h"

#include <unordered_map>

#include <nlohmann/json_fwd.hpp>

namespace rb::formats {

/// The pictures of image_data.json.
class GenomePictures {
public:
    /// Nothing when there is no such file.
    static Result<GenomePictures> read(const std::filesystem::path& file);

    /// A record without regions; of a picture that the file does not name, "<id>.jpg" without a size.
    Result<PictureRecord> picture(const std::string& id, const std::string& place) const;

private:
    Status take(const nlohmann::json& record);

    struct Entry {
        std::string path, extra;
        int width = 0, height = 0;
    };
    std::unordered_map<std::string, Entry> m_entries; ///< by id
};

/// Picture path in a url of Visual Genome's server: its last two parts; what is no url is a path as it stands.
std::string pathInGenomeUrl(const std::string& url);

} // namespace rb::formats
