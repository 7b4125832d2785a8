#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
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
    std::vector<std::int64_t> shape;   ///< empty for a scalar
    std::vector<std::int64_t> strides; ///< in elements; empty when row-major contiguous
    std::uint64_t file = 0;            ///< index into Checkpoint::files()
    std::uint64_t offset = 0;          ///< of the first element, in bytes from the file's start
    std::uint64_t storage = 0;         ///< tensors with the same (file, storage) share memory in a torch file

    std::uint64_t elementCount() const;
    std::uint64_t byteCount() const; ///< of the dense, row-major tensor
};

class ReadOnlyFile;

/// The named tensors of a safetensors file, of a folder's shards, or of a torch zip (`.pth`, `.pt`,
/// `.bin`). Opening parses and checks everything but the tensor data, allocates only for the
/// directory, and executes nothing; every offset was checked against the file's size. Data is read
/// with pread, so one Checkpoint serves several threads.
///
/// Names in a torch zip: the pickle's top-level object is a dictionary. A tensor in it has its key
/// as name; where an entry is itself a dictionary, its tensors are named "<entry>.<key>", and so on
/// inwards: `model.visual_encoder.cls_token`, `base_model.module.cls_pos`, `optimizer.state.0.exp_avg`
/// (integer keys in decimal). Tensors in lists, tuples or under other keys are not listed, nor is
/// anything that is no tensor. Two tensors that would get one name refuse the file.
class Checkpoint {
public:
    /// Opens by content, not by name: `path` is a safetensors file, a torch zip, an index
    /// (`*.index.json`), or a folder with `model.safetensors`, `model.safetensors.index.json`,
    /// `pytorch_model.bin` or `pytorch_model.bin.index.json`, the first of these that exists.
    /// A refusal names the file, the tensor or offset, and the reason.
    static Result<Checkpoint> open(const std::filesystem::path& path);

    /// In the order of their names.
    const std::map<std::string, TensorInfo>& tensors() const { return m_tensors; }
    const TensorInfo* find(const std::string& name) const;
    const std::vector<std::filesystem::path>& files() const { return m_files; }
    /// `__metadata__` of a safetensors file (of the first shard).
    const std::map<std::string, std::string>& metadata() const { return m_metadata; }
    /// Keys of a torch zip's top-level dictionary ("model", "optimizer", …), tensors and others, in
    /// the file's order; of the first shard. Empty for safetensors.
    const std::vector<std::string>& topLevelEntries() const { return m_topLevelEntries; }

    /// Reads a tensor, dense and row-major in little-endian order, into `destination`, which holds
    /// `info.byteCount()` bytes. Views with strides are gathered through a buffer of 256 KiB.
    /// An error when the file has become shorter since it was opened.
    Status read(const TensorInfo& info, void* destination) const;

    /// Assembled by the format readers.
    struct Parts {
        std::map<std::string, TensorInfo> tensors;
        std::vector<std::shared_ptr<const ReadOnlyFile>> files;
        std::map<std::string, std::string> metadata;
        std::vector<std::string> topLevelEntries;
    };
    explicit Checkpoint(Parts parts);

private:
    std::map<std::string, TensorInfo> m_tensors;
    std::vector<std::filesystem::path> m_files;
    std::map<std::string, std::string> m_metadata;
    std::vector<std::string> m_topLevelEntries;
    std::vector<std::shared_ptr<const ReadOnlyFile>> m_sources; ///< beside m_files, each opened once
};

} // namespace rb::checkpoint
