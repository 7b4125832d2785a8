#pragma once

#include <filesystem>
#include <set>
#include <string>

namespace rb::formats {

/// Up to 8 KB from the beginning of a file; empty when it is none.
std::string firstBytesOf(const std::filesystem::path& path);

/// What the beginning of a JSON file shows of its first record: the first object of a list, or the
/// object at the top.
struct RecordHead {
    bool isList = false;
    std::set<std::string> keys;  ///< of the record
    std::set<std::string> inner; ///< of what is nested in it
};

/// Never fails: a file that is no JSON shows nothing.
RecordHead recordHeadOf(const std::filesystem::path& path);

} // namespace rb::formats
