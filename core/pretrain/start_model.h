#pragma once

#include "core/pretrain/recipe.h"
#include "core/synthetic/glyphs.h"

#include <filesystem>

namespace rb::pretrain {

/// Makes the model folder that a recipe's training begins with: vocabularies learnt from captions of its scenes,
/// `config.json` with their sizes, fresh weights. Whole, or not at all.
Status makeStartModel(const Recipe& recipe, const synthetic::GlyphSet& glyphs, const std::filesystem::path& folder);

} // namespace rb::pretrain
