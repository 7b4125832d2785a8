#include "core/evaluate/classification.h"
#include "core/clouds/cloud_reader.h"
#include "core/media/image.h"

#include <algorithm>

namespace rb::evaluate {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> sorted(const fs::path& folder, std::error_code& error) {
    std::vector<fs::path> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) entries.push_back(entry.path());
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::string nameOf(const fs::path& folder) {
    std::string name = folder.filename().string();
    std::replace(name.begin(), name.end(), '_', ' ');
    return name;
}

} // namespace

Result<std::vector<train::Sample>> readClassFolders(const fs::path& folder, train::Split split) {
    std::vector<train::Sample> samples;
    std::error_code error;
    for (const fs::path& kind : sorted(folder, error)) {
        if (!fs::is_directory(kind, error)) continue;
        const fs::path ofSplit = kind / train::nameOf(split);
        for (const fs::path& file : sorted(fs::is_directory(ofSplit, error) ? ofSplit : kind, error)) {
            const bool cloud = clouds::isCloudFile(file);
            if (!cloud && !media::readImageHeader(file).ok()) continue;
            train::Sample& sample = samples.emplace_back();
            sample.id = kind.filename().string() + "/" + file.filename().string();
            sample.modality = cloud ? "pointcloud" : "image";
            sample.media = file;
            sample.name = nameOf(kind);
        }
    }
    if (!samples.empty()) return samples;
    return Error{ErrorCode::InvalidArgument, folder.string() + " has no folder with pictures or clouds of a class."};
}

} // namespace rb::evaluate
