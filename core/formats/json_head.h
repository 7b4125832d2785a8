#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

namespace rb::formats {

/// What the first kilobytes of a JSON file show of its structure, for telling formats apart.
struct JsonHead {
    enum class Top { Nothing, Object, List };
    Top top = Top::Nothing;              ///< Nothing: no readable file, or no JSON
    std::set<std::string> keys;          ///< of the object on top (in a file of lines: of the first)
    /// Keys of the first objects in the list at each key of the top; a list on top has the key "".
    std::map<std::string, std::set<std::string>> recordKeys;
    std::set<std::string> innerKeys;     ///< of all that is nested in records: objects of a list on top, or the one on top

    bool has(const char* key) const { return keys.contains(key); }
    bool recordHas(const char* list, const char* key) const {
        const auto found = recordKeys.find(list);
        return found != recordKeys.end() && found->second.contains(key);
    }
    /// Of a file that is a list of records, or lines of them.
    bool recordHas(const char* key) const { return top == Top::List ? recordHas("", key) : has(key); }
};

JsonHead jsonHead(const std::filesystem::path& path);

} // namespace rb::formats
