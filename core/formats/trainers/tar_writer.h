#pragma once

#include "core/base/durable_file.h"
#include "core/formats/trainers/tar_header.h"

namespace rb::formats {

/// Writes files into a tar archive one after the other; names that ustar cannot hold get a pax header.
class TarWriter {
public:
    explicit TarWriter(FileSink& sink) : m_sink(sink) {}

    Status add(const std::string& name, std::string_view bytes);
    /// A picture of exactly `size` bytes, copied in pieces.
    Status addFile(const std::string& name, const std::filesystem::path& file, std::uint64_t size);
    Status end();

private:
    Status begin(const std::string& name, std::uint64_t size);
    Status fill(std::uint64_t size);

    FileSink& m_sink;
};

} // namespace rb::formats
