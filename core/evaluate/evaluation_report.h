#pragma once

#include "core/evaluate/evaluation.h"

namespace rb::evaluate {

/// `{"corpus": {bleu_1 … bleu_4, rouge_l, cider}, "cider_interval", "references", "subset", "name_accuracy",
/// "items": [{id, candidate, references, bleu_1 …}]}`
std::string toJson(const Evaluation& evaluation, const std::string& subset);
/// A table for people.
std::string toTable(const Evaluation& evaluation, const std::string& subset);

} // namespace rb::evaluate
