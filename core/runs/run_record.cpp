#include "core/runs/run_record.h"

#include <algorithm>

namespace rb::runs {

using namespace jobs;

namespace {

// So many steps tell the present speed.
constexpr std::size_t kStepsOfSpeed = 20;

template <typename T>
void put(std::vector<T>& all, const T& one) {
    std::erase_if(all, [&](const T& other) { return other.step >= one.step; });
    all.push_back(one);
}

template <typename T>
void cut(std::vector<T>& all, qint64 step) {
    std::erase_if(all, [step](const T& one) { return one.step > step; });
}

} // namespace

void RunRecord::forgetBehind(qint64 step) {
    cut(m_steps, step);
    cut(m_scores, step);
    cut(m_captions, step);
}

void RunRecord::take(const TrainingMessage& message) {
    if (const auto* step = std::get_if<TrainingStep>(&message)) {
        // Going back to a good checkpoint counts steps again without a new beginning.
        if (!m_steps.empty() && m_steps.back().step >= step->step) forgetBehind(step->step - 1);
        m_steps.push_back(*step);
    }
    if (const auto* began = std::get_if<TrainingBegan>(&message)) forgetBehind(began->step);
    if (const auto* scores = std::get_if<TrainingScores>(&message)) put(m_scores, *scores);
    if (const auto* data = std::get_if<TrainingData>(&message)) m_data = *data;
    if (const auto* estimate = std::get_if<TrainingEstimate>(&message)) m_estimate = *estimate;
    if (const auto* text = std::get_if<TrainingText>(&message)) m_messages << text->text;
    if (const auto* captions = std::get_if<TrainingCaptions>(&message)) {
        if (captions->onRequest) m_sample = *captions;
        else put(m_captions, *captions);
    }
}

double RunRecord::captionsASecond() const {
    if (m_steps.size() < 2) return 0;
    const std::size_t first = m_steps.size() > kStepsOfSpeed ? m_steps.size() - kStepsOfSpeed : 0;
    const double seconds = m_steps.back().seconds - m_steps[first].seconds;
    qint64 captions = 0;
    for (std::size_t i = first + 1; i < m_steps.size(); ++i) captions += m_steps[i].captions;
    return seconds > 0 ? static_cast<double>(captions) / seconds : 0;
}

} // namespace rb::runs
