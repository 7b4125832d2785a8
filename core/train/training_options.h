#pragma once

#include "core/train/loss_weights.h"
#include "core/train/new_modality.h"
#include "core/train/presets.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <set>
#include <string>

namespace rb::train {

class ProcessGroup;

/// How the learning rate goes: see learning_rate.h.
enum class Schedule {
    Cosine,   ///< warm-up, then one cosine over the whole training
    Released, ///< the release's, by epochs
};

/// What one training is told. Defaults are those of fine-tuning LoRA on one's own captions.
struct TrainingOptions {
    std::filesystem::path data;          ///< as readSamples() takes it
    std::filesystem::path model;         ///< model folder to start from
    std::filesystem::path output;        ///< the run's folder
    Preset preset = Preset::Lora;
    std::set<std::string> modalities;    ///< to train; empty: all that have data
    std::optional<NewModality> newModality; ///< added to the model; the data of the one it is like are its own
    std::optional<std::int64_t> rank;    ///< of LoRA pairs; without: the model's
    std::optional<double> alpha;         ///< scale is alpha / rank; without: the model's scale
    std::set<LoraTarget> targets = kPublishedTargets; ///< where LoRA pairs learn
    LossWeights terms;                   ///< see defaultTerms()

    std::int64_t steps = 0;              ///< optimizer steps; 0: by epochs or minutes
    double epochs = 0;
    double minutes = 0;
    std::size_t batch = 16;              ///< captions
    int accumulate = 1;                  ///< batches a step
    Schedule schedule = Schedule::Cosine;
    double learningRate = 1e-4, minimumRate = 1e-6, warmup = 0.02;
    double weightDecay = 0.05, clip = 1.0;
    double dropout = 0.1;                ///< of trained Q-Formers and the language model
    bool bfloat16 = false;               ///< autocast over float32 weights
    bool checkpointing = false;          ///< of gradients: less memory, about a third more time
    std::uint64_t seed = 1;
    std::string device = "auto";         ///< as CaptionerOptions::device
    int threads = 0;

    std::int64_t checkpointEvery = 200;  ///< steps
    std::int64_t evaluateEvery = 0;      ///< steps between TrainingObserver::evaluate(); it comes at the end in any case
    std::filesystem::path cache;         ///< of frozen features; empty: none
    bool resume = false;
    const ProcessGroup* group = nullptr; ///< the other processes of this training; must outlive it
};

/// LoRA learns from the language model's loss alone; the paper's set from all terms but reg.
LossWeights defaultTerms(Preset preset);

} // namespace rb::train
