#pragma once

#include "core/evaluate/evaluation.h"

namespace rb::evaluate {

/// Marks the items whose candidate names their object, and gives their share; nothing when no item has a
/// name. A caption names the object that it mentions first: of all names in the items, the one that
/// stands earliest in it, the longest of several there; of a question and its answer, in the answer.
std::optional<double> markNames(std::vector<EvaluatedItem>& items);

} // namespace rb::evaluate
