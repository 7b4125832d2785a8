#include "core/exchange/clouds/record_files.h"

#include "core/base/durable_file.h"

#include <algorithm>
#include <sstream>

namespace rb::exchange {

namespace fs = std::filesystem;

bool isFolder(const fs::path& path) {
    std::error_code ignored;
    return fs::is_directory(path, ignored);
}

std::vector<fs::path> filesIn(const fs::path& folder, const char* ending) {
    std::vector<fs::path> files;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end; each.increment(error))
        if (each->path().extension() == ending) files.push_back(each->path());
    std::sort(files.begin(), files.end());
    return files;
}

Result<std::vector<std::string>> linesOf(const fs::path& path) {
    const auto text = readFile(path, kLargestRecordFile);
    if (!text.ok()) return text.error();
    std::vector<std::string> lines;
    std::istringstream in(*text);
    for (std::string line; std::getline(in, line);) {
        if (line.ends_with('\r')) line.pop_back();
        lines.push_back(line);
    }
    return lines;
}

Result<std::vector<std::string>> linesIfThere(const fs::path& path) {
    std::error_code error;
    if (!fs::exists(path, error) && !error) return std::vector<std::string>();
    return linesOf(path);
}

} // namespace rb::exchange
