#include "core/checkpoint/torch_tensors.h"

#include "core/checkpoint/dtype.h"
#include "core/checkpoint/refusal.h"
#include "core/checkpoint/torch_storage.h"

namespace rb::checkpoint {
namespace {

using Kind = PickleValue::Kind;

constexpr std::size_t kMaxDepth = 64;
constexpr std::size_t kMaxVisited = 1'000'000;
constexpr std::size_t kMaxTopLevel = kMaxTensors;

/// Walks dictionaries inwards. Values may be shared or circular, so depth and steps are bounded.
class Collector {
public:
    Collector(const Pickle& pickle, TorchStorageReader& reader) : m_pickle(pickle), m_reader(reader) {}

    Status collect(const PickleValue& dictionary, const std::string& prefix, std::size_t depth) {
        if (depth > kMaxDepth)
            return Error{ErrorCode::FileInvalid,
                         "its dictionaries are nested more than " + std::to_string(kMaxDepth) + " deep"};
        const auto& items = m_pickle.items(dictionary);
        for (std::size_t i = 0; i + 1 < items.size(); i += 2) {
            if (++m_visited > kMaxVisited)
                return Error{ErrorCode::TooLarge,
                             "its dictionaries have more than " + std::to_string(kMaxVisited) + " entries"};
            const PickleValue& value = items[i + 1];
            if (value.kind != Kind::Tensor && value.kind != Kind::Dictionary) continue;
            const auto key = keyOf(items[i]);
            if (!key) continue;
            const std::string name = prefix + *key;
            // Here, and not in add() alone: a long prefix would be copied for every entry below it.
            if (name.size() > kMaxNameBytes) return unusable(name);
            Status status =
                value.kind == Kind::Tensor ? add(name, value) : collect(value, name + ".", depth + 1);
            if (!status.ok()) return status;
        }
        return {};
    }

    std::map<std::string, TensorInfo> take() && { return std::move(m_tensors); }

private:
    static constexpr std::size_t kMaxNameBytes = 1024;

    std::optional<std::string> keyOf(const PickleValue& key) const {
        if (key.kind == Kind::Int) return std::to_string(key.number);
        if (key.kind == Kind::Text) return std::string(m_pickle.text(key));
        return std::nullopt;
    }
    static Error unusable(const std::string& name) {
        return {ErrorCode::FileInvalid, "it names a tensor " + inQuotes(name) + ", which is no usable name"};
    }

    Status add(const std::string& name, const PickleValue& value) {
        if (!isTensorName(name)) return unusable(name);
        if (m_tensors.size() == kMaxTensors)
            return Error{ErrorCode::TooLarge,
                         "it holds more than " + std::to_string(kMaxTensors) + " tensors"};
        auto info = m_reader.tensor(name, value);
        if (!info) return Error{info.error().code, "tensor " + inQuotes(name) + " " + info.error().message};
        if (!m_tensors.emplace(name, std::move(info).value()).second)
            return Error{ErrorCode::FileInvalid, "it holds two tensors named " + inQuotes(name)};
        return {};
    }

    const Pickle& m_pickle;
    TorchStorageReader& m_reader;
    std::map<std::string, TensorInfo> m_tensors;
    std::size_t m_visited = 0;
};

std::vector<std::string> topLevelEntries(const Pickle& pickle) {
    std::vector<std::string> entries;
    const auto& items = pickle.items(pickle.root);
    for (std::size_t i = 0; i + 1 < items.size() && entries.size() < kMaxTopLevel; i += 2)
        if (items[i].kind == Kind::Text && isTensorName(pickle.text(items[i])))
            entries.emplace_back(pickle.text(items[i]));
    return entries;
}

} // namespace

Result<TorchTensors> collectTensors(const Pickle& pickle, const ZipDirectory& directory,
                                    const std::string& root) {
    if (pickle.root.kind != Kind::Dictionary)
        return Error{ErrorCode::FileInvalid,
                     "it holds no dictionary of tensors; save a state dictionary with torch.save"};
    TorchStorageReader reader(pickle, directory, root);
    Collector collector(pickle, reader);
    if (Status collected = collector.collect(pickle.root, "", 0); !collected.ok()) return collected.error();
    return TorchTensors{std::move(collector).take(), topLevelEntries(pickle)};
}

} // namespace rb::checkpoint
