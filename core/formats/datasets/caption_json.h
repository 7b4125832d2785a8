#pragma once

#include "core/formats/json_list.h"
#include "core/formats/record_fields.h"
#include "core/formats/records.h"

namespace rb::formats {

/// The captions of a record: the list `captions`, of texts or of objects (text, state, source, model,
/// adapter, prompt, options, score, token_scores, edited_from, author, created_at, changed_at), and in
/// front of it the text `caption`, unless that is empty or among them. A refusal names the record.
Result<std::vector<CaptionRecord>> readCaptions(RecordFields& fields);

/// A text where the caption has nothing else, or an object with what it has.
Json captionJson(const CaptionRecord& caption);

} // namespace rb::formats
