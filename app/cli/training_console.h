#pragma once

#include "app/cli/request_reader.h"
#include "core/evaluate/training_review.h"
#include "core/train/trainer.h"

#include <nlohmann/json_fwd.hpp>

namespace rb::cli {

/// Tells a training's progress on standard output, as a bar or as JSON lines, keeps the same lines in the run's log, and
/// reads requests from standard input and the run's file `control`.
///
/// Events of the log beside those of training_log.h: "data" (what is learnt, what was left out), "estimate", "start" (step, and
/// the process that trains), "message", "sample" and "captions" (items with id, caption, references), "paused", "resumed",
/// "failed" (text), "end" (stopped).
class TrainingConsole final : public train::TrainingObserver {
public:
    enum class Form { Bar, Json };
    /// `folder`: of the run; its log is written from stepsBegin() on, when the folder is ours.
    TrainingConsole(Form form, std::filesystem::path folder);
    ~TrainingConsole() override;

    void began(const train::DataReport& report, std::int64_t parameters);
    void estimated(const train::Estimate& estimate);
    /// The training is over, or was stopped, or went wrong.
    void ended(const Status& status);
    /// What sample() and evaluate() caption; without one they tell that there is nothing.
    void review(evaluate::TrainingReview review) { m_review = std::move(review); }

    void stepsBegin(std::int64_t step) override;
    void stepDone(const train::StepReport& report) override;
    void message(const std::string& text) override;
    train::Request request() override;
    void paused(std::int64_t step) override;
    void resumed(std::int64_t step) override;
    train::Request waitForRequest() override;
    void sample(vlm::RegionCaptioner& captioner, std::int64_t step) override;
    train::Metrics evaluate(vlm::RegionCaptioner& captioner, std::int64_t step) override;

private:
    train::Request given(train::Request request);
    void tell(const nlohmann::ordered_json& event);
    void tellCaptions(const char* event, std::int64_t step, const std::vector<evaluate::EvaluatedItem>& items);

    Form m_form;
    std::filesystem::path m_folder;
    evaluate::TrainingReview m_review;
    std::vector<std::string> m_early; ///< lines of before the folder was ours
    bool m_begun = false;
    bool m_stopAsked = false;
    bool m_barShown = false;
    RequestReader m_requests;
};

} // namespace rb::cli
