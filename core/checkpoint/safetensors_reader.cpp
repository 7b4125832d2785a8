#include "core/checkpoint/safetensors_reader.h"

#include "core/checkpoint/dtype.h"
#include "core/checkpoint/little_endian.h"
#include "core/checkpoint/read_only_file.h"
#include "core/checkpoint/refusal.h"
#include "core/checkpoint/safetensors_header.h"

#include <algorithm>

namespace rb::checkpoint {
namespace {

constexpr std::uint64_t kLengthBytes = 8;

Result<std::string> readHeader(const ReadOnlyFile& file) {
    if (file.size() < kLengthBytes)
        return refusal(file.path(), "the file has " + std::to_string(file.size()) +
                                        " bytes, but a safetensors file begins with a length of 8");
    const auto prefix = file.readAt(0, kLengthBytes);
    if (!prefix) return prefix.error();
    const auto length = littleEndian<std::uint64_t>(*prefix, 0);
    const std::uint64_t remaining = file.size() - kLengthBytes;
    if (length > remaining)
        return refusal(file.path(), "the header should be " + std::to_string(length) +
                                        " bytes long, but only " + std::to_string(remaining) +
                                        " follow, so the file is cut short or no safetensors");
    if (length > kMaxHeaderBytes)
        return refusal(file.path(),
                       "the header is " + std::to_string(length) + " bytes long; at most " +
                           std::to_string(kMaxHeaderBytes) + " are read",
                       ErrorCode::TooLarge);
    return file.readAt(kLengthBytes, length);
}

/// The reasons for refusal are clauses; the caller adds the file.
Result<TensorInfo> placed(const std::string& name, HeaderEntry& entry, std::uint64_t dataBegin) {
    const auto dtype = dtypeFromName(entry.dtype);
    if (!dtype)
        return Error{ErrorCode::Unsupported, "tensor " + inQuotes(name) + " has the type " +
                                                 inQuotes(entry.dtype) + ", which is not known"};
    const auto bytes = bytesOf(*dtype, entry.shape);
    if (!bytes)
        return Error{ErrorCode::FileInvalid,
                     "the shape of tensor " + inQuotes(name) + " is too large for any file"};
    const std::uint64_t held = entry.offsets[1] - entry.offsets[0];
    if (*bytes != held)
        return Error{ErrorCode::FileInvalid, "tensor " + inQuotes(name) + " needs " + std::to_string(*bytes) +
                                                 " bytes by its shape, but its data_offsets hold " +
                                                 std::to_string(held)};
    TensorInfo info;
    info.name = name;
    info.dtype = *dtype;
    info.shape = std::move(entry.shape);
    info.offset = dataBegin + entry.offsets[0];
    return info;
}

/// Places all tensors, in the order of their data, and checks that they fill the data section.
Result<std::map<std::string, TensorInfo>> placeAll(SafetensorsHeader& header, std::uint64_t dataBegin,
                                                   std::uint64_t dataBytes) {
    std::vector<std::pair<const std::string, HeaderEntry>*> order;
    order.reserve(header.tensors.size());
    for (auto& entry : header.tensors)
        order.push_back(&entry);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto* a, const auto* b) { return a->second.offsets < b->second.offsets; });
    std::map<std::string, TensorInfo> tensors;
    std::uint64_t end = 0;
    for (auto* item : order) {
        auto& [name, entry] = *item;
        if (entry.offsets[0] != end || entry.offsets[1] < end || entry.offsets[1] > dataBytes)
            return Error{ErrorCode::FileInvalid, "tensor " + inQuotes(name) + " lies at data bytes " +
                                                     std::to_string(entry.offsets[0]) + " to " +
                                                     std::to_string(entry.offsets[1]) +
                                                     ", but it should begin at " + std::to_string(end) +
                                                     " and the file has " + std::to_string(dataBytes)};
        end = entry.offsets[1];
        auto info = placed(name, entry, dataBegin);
        if (!info) return info.error();
        info->storage = tensors.size();
        tensors.emplace(name, std::move(info).value());
    }
    if (end != dataBytes)
        return Error{ErrorCode::FileInvalid, "the tensors end at data byte " + std::to_string(end) +
                                                 ", but the file has " + std::to_string(dataBytes)};
    return tensors;
}

} // namespace

bool looksLikeSafetensors(const ReadOnlyFile& file) {
    const auto prefix = file.readAt(0, kLengthBytes + 1);
    if (!prefix || littleEndian<std::uint64_t>(*prefix, 0) > file.size() - kLengthBytes) return false;
    return std::string_view("{ \t\r\n").find(prefix->back()) != std::string_view::npos;
}

Result<Checkpoint::Parts> readSafetensors(std::shared_ptr<const ReadOnlyFile> file) {
    const auto text = readHeader(*file);
    if (!text) return text.error();
    auto header = parseSafetensorsHeader(*text);
    if (!header) return refusal(file->path(), header.error().message, header.error().code);
    const std::uint64_t dataBegin = kLengthBytes + text->size();
    auto tensors = placeAll(*header, dataBegin, file->size() - dataBegin);
    if (!tensors) return refusal(file->path(), tensors.error().message, tensors.error().code);
    Checkpoint::Parts parts;
    parts.tensors = std::move(tensors).value();
    parts.metadata = std::move(header->metadata);
    parts.files.push_back(std::move(file));
    return parts;
}

} // namespace rb::checkpoint
