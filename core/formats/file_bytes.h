#pragma once

#include "core/base/durable_file.h"
#include "core/formats/output_tree.h"
#include "core/formats/records.h"

#include <optional>

namespace rb::formats {

/// The first 16 KiB of a regular file; empty when there is none.
std::string headOf(const std::filesystem::path& file);
/// Size in bytes; nothing when there is no such file.
std::optional<std::uint64_t> sizeInBytes(const std::filesystem::path& file);
/// Copies a file of exactly `size` bytes in pieces; a refusal when it has another size by now.
Status copyBytes(const std::filesystem::path& file, std::uint64_t size, FileSink& sink);
/// Puts a picture, when it is there, into the output; a preview does not read it.
Status copyPicture(const PictureRecord& picture, const std::string& relativePath, OutputTree& output);

} // namespace rb::formats
