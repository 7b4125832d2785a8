#include "core/checkpoint/checkpoint_file.h"

#include "core/checkpoint/read_only_file.h"
#include "core/checkpoint/refusal.h"
#include "core/checkpoint/safetensors_reader.h"
#include "core/checkpoint/torch_archive.h"

#include <algorithm>

namespace rb::checkpoint {
namespace {

bool isLegacyTorch(std::string_view start) {
    const bool pickle = start.size() > 2 && start[0] == '\x80' && start[1] >= 0 && start[1] <= 5;
    const bool tar = start.size() >= 262 && start.substr(257, 5) == "ustar";
    return pickle || tar || start.starts_with("storages\0") || start.starts_with("sys_info\0");
}

Error unknownFormat(const ReadOnlyFile& file) {
    const auto start = file.readAt(0, std::min<std::uint64_t>(file.size(), 512));
    if (!start) return start.error();
    if (isLegacyTorch(*start))
        return refusal(file.path(),
                       "this is a file of PyTorch before version 1.6, which could run code when read; "
                       "load it with a newer PyTorch where you trust it and save it again with torch.save",
                       ErrorCode::Unsupported);
    if (start->starts_with("version https://git-lfs"))
        return refusal(file.path(),
                       "this is a Git LFS pointer and not the file itself; fetch it with git lfs pull");
    return refusal(file.path(),
                   "this is neither a safetensors file nor a PyTorch zip archive, or it is cut short");
}

} // namespace

Result<Checkpoint::Parts> readCheckpointFile(const std::filesystem::path& path) {
    auto file = ReadOnlyFile::open(path);
    if (!file) return file.error();
    if (looksLikeTorchArchive(**file)) return readTorchArchive(std::move(file).value());
    if (looksLikeSafetensors(**file) || path.extension() == ".safetensors")
        return readSafetensors(std::move(file).value());
    return unknownFormat(**file);
}

} // namespace rb::checkpoint
