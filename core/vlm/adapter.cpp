#include "core/vlm/adapter.h"

#include "core/base/sha256.h"
#include "core/vlm/source/expected_tensors.h"
#include "core/vlm/source/modalities_json.h"

#include <nlohmann/json.hpp>

namespace rb::vlm {

static std::string valueOr(const std::map<std::string, std::string>& metadata, const char* key) {
    const auto found = metadata.find(key);
    return found == metadata.end() ? std::string() : found->second;
}

Result<AdapterCard> readAdapterCard(const std::filesystem::path& adapter) {
    const auto file = checkpoint::Checkpoint::open(adapter);
    if (!file.ok()) return file.error();
    AdapterCard card;
    card.metadata = file->metadata();
    if (valueOr(card.metadata, "format") != "regionblip-adapter")
        return Error{ErrorCode::FileInvalid, adapter.string() + " is no adapter: its metadata does not say so."};
    card.base = valueOr(card.metadata, "base");
    card.baseName = valueOr(card.metadata, "base_name");
    card.preset = valueOr(card.metadata, "preset");
    const std::string modalities = valueOr(card.metadata, "modalities");
    if (modalities.empty()) return card;
    auto read = readModalitiesText(modalities, adapter);
    if (!read.ok()) return read.error();
    card.modalities = std::move(*read);
    return card;
}

// Norms and biases tell trainings apart without reading gigabytes of matrices.
static constexpr std::uint64_t kLargestReadBytes = 65'536;

Result<std::string> fingerprint(const ModelSource& source) {
    std::string text = toJson(source.config);
    std::string bytes;
    for (const auto& [name, reference] : source.tensors) {
        const auto shape = source.shapeOf(name);
        std::uint64_t count = 1;
        for (const std::int64_t size : shape->second) count *= static_cast<std::uint64_t>(size);
        const std::uint64_t size = count * checkpoint::sizeOf(shape->first);
        bytes.assign(size <= kLargestReadBytes ? size : 0, '\0');
        if (!bytes.empty())
            if (Status read = source.read(name, bytes.data()); !read.ok()) return read.error();
        text += name + "|" + std::string(checkpoint::toString(shape->first)) + "|" + std::to_string(count) + "|" + bytes;
    }
    return sha256Of(text);
}

std::string AdapterFile::shownName() const {
    if (!name.empty()) return name;
    return path.filename() == "adapter.safetensors" ? path.parent_path().filename().string() : path.stem().string();
}

/// Puts one on top of the model with the fingerprint `base`; `owners` names who changed which tensor so far.
static Status layOver(ModelSource& source, const std::string& base, const AdapterFile& adapter, std::map<std::string, std::string>& owners) {
    const std::filesystem::path& path = adapter.path;
    const Result<AdapterCard> card = readAdapterCard(path);
    if (!card) return card.error();
    if (base != card->base)
        return Error{ErrorCode::ModelIncomplete, path.string() + " was trained on another model (" + card->baseName +
                                                     ") than " + source.name + "; open it with that one."};
    auto file = checkpoint::Checkpoint::open(path);
    if (!file) return file.error();
    for (const auto& [name, modality] : card->modalities) source.config.modalities[name] = modality;
    const auto expected = expectedTensors(source.config);
    for (const auto& [name, tensor] : file->tensors()) {
        const auto known = expected.find(name);
        if (known == expected.end() || !shapeFits(name, known->second.shape, tensor.shape))
            return Error{ErrorCode::FileInvalid, path.string() + ": tensor " + name + " fits no part of the model."};
        const auto [owner, isNew] = owners.emplace(name, adapter.shownName());
        if (!isNew)
            return Error{ErrorCode::InvalidArgument, "The adapters " + owner->second + " and " + adapter.shownName() +
                                                         " change the same part of the model (" + name + "); use only one of them."};
        source.tensors[name] = {source.checkpoints.size(), name, 0, std::nullopt};
    }
    source.checkpoints.push_back(std::move(*file));
    return {};
}

Status addAdapters(ModelSource& source, const std::vector<AdapterFile>& adapters) {
    if (adapters.empty()) return {};
    const Result<std::string> base = fingerprint(source);
    if (!base) return base.error();
    std::map<std::string, std::string> owners;
    for (const AdapterFile& adapter : adapters)
        if (Status laid = layOver(source, *base, adapter, owners); !laid) return laid;
    return {};
}

Status addAdapter(ModelSource& source, const std::filesystem::path& adapter) { return addAdapters(source, {AdapterFile{adapter}}); }

std::string modalitiesText(const std::map<std::string, ModalityConfig>& modalities) {
    return modalitiesToJson(modalities).dump();
}

} // namespace rb::vlm
