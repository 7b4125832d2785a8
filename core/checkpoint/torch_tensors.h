#pragma once

#include "core/base/result.h"
#include "core/checkpoint/pickle.h"
#include "core/checkpoint/zip_directory.h"

#include <map>
#include <string>
#include <vector>

namespace rb::checkpoint {

struct TorchTensors {
    std::map<std::string, TensorInfo> tensors;
    std::vector<std::string> topLevelEntries;
};

/// Finds the tensors in the dictionaries of a pickle (the names are those that Checkpoint documents)
/// and holds each against the record of its storage, `<root>data/<key>`: the record is stored
/// unpacked and has exactly the declared size, and sizes and strides stay inside it.
/// Errors are clauses for refusal().
Result<TorchTensors> collectTensors(const Pickle& pickle, const ZipDirectory& directory,
                                    const std::string& root);

} // namespace rb::checkpoint
