#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rb::formats {

/// "a/b.c.jpg" → "a/b.c".
std::string pathWithoutSuffix(const std::string& path);
/// ".JPG" → ".jpg" of "a/b.JPG"; empty when there is none.
std::string suffixOf(const std::string& path);
/// Endings of pictures, in lower case.
const std::vector<std::string_view>& pictureSuffixes();
bool isPictureSuffix(std::string_view lowerCaseSuffix);
/// Each of `unwanted` in the last part of the path becomes '-'.
std::string withDashes(std::string path, std::string_view unwanted);
/// All but letters, digits and '-' becomes '-'.
std::string plainName(std::string text);

/// Names that no file system takes for the same: a second one gets "-2" at its end.
class UniqueNames {
public:
    std::string claim(const std::string& wanted);

private:
    std::set<std::string> m_taken;     ///< in lower case
    std::map<std::string, int> m_next; ///< number to try for a name that was wanted before
};

} // namespace rb::formats
