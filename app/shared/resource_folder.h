#pragma once

#include <filesystem>

namespace rb::app {

/// The folder with the embedded model and the sample pictures: REGIONBLIP_RESOURCES when set, else
/// `../share/regionblip-studio` beside the program, else the source tree's. Needs a
/// QCoreApplication.
std::filesystem::path resourceFolder();

/// The embedded model's folder.
std::filesystem::path embeddedModelFolder();

} // namespace rb::app
