#include "core/formats/trainers/tar_header.h"

#include <algorithm>
#include <cstring>

namespace rb::formats {
namespace {

struct Field {
    std::size_t at;
    std::size_t size;
};
constexpr Field kName{0, 100};
constexpr Field kMode{100, 8};
constexpr Field kUser{108, 8};
constexpr Field kGroup{116, 8};
constexpr Field kSize{124, 12};
constexpr Field kTime{136, 12};
constexpr Field kChecksum{148, 8};
constexpr std::size_t kType = 156;
constexpr std::size_t kMagic = 257;
constexpr Field kPrefix{345, 155};

std::string_view bytesOf(const TarBlock& block, Field field) { return std::string_view(block.data() + field.at, field.size); }
std::string_view textOf(const TarBlock& block, Field field) {
    const std::string_view bytes = bytesOf(block, field);
    return bytes.substr(0, bytes.find('\0'));
}

std::optional<std::uint64_t> octal(std::string_view digits) {
    std::uint64_t value = 0;
    bool ended = false;
    for (const char digit : digits.substr(std::min(digits.find_first_not_of(' '), digits.size()))) {
        ended = ended || digit == '\0' || digit == ' ';
        if (ended) continue;
        if (digit < '0' || digit > '7' || value >> 60 != 0) return std::nullopt;
        value = value * 8 + static_cast<std::uint64_t>(digit - '0');
    }
    return value;
}

std::optional<std::uint64_t> numberIn(const TarBlock& block, Field field) {
    const std::string_view bytes = bytesOf(block, field);
    const auto first = static_cast<unsigned char>(bytes.front());
    if (first < 0x80) return octal(bytes);
    // 0xFF begins a negative number.
    std::uint64_t value = first & 0x7FU;
    for (const char byte : bytes.substr(1)) {
        if (value >> 55 != 0) return std::nullopt;
        value = value << 8 | static_cast<unsigned char>(byte);
    }
    return value;
}

/// Of all bytes, the checksum's own taken for spaces.
std::uint64_t checksumOf(const TarBlock& block) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < block.size(); ++i)
        sum += i >= kChecksum.at && i < kChecksum.at + kChecksum.size ? ' ' : static_cast<unsigned char>(block[i]);
    return sum;
}

void put(TarBlock& block, std::size_t at, std::string_view text) {
    std::copy(text.begin(), text.end(), block.begin() + static_cast<std::ptrdiff_t>(at));
}

void putOctal(TarBlock& block, Field field, std::uint64_t value) {
    for (std::size_t i = field.size - 1; i-- > 0; value /= 8) block[field.at + i] = static_cast<char>('0' + value % 8);
}

/// Where a long name may be divided at a '/'; its size when it cannot.
std::size_t divisionOf(const std::string& name) {
    if (name.size() <= kName.size) return 0;
    const std::size_t slash = name.find('/', name.size() - kName.size - 1);
    return slash == std::string::npos || slash == 0 || slash > kPrefix.size || slash + 1 == name.size() ? name.size() : slash;
}

} // namespace

std::optional<TarHeader> parseTarHeader(const TarBlock& block) {
    const std::optional<std::uint64_t> sum = numberIn(block, kChecksum);
    const std::optional<std::uint64_t> size = numberIn(block, kSize);
    if (!sum || !size || *sum != checksumOf(block)) return std::nullopt;
    TarHeader header{std::string(textOf(block, kName)), *size, block[kType] == '\0' ? '0' : block[kType]};
    const std::string_view prefix = textOf(block, kPrefix);
    // GNU tar's magic has no zero, and it keeps other things where POSIX has the prefix.
    const bool posix = std::memcmp(block.data() + kMagic, "ustar", 6) == 0;
    if (posix && !prefix.empty()) header.name = std::string(prefix) + "/" + header.name;
    return header;
}

bool isEmptyBlock(const TarBlock& block) {
    return std::all_of(block.begin(), block.end(), [](char byte) { return byte == '\0'; });
}

TarBlock tarHeader(const std::string& name, std::uint64_t size, char type) {
    TarBlock block{};
    const std::size_t division = divisionOf(name);
    const bool divided = division > 0 && division < name.size();
    put(block, kName.at, std::string_view(name).substr(divided ? division + 1 : 0, kName.size));
    if (divided) put(block, kPrefix.at, std::string_view(name).substr(0, division));
    putOctal(block, kMode, 0644);
    putOctal(block, kUser, 0);
    putOctal(block, kGroup, 0);
    putOctal(block, kSize, size);
    putOctal(block, kTime, 0);
    block[kType] = type;
    put(block, kMagic, std::string_view("ustar\0" "00", 8));
    putOctal(block, {kChecksum.at, kChecksum.size - 1}, checksumOf(block));
    block[kChecksum.at + kChecksum.size - 1] = ' ';
    return block;
}

bool fitsTarHeader(const std::string& name) { return divisionOf(name) < name.size(); }

std::uint64_t wholeBlocks(std::uint64_t size) { return (size + kTarBlock - 1) / kTarBlock * kTarBlock; }

} // namespace rb::formats
