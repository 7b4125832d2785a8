#pragma once

#include "core/formats/format.h"

#include <filesystem>
#include <string>
#include <vector>

namespace rb::exchange {

/// Every file format, in the order in which they are shown.
const std::vector<const formats::Format*>& allFormats();

/// By its name on the command line; the refusal lists the names.
Result<const formats::Format*> formatNamed(const std::string& name);

/// The first format that recognises the file or folder and can be read; else a refusal that names the path.
Result<const formats::Format*> formatOf(const std::filesystem::path& path);

/// What the name, or where it is empty the path, stands for.
Result<const formats::Format*> chosenFormat(const std::string& name, const std::filesystem::path& path);

} // namespace rb::exchange
