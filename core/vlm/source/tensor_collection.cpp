#include "core/vlm/source/tensor_collection.h"

#include "core/vlm/source/tensor_access.h"

#include <algorithm>

namespace rb::vlm {
namespace {

/// First names of tied tensors and the names under which a file may hold them instead.
const std::vector<std::pair<std::string, std::vector<std::string>>>& tiedNames() {
    static const std::vector<std::pair<std::string, std::vector<std::string>>> kNames = {
        {"Qformer.bert.embeddings.word_embeddings.weight", {"Qformer.cls.predictions.decoder.weight"}},
        {"Qformer_pc.bert.embeddings.word_embeddings.weight", {"Qformer_pc.cls.predictions.decoder.weight"}},
        {"opt_model.model.decoder.embed_tokens.weight", {"opt_model.lm_head.weight"}},
        {"t5_model.shared.weight",
         {"t5_model.encoder.embed_tokens.weight", "t5_model.decoder.embed_tokens.weight"}},
    };
    return kNames;
}

/// Compares two dense tensors of the same type and shape a few rows at a time.
class RowComparison {
public:
    RowComparison(const std::vector<checkpoint::Checkpoint>& checkpoints, TensorRef a, TensorRef b)
        : m_checkpoints(checkpoints), m_a(std::move(a)), m_b(std::move(b)) {}

    Result<bool> compare(std::int64_t rows, std::int64_t rowsAtOnce) {
        for (std::int64_t first = 0; first < rows; first += rowsAtOnce) {
            const std::int64_t count = std::min(rowsAtOnce, rows - first);
            Result<std::string> left = read(m_a, first, count);
            if (!left) return left.error();
            Result<std::string> right = read(m_b, first, count);
            if (!right) return right.error();
            if (*left != *right) return false;
        }
        return true;
    }

private:
    Result<std::string> read(TensorRef ref, std::int64_t first, std::int64_t count) const {
        ref.firstRow += first;
        ref.rowCount = count;
        const auto part = locate(m_checkpoints, ref);
        if (!part) return Error{ErrorCode::Internal, ref.name + " has fewer rows than were asked for."};
        std::string bytes(part->byteCount(), '\0');
        if (Status status = m_checkpoints[ref.checkpoint].read(*part, bytes.data()); !status) return status.error();
        return bytes;
    }

    const std::vector<checkpoint::Checkpoint>& m_checkpoints;
    TensorRef m_a;
    TensorRef m_b;
};

} // namespace

void TensorCollection::add(checkpoint::Checkpoint file, const NameMap& map) {
    const std::size_t index = m_checkpoints.size();
    for (const auto& [name, tensor] : file.tensors()) {
        const std::vector<MappedName> names = map(tensor);
        if (names.empty()) m_unmapped.push_back(name);
        for (const MappedName& mapped : names) {
            TensorRef ref{index, name, mapped.firstRow, mapped.rowCount};
            m_mapped.emplace_back(ref, mapped.name);
            m_tensors[mapped.name] = std::move(ref);
        }
    }
    m_checkpoints.push_back(std::move(file));
}

Status TensorCollection::addFile(const std::filesystem::path& path, const NameMap& map) {
    Result<checkpoint::Checkpoint> file = checkpoint::Checkpoint::open(path);
    if (!file) return file.error();
    add(*std::move(file), map);
    return {};
}

bool TensorCollection::containsPrefix(const std::string& prefix) const {
    const auto found = m_tensors.lower_bound(prefix);
    return found != m_tensors.end() && found->first.compare(0, prefix.size(), prefix) == 0;
}

std::int64_t TensorCollection::countNumbered(const std::string& prefix, const std::string& suffix) const {
    std::int64_t count = 0;
    while (contains(prefix + std::to_string(count) + suffix)) ++count;
    return count;
}

std::vector<std::int64_t> TensorCollection::shape(const std::string& name) const {
    const auto found = m_tensors.find(name);
    if (found == m_tensors.end()) return {};
    const auto tensor = locate(m_checkpoints, found->second);
    return tensor ? tensor->shape : std::vector<std::int64_t>();
}

std::int64_t TensorCollection::dimension(const std::string& name, std::size_t index) const {
    const std::vector<std::int64_t> dimensions = shape(name);
    return index < dimensions.size() ? dimensions[index] : 0;
}

void TensorCollection::limitRows(const std::string& name, std::int64_t rows) {
    const auto found = m_tensors.find(name);
    if (found != m_tensors.end() && rows < dimension(name, 0)) found->second.rowCount = rows;
}

void TensorCollection::resolveTiedNames() {
    for (const auto& [first, others] : tiedNames())
        for (const std::string& other : others)
            if (!contains(first) && contains(other)) m_tensors[first] = m_tensors[other];
}

Result<bool> TensorCollection::sameContent(const std::string& a, const std::string& b) const {
    const auto left = m_tensors.find(a);
    const auto right = m_tensors.find(b);
    if (left == m_tensors.end() || right == m_tensors.end()) return false;
    const auto leftTensor = locate(m_checkpoints, left->second);
    const auto rightTensor = locate(m_checkpoints, right->second);
    if (!leftTensor || !rightTensor || leftTensor->dtype != rightTensor->dtype ||
        leftTensor->shape != rightTensor->shape || leftTensor->shape.empty())
        return false;
    constexpr std::uint64_t kBytesAtOnce = 4u << 20;
    const std::int64_t rows = leftTensor->shape[0];
    if (rows == 0) return true;
    const std::uint64_t rowBytes = leftTensor->byteCount() / static_cast<std::uint64_t>(rows);
    const std::uint64_t whole = kBytesAtOnce / std::max<std::uint64_t>(1, rowBytes);
    const auto rowsAtOnce = static_cast<std::int64_t>(std::max<std::uint64_t>(1, whole));
    return RowComparison(m_checkpoints, left->second, right->second).compare(rows, rowsAtOnce);
}

void TensorCollection::moveInto(ModelSource& source, const std::set<std::string>& known) && {
    std::set<std::pair<std::size_t, std::string>> read;
    for (const auto& [name, ref] : m_tensors) {
        if (known.count(name) == 0) continue;
        source.tensors[name] = ref;
        read.emplace(ref.checkpoint, ref.name);
    }
    source.unused = std::move(m_unmapped);
    for (const auto& [ref, name] : m_mapped)
        if (known.count(name) == 0 && read.count({ref.checkpoint, ref.name}) == 0) source.unused.push_back(ref.name);
    std::sort(source.unused.begin(), source.unused.end());
    source.unused.erase(std::unique(source.unused.begin(), source.unused.end()), source.unused.end());
    source.checkpoints = std::move(m_checkpoints);
}

} // namespace rb::vlm
