#include "core/checkpoint/torch_storage.h"

#include "core/base/checked.h"
#include "core/checkpoint/dtype.h"
#include "core/checkpoint/refusal.h"

#include <algorithm>

namespace rb::checkpoint {
namespace {

using Kind = PickleValue::Kind;
using Sizes = std::vector<std::int64_t>;

Error invalid(const std::string& reason) {
    return {ErrorCode::FileInvalid, reason};
}

bool isStorageKey(std::string_view key) {
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    };
    return !key.empty() && key.size() <= 64 && std::all_of(key.begin(), key.end(), plain);
}

bool isDense(const Sizes& shape, const Sizes& strides) {
    std::int64_t expected = 1;
    for (std::size_t i = shape.size(); i-- > 0;) {
        if (shape[i] != 1 && strides[i] != expected) return false;
        expected *= shape[i];
    }
    return true;
}

/// Index of the last element that the view reaches; nothing on overflow. No size is 0.
std::optional<std::uint64_t> lastElement(std::uint64_t first, const Sizes& shape, const Sizes& strides) {
    std::optional<std::uint64_t> last = first;
    for (std::size_t i = 0; last && i < shape.size(); ++i) {
        const auto reach =
            checkedMul(static_cast<std::uint64_t>(shape[i] - 1), static_cast<std::uint64_t>(strides[i]));
        last = reach ? checkedAdd(*last, *reach) : reach;
    }
    return last;
}

/// Checks that a view lies inside a storage of `held` elements and is not larger than it.
Status checkView(std::uint64_t first, const Sizes& shape, const Sizes& strides, std::uint64_t held) {
    if (strides.size() != shape.size())
        return invalid("has " + std::to_string(shape.size()) + " sizes but " +
                       std::to_string(strides.size()) + " strides");
    const auto count = elementsOf(shape);
    if (!count) return invalid("has a shape too large for any file");
    const bool inside =
        *count == 0 ? first <= held : lastElement(first, shape, strides).value_or(held) < held;
    if (!inside) return invalid("reaches beyond its storage of " + std::to_string(held) + " elements");
    if (*count > held)
        return Error{ErrorCode::Unsupported, "repeats its storage of " + std::to_string(held) +
                                                 " elements to " + std::to_string(*count) +
                                                 "; save a copy made by contiguous()"};
    return {};
}

} // namespace

Result<TorchStorageReader::Storage> TorchStorageReader::storage(const PickleValue& value) {
    if (value.kind != Kind::Storage) return invalid("has no storage");
    const auto& parts = m_pickle.items(value);
    const std::string_view key = m_pickle.text(parts[2]);
    if (!isStorageKey(key))
        return invalid("has the storage key " + inQuotes(key) + ", which is no plain name");
    const auto record = m_directory.find(m_root + "data/" + std::string(key));
    if (record == m_directory.end())
        return invalid("has its data in record data/" + std::string(key) + ", which is missing");
    if (record->second.method != ZipRecord::Method::Stored)
        return Error{ErrorCode::Unsupported,
                     "has its data in a packed record; save the file again with torch.save"};
    Storage storage;
    storage.typed = parts[1].global->dtype.has_value();
    storage.dtype = parts[1].global->dtype.value_or(DType::U8);
    const auto declared =
        parts[4].number < 0 ? std::nullopt
                            : checkedMul(static_cast<std::uint64_t>(parts[4].number), sizeOf(storage.dtype));
    if (declared != record->second.bytes)
        return invalid("declares a storage of " + std::to_string(parts[4].number) + " elements of " +
                       std::string(toString(storage.dtype)) + ", but its record has " +
                       std::to_string(record->second.bytes) + " bytes");
    storage.bytes = *declared;
    storage.offset = record->second.dataOffset;
    storage.ordinal = m_ordinals.try_emplace(key, m_ordinals.size()).first->second;
    return storage;
}

Result<Sizes> TorchStorageReader::sizes(const PickleValue& value) const {
    if (value.kind != Kind::Tuple && value.kind != Kind::List) return invalid("has sizes that are no tuple");
    Sizes numbers;
    if (m_pickle.items(value).size() > kMaxRank)
        return invalid("has more than " + std::to_string(kMaxRank) + " sizes");
    for (const PickleValue& item : m_pickle.items(value)) {
        if (item.kind != Kind::Int) return invalid("has a size or stride that is no whole number");
        if (item.number < 0) return invalid("has a size or stride of " + std::to_string(item.number));
        numbers.push_back(item.number);
    }
    return numbers;
}

Result<TensorInfo> TorchStorageReader::tensor(const std::string& name, const PickleValue& value) {
    const auto& given = m_pickle.items(value);
    const bool v3 = value.meaning == PickleGlobal::RebuildTensorV3;
    const std::size_t least = v3 ? 7 : value.meaning == PickleGlobal::RebuildTensorV2 ? 6 : 4;
    if (given.size() < least || given.size() > 8 || given[1].kind != Kind::Int || given[1].number < 0)
        return invalid("is rebuilt from " + std::to_string(given.size()) + " arguments that make no tensor");
    const auto held = storage(given[0]);
    if (!held) return held.error();
    auto shape = sizes(given[2]);
    if (!shape) return shape.error();
    auto strides = sizes(given[3]);
    if (!strides) return strides.error();
    TensorInfo info;
    info.dtype = held->dtype;
    if (v3) {
        if (!given[6].global || given[6].global->meaning != PickleGlobal::ElementType)
            return invalid("has no element type");
        info.dtype = *given[6].global->dtype;
    } else if (!held->typed) {
        return invalid("has no element type");
    }
    const auto first = static_cast<std::uint64_t>(given[1].number);
    if (Status view = checkView(first, *shape, *strides, held->bytes / sizeOf(info.dtype)); !view.ok())
        return view.error();
    info.name = name;
    info.storage = held->ordinal;
    info.offset = held->offset + first * sizeOf(info.dtype);
    info.shape = std::move(shape).value();
    if (info.elementCount() != 0 && !isDense(info.shape, *strides)) info.strides = std::move(strides).value();
    return info;
}

} // namespace rb::checkpoint
