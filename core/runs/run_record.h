#pragma once

#include "core/jobs/training_messages.h"

namespace rb::runs {

/// What a training has told so far, in the order of its steps. After a crash some steps are done again: the second time
/// counts.
class RunRecord {
public:
    void take(const jobs::TrainingMessage& message);

    const std::vector<jobs::TrainingStep>& steps() const { return m_steps; }
    /// The first of step 0 are the scores of the model as it was before; absent in runs that were not looked at.
    const std::vector<jobs::TrainingScores>& scores() const { return m_scores; }
    /// All held-out captions at each look.
    const std::vector<jobs::TrainingCaptions>& captions() const { return m_captions; }
    const std::optional<jobs::TrainingCaptions>& sample() const { return m_sample; } ///< the last one asked for
    const std::optional<jobs::TrainingData>& data() const { return m_data; }
    const std::optional<jobs::TrainingEstimate>& estimate() const { return m_estimate; }
    const QStringList& messages() const { return m_messages; }

    double captionsASecond() const;

private:
    void forgetBehind(qint64 step);

    std::vector<jobs::TrainingStep> m_steps;
    std::vector<jobs::TrainingScores> m_scores;
    std::vector<jobs::TrainingCaptions> m_captions;
    std::optional<jobs::TrainingCaptions> m_sample;
    std::optional<jobs::TrainingData> m_data;
    std::optional<jobs::TrainingEstimate> m_estimate;
    QStringList m_messages;
};

} // namespace rb::runs
