#pragma once

#include "core/formats/record_fields.h"
#include "core/formats/records.h"

namespace rb::formats {

/// Captions from a list of texts in one field; none when it is missing.
std::vector<CaptionRecord> captionsIn(RecordFields& fields, const char* key);
/// The texts as a JSON list.
nlohmann::ordered_json captionTexts(const std::vector<CaptionRecord>& captions);
/// A caption a line; a byte order mark, CRLF and blank lines are passed over. The refusal begins with
/// `place` when the text is no UTF-8.
Result<std::vector<CaptionRecord>> captionLines(std::string_view text, const std::string& place);
bool isUtf8(std::string_view text);

} // namespace rb::formats
