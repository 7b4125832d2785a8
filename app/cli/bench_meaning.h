#pragma once

#include "core/base/result.h"

#include <QString>

namespace rb::cli {

/// The part of `regionblip bench ui` about searching by meaning: made-up embeddings of published models' size ([32, 256])
/// of so many regions, in a file of `folder`.
Status benchMeaning(const QString& folder, int regions);

} // namespace rb::cli
