#include "core/checkpoint/checkpoint.h"

#include "core/base/checked.h"
#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/dtype.h"
#include "core/checkpoint/read_only_file.h"
#include "core/checkpoint/refusal.h"
#include "core/checkpoint/shard_index.h"
#include "core/checkpoint/strided_gather.h"

#include <array>

namespace rb::checkpoint {
namespace {

bool isIndexName(const std::filesystem::path& path) {
    return path.filename().string().ends_with(".index.json");
}

Result<Checkpoint::Parts> readFolder(const std::filesystem::path& folder) {
    static constexpr std::array kNames = {"model.safetensors", "model.safetensors.index.json",
                                          "pytorch_model.bin", "pytorch_model.bin.index.json"};
    for (const char* name : kNames) {
        const std::filesystem::path candidate = folder / name;
        std::error_code ignored;
        if (!std::filesystem::exists(candidate, ignored)) continue;
        return isIndexName(candidate) ? readShardIndex(candidate) : readCheckpointFile(candidate);
    }
    return refusal(
        folder,
        "the folder holds neither model.safetensors nor pytorch_model.bin nor an index of one of them",
        ErrorCode::FileNotFound);
}

/// Whether the tensor's last byte lies inside the file: TensorInfo is plain data a caller may alter.
bool liesInside(const TensorInfo& info, std::uint64_t fileBytes) {
    const auto elements = elementsOf(info.shape);
    if (!elements || *elements == 0) return elements.has_value();
    std::optional<std::uint64_t> end =
        checkedAdd(info.offset, info.strides.empty() ? info.byteCount() : sizeOf(info.dtype));
    for (std::size_t i = 0; end && i < info.strides.size(); ++i) {
        if (info.strides[i] < 0) return false;
        auto reach = checkedMul(static_cast<std::uint64_t>(info.shape[i] - 1),
                                static_cast<std::uint64_t>(info.strides[i]));
        reach = reach ? checkedMul(*reach, sizeOf(info.dtype)) : reach;
        end = reach ? checkedAdd(*end, *reach) : reach;
    }
    return end && *end <= fileBytes;
}

} // namespace

Result<Checkpoint> Checkpoint::open(const std::filesystem::path& path) {
    std::error_code ignored;
    auto parts = std::filesystem::is_directory(path, ignored) ? readFolder(path)
                 : isIndexName(path)                          ? readShardIndex(path)
                                                              : readCheckpointFile(path);
    if (!parts) return parts.error();
    return Checkpoint(std::move(parts).value());
}

Checkpoint::Checkpoint(Parts parts)
    : m_tensors(std::move(parts.tensors)), m_metadata(std::move(parts.metadata)),
      m_topLevelEntries(std::move(parts.topLevelEntries)), m_sources(std::move(parts.files)) {
    for (const auto& source : m_sources)
        m_files.push_back(source->path());
}

const TensorInfo* Checkpoint::find(const std::string& name) const {
    const auto found = m_tensors.find(name);
    return found == m_tensors.end() ? nullptr : &found->second;
}

Status Checkpoint::read(const TensorInfo& info, void* destination) const {
    if (info.file >= m_sources.size())
        return Error{ErrorCode::InvalidArgument, "Tensor " + inQuotes(info.name) + " names file " +
                                                     std::to_string(info.file) + " of a checkpoint of " +
                                                     std::to_string(m_sources.size()) + " files."};
    const ReadOnlyFile& file = *m_sources[info.file];
    const bool dense = info.strides.empty();
    if ((!dense && info.strides.size() != info.shape.size()) || !liesInside(info, file.size()))
        return refusal(file.path(), "tensor " + inQuotes(info.name) + " does not lie inside the file",
                       ErrorCode::InvalidArgument);
    if (dense) return file.readAt(info.offset, destination, info.byteCount());
    return gatherStrided(file, info, static_cast<char*>(destination));
}

} // namespace rb::checkpoint
