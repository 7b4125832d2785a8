#include "core/checkpoint/strided_gather.h"

#include "core/checkpoint/read_only_file.h"

#include <algorithm>
#include <cstring>

namespace rb::checkpoint {
namespace {

constexpr std::uint64_t kWindowBytes = std::uint64_t{256} << 10;

struct Axis {
    std::uint64_t size = 0;
    std::uint64_t fileStride = 0;  ///< bytes
    std::uint64_t denseStride = 0; ///< bytes
};

/// The view's axes in the order of the file, widest stride first, so that offsets only grow.
std::vector<Axis> axesInFileOrder(const TensorInfo& info) {
    std::vector<Axis> axes(info.shape.size());
    std::uint64_t dense = sizeOf(info.dtype);
    for (std::size_t i = axes.size(); i-- > 0;) {
        axes[i] = {static_cast<std::uint64_t>(info.shape[i]),
                   static_cast<std::uint64_t>(info.strides[i]) * sizeOf(info.dtype), dense};
        dense *= axes[i].size;
    }
    std::stable_sort(axes.begin(), axes.end(),
                     [](const Axis& a, const Axis& b) { return a.fileStride > b.fileStride; });
    return axes;
}

/// A stretch of the file in memory.
class Window {
public:
    Window(const ReadOnlyFile& file, std::uint64_t end)
        : m_file(file), m_end(end), m_bytes(kWindowBytes, '\0') {}

    /// The `count` bytes at `offset`, or null after a failure; `count` is one element.
    Result<const char*> at(std::uint64_t offset, std::uint64_t count) {
        if (offset < m_begin || offset + count > m_begin + m_held) {
            m_begin = offset;
            m_held = 0;
            const std::uint64_t wanted = std::min(kWindowBytes, m_end - offset);
            if (Status read = m_file.readAt(offset, m_bytes.data(), wanted); !read.ok()) return read.error();
            m_held = wanted;
        }
        return m_bytes.data() + (offset - m_begin);
    }

private:
    const ReadOnlyFile& m_file;
    std::uint64_t m_end;
    std::uint64_t m_begin = 0;
    std::uint64_t m_held = 0;
    std::string m_bytes;
};

/// Moves `index` on by one, the last axis fastest; false after the last position.
bool advance(std::vector<std::uint64_t>& index, const std::vector<Axis>& axes) {
    for (std::size_t i = axes.size(); i-- > 0;) {
        if (++index[i] < axes[i].size) return true;
        index[i] = 0;
    }
    return false;
}

std::uint64_t endOfView(const std::vector<Axis>& axes, std::uint64_t begin, std::uint64_t element) {
    for (const Axis& axis : axes)
        begin += (axis.size - 1) * axis.fileStride;
    return begin + element;
}

} // namespace

Status gatherStrided(const ReadOnlyFile& file, const TensorInfo& info, char* destination) {
    if (info.elementCount() == 0) return {};
    std::vector<Axis> axes = axesInFileOrder(info);
    const std::uint64_t element = sizeOf(info.dtype);
    Window window(file, endOfView(axes, info.offset, element));
    const Axis inner = axes.empty() ? Axis{1, 0, 0} : axes.back();
    if (!axes.empty()) axes.pop_back();
    std::vector<std::uint64_t> index(axes.size(), 0);
    do {
        std::uint64_t from = info.offset;
        std::uint64_t to = 0;
        for (std::size_t i = 0; i < axes.size(); ++i) {
            from += index[i] * axes[i].fileStride;
            to += index[i] * axes[i].denseStride;
        }
        for (std::uint64_t i = 0; i < inner.size; ++i) {
            const auto bytes = window.at(from + i * inner.fileStride, element);
            if (!bytes) return bytes.error();
            std::memcpy(destination + to + i * inner.denseStride, *bytes, element);
        }
    } while (advance(index, axes));
    return {};
}

} // namespace rb::checkpoint
