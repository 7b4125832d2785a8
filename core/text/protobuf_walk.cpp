#include "core/text/protobuf_walk.h"

#include <cstring>

namespace rb::text {

std::optional<ProtobufField> ProtobufWalk::fail() {
    m_bad = true;
    return std::nullopt;
}

std::optional<std::string_view> ProtobufWalk::take(std::uint64_t count) {
    if (count > m_rest.size()) return std::nullopt;
    const std::string_view taken = m_rest.substr(0, count);
    m_rest.remove_prefix(count);
    return taken;
}

std::optional<std::uint64_t> ProtobufWalk::varint() {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !m_rest.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(m_rest.front());
        m_rest.remove_prefix(1);
        value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (!(byte & 0x80)) return value;
    }
    return std::nullopt;
}

std::optional<ProtobufField> ProtobufWalk::next() {
    enum Wire : std::uint64_t { Varint = 0, Fixed64 = 1, Delimited = 2, Fixed32 = 5 };
    if (m_rest.empty() || m_bad) return std::nullopt;
    const auto tag = varint();
    if (!tag || *tag >> 3 == 0) return fail();
    ProtobufField field;
    field.number = *tag >> 3;
    const std::uint64_t wire = *tag & 7;
    if (wire == Varint || wire == Delimited) {
        const auto value = varint();
        if (!value) return fail();
        field.value = *value;
        if (wire == Varint) return field;
    } else if (wire != Fixed64 && wire != Fixed32) {
        return fail();
    }
    const auto bytes = take(wire == Delimited ? field.value : wire == Fixed64 ? 8 : 4);
    if (!bytes) return fail();
    if (wire == Delimited) field.bytes = *bytes;
    std::uint32_t bits = 0;
    if (wire == Fixed32) std::memcpy(&bits, bytes->data(), sizeof bits);
    field.value = bits;
    return field;
}

} // namespace rb::text
