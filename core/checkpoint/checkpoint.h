#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

namespace rb::checkpoint {

/// Element types, named as safetensors names them.
enum class DType { Bool, U8, I8, U16, I16, U32, I32, U64, I64, F16, BF16, F32, F64, F8E4M3, F8E5M2 };

/// Bytes of one element.
std::uint64_t sizeOf(DType dtype);
/// "F32", "BF16", …
std::string_view toString(DType dtype);

/// Where one named tensor lies in a file. Nothing of its data has been read.
struct TensorInfo {
    std::string name;
    DType dtype = DType::F32;
    std::vector<std::int64_t> shape;    ///< empty for a scalar
    std::vector<std::int64_t> strides;  ///< in elements; empty when row-major contiguous
    std::uint64_t file = 0;             ///< index into Checkpoint::files()
    std::uint64_t offset = 0;           ///< of the first element, in bytes from the file's start
    std::uint64_t storage = 0;          ///< tensors with the same (file, storage) share memory in a torch file

    std::uint64_t elementCount() const;
    std::uint64_t byteCount() const; ///< of the dense, row-major tensor
};

/// The named tensors of a safetensors file, of a folder's sharded safetensors, or of a torch zip
/// (`.pth`, `.pt`, `.bin`). Opening parses and checks everything but the tensor data, allocates
/// only for the directory, and executes nothing; every offset was checked against the file's size.
/// Data is read with pread, so one Checkpoint serves several threads.
class Checkpoint {
public:
    /// Opens by content, not by name: `path` is a file, or a folder with `model.safetensors`, or
    /// `model.safetensors.index.json` and its shards, or `pytorch_model.bin`.
    /// A refusal names the file, the tensor or offset, and the reason.
    static Result<Checkpoint> open(const std::filesystem::path& path);

    /// In the order of their names.
    const std::map<std::string, TensorInfo>& tensors() const { return m_tensors; }
    const TensorInfo* find(const std::string& name) const;
    const std::vector<std::filesystem::path>& files() const { return m_files; }
    /// `__metadata__` of a safetensors file (of the first shard).
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }

    /// Reads a tensor, dense and row-major in little-endian order, into `destination`, which holds
    /// `info.byteCount()` bytes. Views with strides are gathered.
    Status read(const TensorInfo& info, void* destination) const;

    /// Assembled by the format readers.
    struct Parts {
        std::map<std::string, TensorInfo> tensors;
        std::vector<std::filesystem::path> files;
        std::map<std::string, std::string> metadata;
    };
    explicit Checkpoint(Parts parts);

private:
    std::map<std::string, TensorInfo> m_tensors;
    std::vector<std::filesystem::path> m_files;
    std::map<std::string, std::string> m_metadata;
    struct Descriptors;
    std::shared_ptr<Descriptors> m_descriptors;
};

} // namespace rb::checkpoint
