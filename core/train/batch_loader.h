#pragma once

#include "core/train/batch_plan.h"
#include "core/train/feature_cache.h"
#include "core/train/training_batch.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace rb::train {

/// What a batch is made with.
struct BatchSources {
    const std::vector<Sample>& samples;
    const vlm::ModelConfig& config;
    CaptionTokenizers tokenizers;
    const FeatureCache* cache = nullptr; ///< of the frozen encoders; null: inputs are decoded
};

/// Decodes, resizes and tokenises one planned batch. A medium that cannot be read is an error.
Result<TrainingBatch> loadBatch(const PlannedBatch& planned, const BatchSources& sources, std::uint64_t seed);

/// Loads batches ahead of the step on a thread of its own. Their order and content depend on their
/// number alone.
class BatchQueue {
public:
    using Load = std::function<Result<TrainingBatch>(std::int64_t number)>;
    BatchQueue(Load load, std::int64_t first, std::size_t ahead = 3);
    ~BatchQueue();
    BatchQueue(const BatchQueue&) = delete;
    BatchQueue& operator=(const BatchQueue&) = delete;

    /// The next batch in order; waits for it.
    Result<TrainingBatch> next();

private:
    void work(std::stop_token stop);

    Load m_load;
    std::int64_t m_next;
    std::size_t m_ahead;
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::deque<Result<TrainingBatch>> m_ready;
    std::jthread m_thread;
};

} // namespace rb::train
