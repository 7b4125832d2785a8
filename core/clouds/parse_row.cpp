#include "core/clouds/row_source.h"

#include <bit>
#include <charconv>
#include <cmath>
#include <limits>

namespace rb::clouds {
namespace {

bool isSeparator(char c) {
    return c == ' ' || c == '\t' || c == ',' || c == ';' || c == '\r';
}

const char* afterWord(const char* at, const char* end) {
    while (at != end && !isSeparator(*at)) ++at;
    return at;
}

/// The number at `at`, which is moved behind it.
bool readNumber(const char*& at, const char* end, double& value) {
    if (*at == '+') ++at; // from_chars() knows no plus
    const auto read = std::from_chars(at, end, value);
    at = read.ptr;
    // Numbers too small for a double are as good as nought.
    if (read.ec == std::errc::result_out_of_range) return false;
    return read.ec == std::errc() && (at == end || isSeparator(*at));
}

void storePacked(double number, bool isFloat, PointBatch& batch, std::size_t i) {
    const auto bits = isFloat ? std::bit_cast<std::uint32_t>(static_cast<float>(number)) : static_cast<std::uint32_t>(number);
    batch.of(Role::Red)[i] = bits >> 16 & 0xff;
    batch.of(Role::Green)[i] = bits >> 8 & 0xff;
    batch.of(Role::Blue)[i] = bits & 0xff;
}

bool isGood(double value, Role role, const RowLayout& layout) {
    if (std::fabs(value) <= std::numeric_limits<float>::max()) return true;
    const bool normal = role >= Role::NormalX && role <= Role::NormalZ;
    const bool hole = layout.holesAreAllowed && std::isnan(value);
    return normal || role == Role::PackedColor || hole;
}

} // namespace

bool parseRow(std::string_view line, const RowLayout& layout, PointBatch& batch, std::size_t i) {
    const char* at = line.data();
    const char* const end = at + line.size();
    for (const Role role : layout.columns) {
        while (at != end && isSeparator(*at)) ++at;
        if (at == end) return false;
        if (role == Role::None) {
            at = afterWord(at, end);
            continue;
        }
        double value = 0;
        if (!readNumber(at, end, value) || !isGood(value, role, layout)) return false;
        if (role != Role::PackedColor) {
            batch.of(role)[i] = value;
            continue;
        }
        if (!layout.packedColorIsFloat && !(value >= 0 && value <= 4294967295.0)) return false;
        storePacked(value, layout.packedColorIsFloat, batch, i);
    }
    return true;
}

} // namespace rb::clouds
