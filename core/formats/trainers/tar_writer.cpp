#include "core/formats/trainers/tar_writer.h"

#include "core/formats/file_bytes.h"

namespace rb::formats {
namespace {

std::string_view bytesOf(const TarBlock& block) { return {block.data(), block.size()}; }

/// "<length> path=<name>\n", where the length counts its own digits.
std::string paxPath(const std::string& name) {
    const std::string rest = " path=" + name + "\n";
    std::size_t length = rest.size() + 1;
    while (std::to_string(length).size() + rest.size() != length) ++length;
    return std::to_string(length) + rest;
}

} // namespace

Status TarWriter::begin(const std::string& name, std::uint64_t size) {
    constexpr std::uint64_t kLargest = (std::uint64_t{1} << 33) - 1;
    if (size > kLargest) return Error{ErrorCode::TooLarge, name + " has 8 GB or more, which a tar header cannot say."};
    if (!fitsTarHeader(name)) {
        const std::string pax = paxPath(name);
        if (Status written = m_sink.write(bytesOf(tarHeader("pax", pax.size(), 'x'))); !written.ok()) return written;
        if (Status written = m_sink.write(pax); !written.ok()) return written;
        if (Status filled = fill(pax.size()); !filled.ok()) return filled;
    }
    return m_sink.write(bytesOf(tarHeader(name, size, '0')));
}

Status TarWriter::fill(std::uint64_t size) { return m_sink.write(std::string(wholeBlocks(size) - size, '\0')); }

Status TarWriter::add(const std::string& name, std::string_view bytes) {
    if (Status begun = begin(name, bytes.size()); !begun.ok()) return begun;
    if (Status written = m_sink.write(bytes); !written.ok()) return written;
    return fill(bytes.size());
}

Status TarWriter::addFile(const std::string& name, const std::filesystem::path& file, std::uint64_t size) {
    if (Status begun = begin(name, size); !begun.ok()) return begun;
    if (Status copied = copyBytes(file, size, m_sink); !copied.ok()) return copied;
    return fill(size);
}

Status TarWriter::end() { return m_sink.write(std::string(2 * kTarBlock, '\0')); }

} // namespace rb::formats
