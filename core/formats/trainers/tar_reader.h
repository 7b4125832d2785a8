#pragma once

#include "core/formats/trainers/tar_header.h"

#include <filesystem>
#include <fstream>

namespace rb::formats {

/// Goes through the files in a tar file. Folders and links are passed over; long names of GNU tar and
/// pax are read. Refusals name the file and the byte where the trouble is.
class TarReader {
public:
    static Result<TarReader> open(const std::filesystem::path& path);

    /// The next file, its name safe to join to a folder; nothing at the end of the archive, which must
    /// be there.
    Result<std::optional<TarHeader>> next();
    /// The bytes of the file that next() gave; refused when there are more than `limit`.
    Result<std::string> content(std::uint64_t limit);

private:
    TarReader(const std::filesystem::path& path, std::uint64_t size) : m_path(path), m_in(path, std::ios::binary), m_size(size) {}
    Result<std::optional<TarHeader>> nextHeader();
    Result<std::optional<TarHeader>> named(TarHeader header) const;
    Status applyLongName();
    Status applyPax();
    Status takePax(std::string_view key, std::string_view value);
    Error refusal(const std::string& what) const;

    std::filesystem::path m_path;
    std::ifstream m_in;
    std::uint64_t m_size;
    std::uint64_t m_header = 0;  ///< where the present header begins
    std::uint64_t m_next = 0;    ///< where the next one does
    TarHeader m_present;
    std::string m_longName;      ///< of the next file, from a header before it
    std::optional<std::uint64_t> m_paxSize;
};

} // namespace rb::formats
