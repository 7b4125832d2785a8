#pragma once

#include "core/vlm/model_config.h"
#include "core/vlm/source/json_fields.h"

namespace rb::vlm {

/// The decoding RegionBLIP was published with, in new tokens of this kind of model.
GenerationOptions publishedDecoding(const std::string& languageModelType, ScoringConvention convention);

/// The `generation` object of our `config.json`, converted to new tokens. By the reference's
/// convention its `max_length` and `min_length` count OPT's placeholder, and T5's start token counts
/// in `min_length` only; by Hugging Face's, `max_new_tokens` and `min_new_tokens` are what they say.
GenerationOptions readGeneration(JsonFields& fields, const std::string& languageModelType,
                                 ScoringConvention convention);

/// The inverse of readGeneration().
nlohmann::ordered_json generationToJson(const GenerationOptions& options, const std::string& languageModelType,
                                        ScoringConvention convention);

} // namespace rb::vlm
