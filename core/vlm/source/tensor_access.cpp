#include "core/vlm/source/tensor_access.h"

namespace rb::vlm {
namespace {

std::int64_t elementsInRow(const checkpoint::TensorInfo& tensor) {
    if (!tensor.strides.empty()) return tensor.strides[0];
    std::int64_t elements = 1;
    for (std::size_t i = 1; i < tensor.shape.size(); ++i) elements *= tensor.shape[i];
    return elements;
}

} // namespace

std::optional<checkpoint::TensorInfo> locate(const std::vector<checkpoint::Checkpoint>& checkpoints,
                                             const TensorRef& ref) {
    if (ref.checkpoint >= checkpoints.size()) return std::nullopt;
    const checkpoint::TensorInfo* whole = checkpoints[ref.checkpoint].find(ref.name);
    if (!whole) return std::nullopt;
    if (ref.firstRow == 0 && !ref.rowCount) return *whole;
    if (whole->shape.empty() || ref.firstRow < 0 || ref.firstRow > whole->shape[0]) return std::nullopt;
    const std::int64_t rows = ref.rowCount.value_or(whole->shape[0] - ref.firstRow);
    if (rows < 0 || rows > whole->shape[0] - ref.firstRow) return std::nullopt;
    checkpoint::TensorInfo part = *whole;
    part.shape[0] = rows;
    part.offset += static_cast<std::uint64_t>(ref.firstRow * elementsInRow(*whole)) * checkpoint::sizeOf(whole->dtype);
    return part;
}

} // namespace rb::vlm
