#include "core/formats/trainers/tar_reader.h"

#include "core/formats/safe_path.h"

#include <charconv>

namespace rb::formats {
namespace {

constexpr std::uint64_t kLongestExtension = std::uint64_t{1} << 20;
constexpr char kGnuLongName = 'L';
constexpr char kPax = 'x';
constexpr std::string_view kFiles = "07";
constexpr std::string_view kSparse = "SM";
/// Links, devices and folders: what their size field says is not there.
constexpr std::string_view kNoContent = "123456";

std::optional<std::uint64_t> decimal(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || stop != digits.data() + digits.size()) return std::nullopt;
    return value;
}

} // namespace

Result<TarReader> TarReader::open(const std::filesystem::path& path) {
    std::error_code error;
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read: " + error.message() + "."};
    return TarReader(path, size);
}

Error TarReader::refusal(const std::string& what) const {
    return {ErrorCode::FileInvalid, m_path.string() + ", byte " + std::to_string(m_header) + ": " + what + "."};
}

Result<std::optional<TarHeader>> TarReader::nextHeader() {
    m_header = m_next;
    TarBlock block{};
    m_in.seekg(static_cast<std::streamoff>(m_header));
    m_in.read(block.data(), block.size());
    if (!m_in) return refusal("a header or the end of the archive must stand here, but the file ends");
    if (isEmptyBlock(block)) return std::optional<TarHeader>();
    std::optional<TarHeader> header = parseTarHeader(block);
    if (!header) return refusal("a tar header must stand here, but its checksum or its size is wrong");
    const bool isFile = kFiles.find(header->type) != std::string_view::npos;
    if (isFile && m_paxSize) header->size = *m_paxSize;
    if (kNoContent.find(header->type) != std::string_view::npos) header->size = 0;
    const std::uint64_t left = m_size - m_header - kTarBlock;
    if (header->size > left)
        return refusal("the member must have " + std::to_string(header->size) + " bytes, but only " + std::to_string(left) +
                       " are left");
    m_next = m_header + kTarBlock + wholeBlocks(header->size);
    m_present = *header;
    return header;
}

Status TarReader::applyLongName() {
    Result<std::string> name = content(kLongestExtension);
    if (!name.ok()) return name.error();
    m_longName = name->substr(0, name->find('\0'));
    return {};
}

Result<std::optional<TarHeader>> TarReader::named(TarHeader header) const {
    const std::string& name = m_longName.empty() ? header.name : m_longName;
    Result<std::string> safe = safeRelativePath(name, m_path.string() + ", byte " + std::to_string(m_header));
    if (!safe.ok()) return safe.error();
    header.name = std::move(*safe);
    return std::optional<TarHeader>(std::move(header));
}

Result<std::optional<TarHeader>> TarReader::next() {
    m_longName.clear();
    m_paxSize.reset();
    for (;;) {
        const Result<std::optional<TarHeader>> header = nextHeader();
        if (!header.ok() || !*header) return header;
        const char type = (*header)->type;
        if (kFiles.find(type) != std::string_view::npos) return named(**header);
        if (kSparse.find(type) != std::string_view::npos) return refusal("the member is sparse or continued, which is not read");
        if (type == kGnuLongName || type == kPax) {
            if (Status applied = type == kPax ? applyPax() : applyLongName(); !applied.ok()) return applied.error();
        } else if (kNoContent.find(type) != std::string_view::npos) {
            m_longName.clear();
            m_paxSize.reset();
        }
    }
}

Status TarReader::takePax(std::string_view key, std::string_view value) {
    if (key == "path") m_longName = value;
    if (key != "size") return {};
    m_paxSize = decimal(value);
    return m_paxSize ? Status() : Status(refusal("the size of a pax header must be a number, but is not"));
}

Status TarReader::applyPax() {
    const Result<std::string> bytes = content(kLongestExtension);
    if (!bytes.ok()) return bytes.error();
    for (std::string_view rest = *bytes; !rest.empty();) {
        const std::size_t space = rest.find(' ');
        const std::optional<std::uint64_t> length = decimal(rest.substr(0, space));
        const bool whole = length && space != std::string_view::npos && *length > space + 1 && *length <= rest.size();
        const std::string_view entry = whole ? rest.substr(space + 1, *length - space - 2) : std::string_view();
        const std::size_t equals = entry.find('=');
        if (equals == std::string_view::npos) return refusal("an entry of the pax header has a wrong length");
        if (Status taken = takePax(entry.substr(0, equals), entry.substr(equals + 1)); !taken.ok()) return taken;
        rest.remove_prefix(*length);
    }
    return {};
}

Result<std::string> TarReader::content(std::uint64_t limit) {
    if (m_present.size > limit)
        return Error{ErrorCode::TooLarge, m_path.string() + ": the member " + m_present.name.substr(0, 200) + " has " +
                                              std::to_string(m_present.size) + " bytes; at most " + std::to_string(limit) +
                                              " are read."};
    std::string bytes(m_present.size, '\0');
    m_in.seekg(static_cast<std::streamoff>(m_header + kTarBlock));
    m_in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    if (!m_in) return refusal("the member cannot be read");
    return bytes;
}

} // namespace rb::formats
