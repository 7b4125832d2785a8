#include "core/checkpoint/dtype.h"

#include "core/base/checked.h"

#include <limits>
#include <utility>

namespace rb::checkpoint {
namespace {

constexpr std::pair<DType, std::string_view> kNames[] = {
    {DType::Bool, "BOOL"}, {DType::U8, "U8"},          {DType::I8, "I8"},          {DType::U16, "U16"},
    {DType::I16, "I16"},   {DType::U32, "U32"},        {DType::I32, "I32"},        {DType::U64, "U64"},
    {DType::I64, "I64"},   {DType::F16, "F16"},        {DType::BF16, "BF16"},      {DType::F32, "F32"},
    {DType::F64, "F64"},   {DType::F8E4M3, "F8_E4M3"}, {DType::F8E5M2, "F8_E5M2"},
};

} // namespace

std::uint64_t sizeOf(DType dtype) {
    switch (dtype) {
    case DType::Bool:
    case DType::U8:
    case DType::I8:
    case DType::F8E4M3:
    case DType::F8E5M2:
        return 1;
    case DType::U16:
    case DType::I16:
    case DType::F16:
    case DType::BF16:
        return 2;
    case DType::U32:
    case DType::I32:
    case DType::F32:
        return 4;
    case DType::U64:
    case DType::I64:
    case DType::F64:
        return 8;
    }
    return 1;
}

std::string_view toString(DType dtype) {
    for (const auto& [value, name] : kNames)
        if (value == dtype) return name;
    return "?";
}

std::optional<DType> dtypeFromName(std::string_view name) {
    for (const auto& [value, known] : kNames)
        if (known == name) return value;
    return std::nullopt;
}

std::optional<std::uint64_t> elementsOf(const std::vector<std::int64_t>& shape) {
    std::optional<std::uint64_t> count = 1;
    for (const std::int64_t size : shape) {
        if (size < 0) return std::nullopt;
        count = checkedMul(*count, static_cast<std::uint64_t>(size));
        if (!count) return std::nullopt;
    }
    return count;
}

std::optional<std::uint64_t> bytesOf(DType dtype, const std::vector<std::int64_t>& shape) {
    const auto elements = elementsOf(shape);
    return elements ? checkedMul(*elements, sizeOf(dtype)) : std::nullopt;
}

std::uint64_t TensorInfo::elementCount() const {
    return elementsOf(shape).value_or(std::numeric_limits<std::uint64_t>::max());
}

std::uint64_t TensorInfo::byteCount() const {
    return bytesOf(dtype, shape).value_or(std::numeric_limits<std::uint64_t>::max());
}

} // namespace rb::checkpoint
