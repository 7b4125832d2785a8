#pragma once

#include "core/formats/json_list.h"

#include <string>
#include <vector>

/// What a format keeps in `extra` of a record stands there under the format's own name, so that none writes
/// what another one left: `{"coco": {"attributes": …}}`. Records come from projects of strangers too: what
/// stands there need not be what a reader wrote, and what is nested too deep is taken for a mere text.
namespace rb::formats {

/// The object as text under the format's name; empty when `object` is empty or none.
std::string extraUnder(const char* format, const nlohmann::json& object);
/// What extraUnder() was given; an empty object for anything else.
nlohmann::json ownExtra(const std::string& extra, const char* format);
/// The formats that something stands under; one of an empty name when `extra` is something else.
std::vector<std::string> namesIn(const std::string& extra);
/// The value at the key when it is an object, a text, … of the same type as `fallback`; else `fallback`.
nlohmann::json extraValue(const nlohmann::json& object, const char* key, nlohmann::json fallback);
/// Adds the fields of `extra` to `entry`, except those that it has already.
void addFields(Json& entry, const nlohmann::json& extra);

/// For a text that should hold a JSON object: the object where its compact form is the very text,
/// so that nothing changes on the way back; else the text.
Json objectOrText(const std::string& text);
/// The way back of objectOrText().
std::string textOfObject(const nlohmann::json& value);

} // namespace rb::formats
