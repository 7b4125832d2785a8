#include "core/train/training_log.h"

#include <fstream>

#include <nlohmann/json.hpp>

namespace rb::train {

std::string toJsonLine(const StepReport& r) {
    nlohmann::ordered_json json{{"event", "step"},
                                {"step", r.step},
                                {"steps", r.steps},
                                {"progress", r.progress},
                                {"modality", r.modality},
                                {"loss", r.loss},
                                {"smoothed_loss", r.smoothedLoss},
                                {"itc", r.itc},
                                {"itm", r.itm},
                                {"itg", r.itg},
                                {"llm", r.llm},
                                {"reg", r.reg},
                                {"patch", r.patch},
                                {"name", r.name},
                                {"gradient_norm", r.gradientNorm},
                                {"learning_rate", r.learningRate},
                                {"captions", r.captions},
                                {"seconds", r.seconds},
                                {"seconds_left", r.secondsLeft},
                                {"skipped", r.skipped}};
    return json.dump();
}

std::string toJsonLine(std::int64_t step, const Metrics& metrics) {
    nlohmann::ordered_json json{{"event", "evaluation"}, {"step", step}};
    json.update(metrics);
    return json.dump();
}

void TrainingLog::add(const std::string& line) const { std::ofstream(m_file, std::ios::app) << line << '\n'; }

} // namespace rb::train
