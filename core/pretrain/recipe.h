#pragma once

#include "core/base/result.h"
#include "core/synthetic/picture_scene.h"
#include "core/train/loss_weights.h"

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace rb::pretrain {

/// What a phase shows of one modality: "image" and "image_region" see made-up pictures, "pointcloud" objects,
/// "pointcloud_region" rooms.
struct SceneShare {
    double share = 1;       ///< of the phase's steps, beside the others' shares
    std::size_t scenes = 16; ///< a step
    synthetic::PictureOptions picture; ///< of pictures
};

/// A stretch of a training with settings of its own.
struct Phase {
    std::string name;
    std::int64_t steps = 0;
    train::LossWeights terms;      ///< all 0 but those that the recipe names
    double learningRate = 1e-3, minimumRate = 2e-5, warmup = 0.02;
    double dropout = 0;
    bool batchStatistics = false;  ///< norms of the point encoder
    bool captions = true;          ///< false: pictures and names alone
    std::vector<std::string> frozen; ///< parts of tensor names that rest
    std::map<std::string, SceneShare> data; ///< by modality
    std::string text;              ///< the phase as the recipe has it, for comparing
};

/// How a model is made from nothing (resources/recipes/regionblip-mini.json): its shape, its vocabulary, its
/// scenes and its phases.
struct Recipe {
    std::string name, licence, source; ///< for the card
    std::filesystem::path objects;     ///< list of glyphs, beside the recipe
    std::size_t names = 0;             ///< how many of its names, from the first
    std::uint64_t seed = 1;
    std::map<std::string, double> styles; ///< of captions, with shares
    double boxJitter = 0.06;           ///< of a box's size, either way, each side
    std::size_t texts = 20000, pieces = 2000, wordPieces = 1000; ///< of the vocabularies
    std::string config;                ///< `config.json` but for the sizes of the vocabularies
    double weightDecay = 0.03, beta1 = 0.9, beta2 = 0.98, clip = 1;
    std::int64_t checkpointEvery = 500;
    std::vector<Phase> phases;
    std::string text;                  ///< all but the phases, for comparing

    std::int64_t steps() const;
    /// The phase of a step and the first step of that phase; the last one's beyond the end.
    std::pair<const Phase*, std::int64_t> phaseAt(std::int64_t step) const;
};

/// A refusal names the file, the field and what was expected.
Result<Recipe> readRecipe(const std::filesystem::path& file);

} // namespace rb::pretrain
