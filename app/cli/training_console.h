#pragma once

#include "core/evaluate/training_review.h"
#include "core/train/trainer.h"

#include <atomic>
#include <thread>

namespace rb::cli {

/// Tells a training's progress on standard output, as a bar or as JSON lines, and reads requests from
/// standard input on a thread of its own.
class TrainingConsole final : public train::TrainingObserver {
public:
    enum class Form { Bar, Json };
    explicit TrainingConsole(Form form);
    ~TrainingConsole() override;

    void began(const train::DataReport& report, std::int64_t parameters);
    void estimated(const train::Estimate& estimate);
    void ended();
    /// What sample() and evaluate() caption; without one they tell that there is nothing.
    void review(evaluate::TrainingReview review) { m_review = std::move(review); }

    void stepDone(const train::StepReport& report) override;
    void message(const std::string& text) override;
    train::Request request() override;
    void sample(vlm::RegionCaptioner& captioner, std::int64_t step) override;
    train::Metrics evaluate(vlm::RegionCaptioner& captioner, std::int64_t step) override;

private:
    void readInput(std::stop_token stop);

    Form m_form;
    evaluate::TrainingReview m_review;
    std::atomic<train::Request> m_request{train::Request::None};
    std::jthread m_input;
    bool m_barShown = false;
};

} // namespace rb::cli
