#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// Files of annotations and pictures in folders.
namespace rb::formats {

bool isFolder(const std::filesystem::path& path);
/// Whether `looks` says yes of the file, or of one with this ending among the first thousand below the folder.
bool isOrHolds(const std::filesystem::path& path, std::string_view suffix, bool (*looks)(const std::filesystem::path&));
/// All files below a folder with one of these endings (lower case, with the dot; capitals count as
/// well), in the order of their paths. Links to folders are not followed.
std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder, const std::vector<std::string_view>& suffixes);

/// The path below `root`, with '/' between folders.
std::string pathBelow(const std::filesystem::path& root, const std::filesystem::path& file);
/// The picture in the first of the folders that has it, under its path or under its name alone;
/// empty when none does.
std::filesystem::path findPicture(const std::vector<std::filesystem::path>& folders, const std::string& path);

} // namespace rb::formats
