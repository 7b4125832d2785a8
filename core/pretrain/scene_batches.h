#pragma once

#include "core/pretrain/recipe.h"
#include "core/synthetic/glyphs.h"
#include "core/train/caption_tokens.h"
#include "core/train/training_batch.h"

#include <map>
#include <string>

namespace rb::pretrain {

/// Batches of scenes that are made when they are asked for and never again: batch n of a recipe is the same
/// whoever asks, and no two share a scene.
class SceneBatches {
public:
    /// All must outlive this.
    SceneBatches(const Recipe& recipe, const synthetic::GlyphSet& glyphs, const vlm::ModelConfig& config,
                 train::CaptionTokenizers tokenizers);

    Result<train::TrainingBatch> batch(std::int64_t number) const;

private:
    struct Scenes;
    Scenes pictures(const SceneShare& share, bool region, std::uint64_t seed) const;
    Scenes objects(const SceneShare& share, std::uint64_t seed) const;
    Scenes rooms(const SceneShare& share, std::uint64_t seed) const;
    synthetic::CaptionStyle style(std::uint64_t seed) const;

    const Recipe& m_recipe;
    const synthetic::GlyphSet& m_glyphs;
    const vlm::ModelConfig& m_config;
    train::CaptionTokenizers m_tokenizers;
    std::map<std::string, std::int64_t> m_glyphNames, m_furnitureNames;
};

/// Captions of `count` scenes of each kind, for learning a vocabulary.
std::vector<std::string> sceneTexts(const Recipe& recipe, const synthetic::GlyphSet& glyphs, std::size_t count);

} // namespace rb::pretrain
