#pragma once

#include "core/vlm/model_config.h"
#include "core/vlm/source/json_fields.h"
#include "core/vlm/source/tensor_collection.h"

namespace rb::vlm {

/// The configuration of an OPT or T5 as Hugging Face writes it: `config.json` of a language model's
/// folder or `text_config` of a BLIP-2. Absent fields have Hugging Face's defaults. Kinds of OPT and
/// T5 that no BLIP-2 uses are refused.
LanguageModelConfig readLanguageModelConfig(JsonFields& fields);

/// Whether the head is the token embedding, by what the files hold: a head that equals the
/// embedding is tied; an absent one is tied unless the configuration denies it.
Result<bool> headIsTied(const TensorCollection& tensors, const LanguageModelConfig& model);

/// The id of "\n", by which the reference ends OPT's captions, from `vocab.json` or
/// `tokenizer.json` of a byte-level BPE.
Result<std::int64_t> newlineToken(const std::filesystem::path& folder);

} // namespace rb::vlm
