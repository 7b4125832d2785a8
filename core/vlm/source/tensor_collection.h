#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/vlm/model_source.h"

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rb::vlm {

/// A tensor of a file under the reference's name; rows as in TensorRef.
struct MappedName {
    std::string name;
    std::int64_t firstRow = 0;
    std::optional<std::int64_t> rowCount = std::nullopt;
};

/// The reference's names of a tensor in a file; none when the model has no such tensor.
using NameMap = std::function<std::vector<MappedName>(const checkpoint::TensorInfo& tensor)>;

/// The tensors of several files under the reference's names. A file added later replaces tensors
/// of files added before.
class TensorCollection {
public:
    void add(checkpoint::Checkpoint file, const NameMap& map);
    Status addFile(const std::filesystem::path& path, const NameMap& map);

    bool contains(const std::string& name) const { return m_tensors.count(name) > 0; }
    bool containsPrefix(const std::string& prefix) const;
    /// Of one layer: how many consecutive N from 0 exist with `prefix` + N + `suffix`.
    std::int64_t countNumbered(const std::string& prefix, const std::string& suffix) const;
    /// One dimension of a tensor; 0 when there is no such tensor or dimension.
    std::int64_t dimension(const std::string& name, std::size_t index) const;
    std::vector<std::int64_t> shape(const std::string& name) const;
    const std::map<std::string, TensorRef>& tensors() const { return m_tensors; }
    const std::vector<checkpoint::Checkpoint>& checkpoints() const { return m_checkpoints; }

    /// Limits a tensor to its first rows.
    void limitRows(const std::string& name, std::int64_t rows);
    /// A saver may keep either name of tied tensors: where the first name is absent, its second is taken.
    void resolveTiedNames();
    /// True when both are the same numbers in the same type.
    Result<bool> sameContent(const std::string& a, const std::string& b) const;

    /// Moves everything into `source`: `tensors` keeps those in `known`; what no file needed to
    /// hold becomes `unused`.
    void moveInto(ModelSource& source, const std::set<std::string>& known) &&;

private:
    std::vector<checkpoint::Checkpoint> m_checkpoints;
    std::map<std::string, TensorRef> m_tensors;
    std::vector<std::pair<TensorRef, std::string>> m_mapped;   ///< every tensor and one of its names
    std::vector<std::string> m_unmapped;
};

} // namespace rb::vlm
