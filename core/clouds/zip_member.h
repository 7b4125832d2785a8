#pragma once

#include "core/clouds/byte_source.h"

namespace rb::clouds {

/// A zip archive whose members are read in order, unpacked on the way.
class ZipArchive {
public:
    static Result<std::shared_ptr<ZipArchive>> open(const std::filesystem::path& path);
    virtual ~ZipArchive() = default;

    virtual std::vector<std::string> members() const = 0;
    /// Its bytes; a member that claims more than its packed bytes can hold is refused. Reading backwards unpacks it anew,
    /// and its checksum is checked when its last byte is read.
    virtual Result<std::shared_ptr<ByteSource>> member(const std::string& name) = 0;
};

} // namespace rb::clouds
