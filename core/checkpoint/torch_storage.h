#pragma once

#include "core/base/result.h"
#include "core/checkpoint/pickle.h"
#include "core/checkpoint/zip_directory.h"

namespace rb::checkpoint {

/// Turns a Tensor of a pickle into a TensorInfo named `name`, or says why it cannot be one.
/// One reader serves one archive: it numbers the storages.
class TorchStorageReader {
public:
    /// All three outlive the reader; `root` is the folder in the archive, with its '/'.
    TorchStorageReader(const Pickle& pickle, const ZipDirectory& directory, const std::string& root)
        : m_pickle(pickle), m_directory(directory), m_root(root) {}

    Result<TensorInfo> tensor(const std::string& name, const PickleValue& value);

private:
    struct Storage {
        DType dtype = DType::U8;
        bool typed = true; ///< false: declared in bytes, the tensor says the type
        std::uint64_t bytes = 0;
        std::uint64_t offset = 0; ///< in the file
        std::uint64_t ordinal = 0;
    };
    Result<Storage> storage(const PickleValue& value);
    Result<std::vector<std::int64_t>> sizes(const PickleValue& value) const;

    const Pickle& m_pickle;
    const ZipDirectory& m_directory;
    const std::string& m_root;
    std::map<std::string_view, std::uint64_t> m_ordinals; ///< of storage keys
};

} // namespace rb::checkpoint
