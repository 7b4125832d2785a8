#pragma once

#include <QStringList>

#include <optional>

namespace rb::query {

/// What the words say three times: a word or phrase in a row, or three words anywhere.
std::optional<QString> repetitionIn(const QStringList& words);

} // namespace rb::query
