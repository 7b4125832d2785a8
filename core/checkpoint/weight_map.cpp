#include "core/checkpoint/weight_map.h"

#include "core/base/durable_file.h"
#include "core/checkpoint/dtype.h"
#include "core/checkpoint/refusal.h"

#include <nlohmann/json.hpp>

namespace rb::checkpoint {
namespace {

using Json = nlohmann::json;

constexpr std::size_t kMaxDepth = 16;

/// Keeps the texts of the top-level object `weight_map` and passes over everything else.
class IndexHandler final : public nlohmann::json_sax<Json> {
public:
    bool null() override { return other(); }
    bool boolean(bool) override { return other(); }
    bool number_integer(number_integer_t) override { return other(); }
    bool number_unsigned(number_unsigned_t) override { return other(); }
    bool number_float(number_float_t, const string_t&) override { return other(); }
    bool binary(binary_t&) override { return other(); }
    bool string(string_t& value) override;
    bool start_object(std::size_t) override;
    bool key(string_t& value) override;
    bool end_object() override;
    bool start_array(std::size_t) override;
    bool end_array() override {
        --m_depth;
        return true;
    }
    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
        return fail("this is not valid JSON at byte " + std::to_string(position));
    }

    const std::string& failure() const { return m_failure; }
    bool foundMap() const { return m_foundMap; }
    WeightMap take() && { return std::move(m_map); }

private:
    bool fail(std::string reason) {
        if (m_failure.empty()) m_failure = std::move(reason);
        return false;
    }
    bool other();
    bool deeper() { return ++m_depth <= kMaxDepth || fail("the JSON is nested too deeply"); }

    WeightMap m_map;
    std::string m_key;
    std::size_t m_depth = 0;
    bool m_inMap = false;
    bool m_foundMap = false;
    std::string m_failure;
};

bool IndexHandler::other() {
    if (m_depth == 0) return fail("this is not a JSON object");
    if (m_inMap) return fail("the shard of tensor " + inQuotes(m_key) + " is not given as text");
    return m_depth != 1 || m_key != "weight_map" || fail("weight_map is not an object");
}

bool IndexHandler::string(string_t& value) {
    if (!m_inMap) return other();
    m_map[m_key] = value;
    return true;
}

bool IndexHandler::start_object(std::size_t) {
    if (m_inMap) return other();
    if (m_depth == 1 && m_key == "weight_map") m_inMap = m_foundMap = true;
    return deeper();
}

bool IndexHandler::key(string_t& value) {
    if (m_depth == 1 && value == "weight_map" && m_foundMap) return fail("weight_map occurs twice");
    m_key = value;
    if (!m_inMap) return true;
    if (!isTensorName(value))
        return fail("weight_map holds " + inQuotes(value) + ", which is no usable tensor name");
    if (m_map.contains(value)) return fail("weight_map holds tensor " + inQuotes(value) + " twice");
    return m_map.size() < kMaxTensors ||
           fail("weight_map names more than " + std::to_string(kMaxTensors) + " tensors");
}

bool IndexHandler::end_object() {
    m_inMap = false;
    --m_depth;
    return true;
}

bool IndexHandler::start_array(std::size_t) {
    if (m_depth == 0 || m_inMap || (m_depth == 1 && m_key == "weight_map")) return other();
    return deeper();
}

} // namespace

Result<WeightMap> readWeightMap(const std::filesystem::path& path) {
    const auto text = readFile(path, kMaxHeaderBytes);
    if (!text) return text.error();
    IndexHandler handler;
    if (!Json::sax_parse(text->begin(), text->end(), &handler)) return refusal(path, handler.failure());
    if (!handler.foundMap()) return refusal(path, "the index has no weight_map");
    return std::move(handler).take();
}

} // namespace rb::checkpoint
