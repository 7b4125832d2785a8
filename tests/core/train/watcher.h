#pragma once

#include "core/train/training_observer.h"

#include <vector>

namespace rb::test {

/// Asks for a stop after some steps, and remembers what was reported.
class Watcher : public train::TrainingObserver {
public:
    explicit Watcher(std::int64_t stopAfter = -1) : m_stopAfter(stopAfter) {}
    void stepDone(const train::StepReport& report) override { steps.push_back(report); }
    void message(const std::string& text) override { messages.push_back(text); }
    train::Request request() override {
        return static_cast<std::int64_t>(steps.size()) == m_stopAfter ? train::Request::Stop : train::Request::None;
    }
    std::vector<train::StepReport> steps;
    std::vector<std::string> messages;

private:
    std::int64_t m_stopAfter;
};

} // namespace rb::test
