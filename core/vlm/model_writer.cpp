#include "core/vlm/model_writer.h"

#include "core/base/durable_file.h"
#include "core/base/partial_folder.h"
#include "core/base/sha256.h"
#include "core/checkpoint/safetensors_writer.h"
#include "core/vlm/source/element_conversion.h"

#include <nlohmann/json.hpp>

#include <array>
#include <chrono>
#include <ctime>

namespace rb::vlm {
namespace {

namespace fs = std::filesystem;

Status refuseExisting(const fs::path& folder) {
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) return {};
    if (fs::is_directory(folder, ignored) && fs::is_empty(folder, ignored)) return {};
    return Error{ErrorCode::WriteFailed, folder.string() + " exists and is not an empty folder; choose another name."};
}

Result<std::string> bytesOf(const ModelSource& source, const std::string& name, const WriteOptions& options) {
    if (options.stop.stop_requested()) return Error{ErrorCode::Cancelled, "The conversion was stopped."};
    const auto found = source.shapeOf(name);
    if (!found) return Error{ErrorCode::ModelIncomplete, name + " is not in the model."};
    checkpoint::TensorInfo dense;
    dense.dtype = found->first;
    dense.shape = found->second;
    std::string bytes(dense.byteCount(), '\0');
    if (Status read = source.read(name, bytes.data()); !read) return read.error();
    Result<std::string> converted = convertElements(std::move(bytes), dense.dtype, options.dtype.value_or(dense.dtype));
    if (!converted) return Error{converted.error().code, name + " " + converted.error().message + "."};
    return converted;
}

Status writeWeights(const ModelSource& source, const fs::path& file, const WriteOptions& options) {
    std::vector<checkpoint::TensorToWrite> tensors;
    for (const auto& [name, ref] : source.tensors) {
        const auto found = source.shapeOf(name);
        if (!found) return Error{ErrorCode::ModelIncomplete, name + " is not in the model."};
        const std::size_t index = tensors.size();
        auto bytes = [&source, &options, index, tensorName = name]() -> Result<std::string> {
            if (options.progress) options.progress(index, source.tensors.size(), tensorName);
            return bytesOf(source, tensorName, options);
        };
        tensors.push_back({name, options.dtype.value_or(found->first), found->second, std::move(bytes)});
    }
    return checkpoint::writeSafetensors(file, tensors, {{"format", "regionblip"}});
}

Status copyFile(const fs::path& from, const fs::path& to) {
    std::error_code error;
    fs::copy_file(from, to, error);
    return error ? Status(writeFailed(to, error)) : Status();
}

Status copyTokenizers(const ModelSource& source, const fs::path& folder) {
    static constexpr std::array<const char*, 7> kLanguageFiles{
        "vocab.json",   "merges.txt",           "spiece.model",           "tokenizer.json",
        "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json"};
    std::error_code ignored;
    const fs::path& from = source.languageTokenizerFolder;
    const bool whole = fs::exists(from / "tokenizer.json", ignored) || fs::exists(from / "spiece.model", ignored) ||
                       (fs::exists(from / "vocab.json", ignored) && fs::exists(from / "merges.txt", ignored));
    if (!whole)
        return Error{ErrorCode::ModelIncomplete, from.string() + " holds no tokenizer; expected tokenizer.json, "
                                                     "spiece.model, or vocab.json and merges.txt."};
    for (const char* name : kLanguageFiles)
        if (fs::exists(from / name, ignored))
            if (Status copied = copyFile(from / name, folder / name); !copied) return copied;
    if (source.bertTokenizerFolder.empty()) return {};
    return copyFile(source.bertTokenizerFolder / "vocab.txt", folder / "vocab.txt");
}

std::string today() {
    const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 16> text{};
    std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
    return text.data();
}

std::string storedAs(const WriteOptions& options) {
    if (!options.dtype) return "as in the source";
    switch (*options.dtype) {
    case checkpoint::DType::F16: return "float16";
    case checkpoint::DType::BF16: return "bfloat16";
    default: return "float32";
    }
}

Status writeCard(const ModelSource& source, const fs::path& folder, const WriteOptions& options) {
    const Result<std::string> checksum = sha256OfFile(folder / "model.safetensors");
    if (!checksum) return checksum.error();
    nlohmann::ordered_json card;
    card["name"] = options.name.empty() ? source.name : options.name;
    card["licence"] = options.licence;
    card["source"] = options.source;
    card["date"] = options.date.empty() ? today() : options.date;
    card["stored"] = storedAs(options);
    card["sha256"] = *checksum;
    return replaceFile(folder / "model.json",
                       card.dump(1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

Status checkType(const WriteOptions& options) {
    using checkpoint::DType;
    if (!options.dtype || *options.dtype == DType::F32 || *options.dtype == DType::F16 || *options.dtype == DType::BF16)
        return {};
    return Error{ErrorCode::InvalidArgument, "Weights are stored as F32, F16 or BF16, not as " +
                                                 std::string(checkpoint::toString(*options.dtype)) + "."};
}

} // namespace

Status writeModelFolder(const ModelSource& source, const fs::path& folder, const WriteOptions& options) {
    if (Status checked = checkType(options); !checked) return checked;
    const fs::path normal = folder.lexically_normal();
    const fs::path final = normal.has_filename() ? normal : normal.parent_path();
    if (Status checked = refuseExisting(final); !checked) return checked;
    PartialFolder partial(final);
    if (Status created = partial.create(); !created) return created;
    const fs::path& path = partial.path();
    std::error_code error;
    if (!fs::create_directory(path / "tokenizer", error)) return writeFailed(path / "tokenizer", error);
    if (Status written = replaceFile(path / "config.json", toJson(source.config)); !written) return written;
    if (Status copied = copyTokenizers(source, path / "tokenizer"); !copied) return copied;
    if (Status written = writeWeights(source, path / "model.safetensors", options); !written) return written;
    if (Status written = writeCard(source, path, options); !written) return written;
    return partial.finish();
}

} // namespace rb::vlm
