#include "core/train/cap3d_samples.h"

#include "core/base/plain_name.h"

#include <fstream>

namespace rb::train {

/// `"a ""red"" chair"` → `a "red" chair`.
static std::string unquoted(std::string field) {
    if (field.size() < 2 || field.front() != '"' || field.back() != '"') return field;
    field = field.substr(1, field.size() - 2);
    for (std::size_t at = field.find("\"\""); at != std::string::npos; at = field.find("\"\"", at + 1)) field.erase(at, 1);
    return field;
}

Result<std::vector<Sample>> readCap3d(const std::filesystem::path& list) {
    std::ifstream in(list, std::ios::binary);
    if (!in) return Error{ErrorCode::FileUnreadable, list.string() + " cannot be read."};
    std::vector<Sample> samples;
    std::string line;
    for (std::size_t number = 1; std::getline(in, line); ++number) {
        if (!line.empty() && line.back() == '\r') line.pop_back();
        if (line.empty()) continue;
        const std::size_t comma = line.find(',');
        const std::string uid = line.substr(0, comma);
        // A uid becomes a folder's name: it must not lead out of the data set.
        if (comma == std::string::npos || !isPlainName(uid))
            return Error{ErrorCode::FileInvalid, list.string() + ", line " + std::to_string(number) + ": expected uid,caption."};
        Sample sample;
        sample.id = list.stem().string() + ":" + std::to_string(number);
        sample.modality = "pointcloud";
        sample.media = list.parent_path() / uid / (uid + "_8192.npz");
        sample.caption = unquoted(line.substr(comma + 1));
        samples.push_back(std::move(sample));
    }
    return samples;
}

} // namespace rb::train
