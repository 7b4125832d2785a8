#pragma once

#include "core/formats/output_tree.h"
#include "core/formats/records.h"

#include <string_view>

/// Files of annotations and pictures in folders.
namespace rb::formats {

bool isFolder(const std::filesystem::path& path);
/// The first bytes of a regular file; empty when there is none.
std::string headOf(const std::filesystem::path& file);
/// Whether `looks` says yes of a file with this ending among the first thousand below a folder.
bool someFileBelow(const std::filesystem::path& folder, std::string_view suffix, bool (*looks)(const std::filesystem::path&));
/// All files below a folder with one of these endings (lower case, with the dot; capitals count as
/// well), in the order of their paths. Links to folders are not followed.
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder, const std::vector<std::string_view>& suffixes);
bool hasSuffix(const std::filesystem::path& file, std::string_view suffix);
/// Endings of pictures that the formats of this folder may name by their stem alone.
const std::vector<std::string_view>& pictureSuffixes();

/// The path below `root`, with '/' between folders.
std::string pathBelow(const std::filesystem::path& root, const std::filesystem::path& file);
/// The path without the ending of its last part, if that has one.
std::string withoutSuffix(const std::string& path);
/// The picture in the first of the folders that has it, under its path or under its name alone;
/// empty when none does.
std::filesystem::path findPicture(const std::vector<std::filesystem::path>& folders, const std::string& path);
/// Puts the picture into the output; nothing happens when it is missing or the output is a preview.
Status copyPicture(const PictureRecord& picture, const std::string& relativePath, OutputTree& output);

} // namespace rb::formats
