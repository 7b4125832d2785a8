#pragma once

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

    void stepDone(const train::StepReport& report) override;
    void message(const std::string& text) override;
    train::Request request() override;

private:
    void readInput(std::stop_token stop);

    Form m_form;
    std::atomic<train::Request> m_request{train::Request::None};
    std::jthread m_input;
    bool m_barShown = false;
};

} // namespace rb::cli
