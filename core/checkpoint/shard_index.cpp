#include "core/checkpoint/shard_index.h"

#include "core/checkpoint/checkpoint_file.h"
#include "core/checkpoint/read_only_file.h"
#include "core/checkpoint/refusal.h"
#include "core/checkpoint/weight_map.h"

namespace rb::checkpoint {
namespace {

constexpr std::size_t kMaxShards = 500; // below the usual limit of 1,024 open files

/// Shard → number of tensors the map places in it. All names are plain file names.
Result<std::map<std::string, std::size_t>> shardsOf(const WeightMap& map, const std::filesystem::path& path) {
    std::map<std::string, std::size_t> shards;
    for (const auto& [tensor, shard] : map) {
        if (!isPlainFileName(shard))
            return refusal(path, "tensor " + inQuotes(tensor) + " is said to lie in " + inQuotes(shard) +
                                     ", which is not a plain file name inside the folder");
        ++shards[shard];
    }
    if (shards.empty()) return refusal(path, "weight_map names no tensor");
    if (shards.size() > kMaxShards)
        return refusal(path,
                       "weight_map names " + std::to_string(shards.size()) + " files; at most " +
                           std::to_string(kMaxShards) + " are opened",
                       ErrorCode::TooLarge);
    return shards;
}

/// Adds a shard's tensors after holding them against the map.
Status addShard(Checkpoint::Parts& all, Checkpoint::Parts&& shard, const WeightMap& map,
                const std::string& name) {
    const std::filesystem::path path = shard.files.front()->path();
    for (auto& [tensor, info] : shard.tensors) {
        const auto mapped = map.find(tensor);
        if (mapped == map.end() || mapped->second != name)
            return refusal(path, "the shard holds tensor " + inQuotes(tensor) +
                                     ", which the index does not place in it");
        info.file = all.files.size();
        all.tensors.emplace(tensor, std::move(info));
    }
    if (all.files.empty()) {
        all.metadata = std::move(shard.metadata);
        all.topLevelEntries = std::move(shard.topLevelEntries);
    }
    all.files.push_back(std::move(shard.files.front()));
    return {};
}

Error missingFrom(const WeightMap& map, const Checkpoint::Parts& all, const std::filesystem::path& path) {
    for (const auto& [tensor, shard] : map)
        if (!all.tensors.contains(tensor))
            return refusal(path, "tensor " + inQuotes(tensor) + " is said to lie in " + inQuotes(shard) +
                                     ", but that file does not hold it");
    return refusal(path, "the index and its shards do not agree");
}

} // namespace

Result<Checkpoint::Parts> readShardIndex(const std::filesystem::path& path) {
    const auto map = readWeightMap(path);
    if (!map) return map.error();
    const auto shards = shardsOf(*map, path);
    if (!shards) return shards.error();
    Checkpoint::Parts all;
    for (const auto& [name, count] : *shards) {
        auto shard = readCheckpointFile(path.parent_path() / name);
        if (!shard) return shard.error();
        if (Status added = addShard(all, std::move(shard).value(), *map, name); !added.ok())
            return added.error();
    }
    if (all.tensors.size() != map->size()) return missingFrom(*map, all, path);
    return all;
}

} // namespace rb::checkpoint
