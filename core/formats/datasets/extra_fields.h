#pragma once

#include "core/formats/json_list.h"

#include <string>

namespace rb::formats {

/// What a format keeps in `extra` of a record stands there under the format's name, so that none
/// writes what another one left: `{"coco": {"attributes": …}}`. `object`: a JSON object as text, or empty.
std::string extraUnder(const char* format, const std::string& object);
/// The format's part of `extra`; an empty object when there is none.
Json extraFields(const std::string& extra, const char* format);
/// Adds the fields of `extra` to `entry`, except those that it has already.
void addFields(Json& entry, const Json& extra);

/// For a text that should hold a JSON object: the object where its compact form is the very text,
/// so that nothing changes on the way back; else the text.
Json objectOrText(const std::string& text);
/// The way back of objectOrText().
std::string textOfObject(const nlohmann::json& value);

} // namespace rb::formats
