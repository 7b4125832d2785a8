#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rb::formats {

/// A key at the top of a YAML file.
struct YamlEntry {
    struct Item {
        std::string key;   ///< empty in a list and of a single value
        std::string value;
    };
    std::string key;
    std::vector<Item> items; ///< one of a single value, else those of the list or mapping
    bool isSingle = false;
};

/// Reads the plain part of YAML that data sets of YOLO are described in: keys with a single value,
/// a list or a mapping, in brackets or as a block. What is nested deeper is not understood and passed
/// over. At most 16 MiB are read.
Result<std::vector<YamlEntry>> readYamlEntries(const std::filesystem::path& file);

/// The text in quotes that YAML reads back the same.
std::string yamlQuoted(const std::string& text);

} // namespace rb::formats
