#pragma once

#include <QString>

#include <optional>

namespace rb::query {

/// The first character that a caption should not hold, as "U+200B at character 12"; of doubled spaces
/// and of a word that mixes Latin, Greek and Cyrillic letters, what it is. Line ends and tabs are
/// good, and so are joiners inside emoji and scripts that need them.
std::optional<QString> oddCharacter(const QString& text);

} // namespace rb::query
