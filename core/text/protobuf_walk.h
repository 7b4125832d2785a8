#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace rb::text {

/// One field of a protocol-buffer message.
struct ProtobufField {
    std::uint64_t number = 0;
    std::uint64_t value = 0; ///< of a varint, or the bits of a 32-bit field
    std::string_view bytes;  ///< of a length-delimited field, inside the message
};

/// Walks one message field by field and never past its end (protobuf.dev, "Encoding"). Groups, which
/// no model holds, count as damage.
class ProtobufWalk {
public:
    explicit ProtobufWalk(std::string_view message) : m_rest(message) {}

    /// The next field; nothing at the end or at the first damage, which bad() tells apart.
    std::optional<ProtobufField> next();
    bool bad() const { return m_bad; }

private:
    std::optional<ProtobufField> fail();
    std::optional<std::string_view> take(std::uint64_t count);
    std::optional<std::uint64_t> varint();

    std::string_view m_rest;
    bool m_bad = false;
};

} // namespace rb::text
