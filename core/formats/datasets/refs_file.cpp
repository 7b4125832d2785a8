#include "core/formats/datasets/refs_file.h"

#include "core/base/durable_file.h"
#include "core/checkpoint/unpickler.h"
#include "core/formats/datasets/text_pickle.h"
#include "core/formats/record_fields.h"

namespace rb::formats {
namespace {

using checkpoint::Pickle;
using checkpoint::PickleValue;
using nlohmann::json;

constexpr std::uint64_t kMostBytes = std::uint64_t{128} << 20; ///< the text form is some four times the binary one
constexpr int kDeepest = 8;

/// Walks a pickle's values, which may refer to one another in circles or over and over.
class RefConverter {
public:
    explicit RefConverter(const Pickle& pickle) : m_pickle(pickle) {
        for (const auto& node : pickle.nodes) m_stepsLeft += 4 * (node.size() + 1);
    }

    json convert(const PickleValue& value, int depth = 0);
    bool bounded() const { return !m_exceeded; }

private:
    json list(const PickleValue& value, int depth);
    json object(const PickleValue& value, int depth);
    // The text of Python 2 need not be UTF-8.
    std::string text(const PickleValue& value) const { return json::parse(compact(std::string(m_pickle.text(value)))); }

    const Pickle& m_pickle;
    std::size_t m_stepsLeft = 1000;
    bool m_exceeded = false;
};

json RefConverter::convert(const PickleValue& value, int depth) {
    m_exceeded = m_exceeded || depth > kDeepest || m_stepsLeft == 0;
    if (m_exceeded) return {};
    --m_stepsLeft;
    switch (value.kind) {
    case PickleValue::Kind::Int:
        return value.number;
    case PickleValue::Kind::Text:
        return text(value);
    case PickleValue::Kind::List:
    case PickleValue::Kind::Tuple:
        return list(value, depth);
    case PickleValue::Kind::Dictionary:
        return object(value, depth);
    default:
        return {};
    }
}

json RefConverter::list(const PickleValue& value, int depth) {
    json list = json::array();
    for (const PickleValue& each : m_pickle.items(value)) list.push_back(convert(each, depth + 1));
    return list;
}

json RefConverter::object(const PickleValue& value, int depth) {
    json object = json::object();
    const std::vector<PickleValue>& items = m_pickle.items(value);
    for (std::size_t i = 0; i + 1 < items.size(); i += 2)
        if (items[i].kind == PickleValue::Kind::Text) object[text(items[i])] = convert(items[i + 1], depth + 1);
    return object;
}

Result<Pickle> pickleOf(std::string bytes) {
    if (bytes.size() >= 2 && bytes[0] == '\x80' && bytes[1] != 2)
        return Error{ErrorCode::Unsupported, "its pickle has protocol " + std::to_string(static_cast<unsigned char>(bytes[1])) +
                                                 " where 2 or 0 is read; save it again with protocol=2"};
    if (bytes.starts_with('\x80')) return checkpoint::unpickle(std::move(bytes));
    Result<std::string> binary = binaryPickle(bytes);
    if (!binary.ok()) return binary.error();
    bytes = {};
    return checkpoint::unpickle(std::move(*binary));
}

Status takeAll(const Pickle& pickle, const std::function<Status(const json&)>& take) {
    if (pickle.root.kind != PickleValue::Kind::List)
        return Error{ErrorCode::FileInvalid, "its pickle must hold a list of refs, but holds something else"};
    RefConverter converter(pickle);
    for (const PickleValue& each : pickle.items(pickle.root)) {
        const json ref = converter.convert(each);
        if (!converter.bounded()) return Error{ErrorCode::FileInvalid, "its pickle is nested too deeply, or holds itself"};
        if (Status taken = take(ref); !taken.ok()) return taken;
    }
    return {};
}

} // namespace

Status readRefs(const std::filesystem::path& path, const std::function<Status(const json&)>& take) {
    Result<std::string> bytes = readFile(path, kMostBytes);
    if (!bytes.ok()) return bytes.error();
    const auto refused = [&](const Error& error) {
        const char* end = error.message.ends_with('.') ? "" : ".";
        return Error{error.code, path.string() + ": " + error.message + end};
    };
    const Result<Pickle> pickle = pickleOf(std::move(*bytes));
    if (!pickle.ok()) return refused(pickle.error());
    const Status taken = takeAll(*pickle, take);
    return taken.ok() ? taken : Status(refused(taken.error()));
}

} // namespace rb::formats
