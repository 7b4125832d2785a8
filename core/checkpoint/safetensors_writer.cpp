#include "core/checkpoint/safetensors_writer.h"

#include "core/base/checked.h"
#include "core/base/durable_file.h"
#include "core/checkpoint/dtype.h"
#include "core/checkpoint/refusal.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace rb::checkpoint {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::size_t kHeaderAlignment = 8;

/// Place of a type in the file: the reference writes wide types first, and types of one width in the
/// order of its own enumeration. So every tensor is aligned without padding between them.
int rank(DType dtype) {
    static constexpr DType kOrder[] = {DType::U64,    DType::I64,    DType::F64, DType::F32, DType::U32,
                                       DType::I32,    DType::BF16,   DType::F16, DType::U16, DType::I16,
                                       DType::F8E4M3, DType::F8E5M2, DType::I8,  DType::U8,  DType::Bool};
    return static_cast<int>(std::find(std::begin(kOrder), std::end(kOrder), dtype) - std::begin(kOrder));
}

std::vector<const TensorToWrite*> inFileOrder(const std::vector<TensorToWrite>& tensors) {
    std::vector<const TensorToWrite*> order;
    for (const TensorToWrite& tensor : tensors)
        order.push_back(&tensor);
    std::sort(order.begin(), order.end(), [](const TensorToWrite* a, const TensorToWrite* b) {
        return std::pair(rank(a->dtype), std::string_view(a->name)) <
               std::pair(rank(b->dtype), std::string_view(b->name));
    });
    return order;
}

Error unwritable(const std::filesystem::path& path, const std::string& reason) {
    return refusal(path, reason, ErrorCode::InvalidArgument);
}

/// The entry that places one tensor after `begin`, which is moved on.
Result<Json> entryOf(const TensorToWrite& tensor, std::uint64_t& begin, const std::filesystem::path& path) {
    if (!isTensorName(tensor.name) || tensor.name == "__metadata__")
        return unwritable(path, inQuotes(tensor.name) + " is no usable name of a tensor");
    if (!tensor.bytes) return unwritable(path, "tensor " + inQuotes(tensor.name) + " has no data");
    const auto bytes = bytesOf(tensor.dtype, tensor.shape);
    const auto end = bytes ? checkedAdd(begin, *bytes) : bytes;
    if (!end || tensor.shape.size() > kMaxRank)
        return unwritable(path, "tensor " + inQuotes(tensor.name) + " has a shape that cannot be written");
    Json entry = {
        {"dtype", toString(tensor.dtype)}, {"shape", tensor.shape}, {"data_offsets", {begin, *end}}};
    begin = *end;
    return entry;
}

Result<std::string> headerOf(const std::vector<const TensorToWrite*>& order,
                             const std::map<std::string, std::string>& metadata,
                             const std::filesystem::path& path) {
    Json header = Json::object();
    if (!metadata.empty()) header["__metadata__"] = metadata;
    std::string text = header.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.pop_back(); // the closing brace: entries are appended as text, since ordered_json searches linearly
    std::uint64_t begin = 0;
    for (const TensorToWrite* tensor : order) {
        const auto entry = entryOf(*tensor, begin, path);
        if (!entry) return entry.error();
        text += (text.size() > 1 ? "," : "") + Json(tensor->name).dump() + ":" + entry->dump();
    }
    text += "}";
    text.append((kHeaderAlignment - text.size() % kHeaderAlignment) % kHeaderAlignment, ' ');
    if (text.size() > kMaxHeaderBytes || order.size() > kMaxTensors)
        return unwritable(path, std::to_string(order.size()) + " tensors do not fit into one file");
    return text;
}

Status checkUnique(const std::vector<TensorToWrite>& tensors, const std::filesystem::path& path) {
    std::vector<std::string_view> names;
    for (const TensorToWrite& tensor : tensors)
        names.push_back(tensor.name);
    std::sort(names.begin(), names.end());
    const auto twice = std::adjacent_find(names.begin(), names.end());
    if (twice == names.end()) return {};
    return unwritable(path, "tensor " + inQuotes(*twice) + " was given twice");
}

Status writeTensor(const TensorToWrite& tensor, const std::filesystem::path& path, FileSink& sink) {
    const auto bytes = tensor.bytes();
    if (!bytes) return bytes.error();
    const std::uint64_t expected = *bytesOf(tensor.dtype, tensor.shape);
    if (bytes->size() != expected)
        return unwritable(path, "tensor " + inQuotes(tensor.name) + " should have " +
                                    std::to_string(expected) + " bytes by its shape, but " +
                                    std::to_string(bytes->size()) + " were given");
    return sink.write(*bytes);
}

} // namespace

Status writeSafetensors(const std::filesystem::path& path, const std::vector<TensorToWrite>& tensors,
                        const std::map<std::string, std::string>& metadata) {
    if (Status unique = checkUnique(tensors, path); !unique.ok()) return unique;
    const auto order = inFileOrder(tensors);
    const auto header = headerOf(order, metadata, path);
    if (!header) return header.error();
    return replaceFile(path, [&](FileSink& sink) -> Status {
        std::string prefix(sizeof(std::uint64_t), '\0');
        for (std::size_t i = 0; i < prefix.size(); ++i)
            prefix[i] = static_cast<char>(header->size() >> (8 * i) & 0xFFU);
        if (Status written = sink.write(prefix + *header); !written.ok()) return written;
        for (const TensorToWrite* tensor : order)
            if (Status written = writeTensor(*tensor, path, sink); !written.ok()) return written;
        return {};
    });
}

} // namespace rb::checkpoint
