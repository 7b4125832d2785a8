#pragma once

#include <map>
#include <string>

#include <ATen/core/Tensor.h>

namespace rb::train {

struct AdamWOptions {
    double beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8;
    double weightDecay = 0.05; ///< of the names that isDecayed() gives
};

/// AdamW (arXiv 1711.05101). A parameter without a gradient is left untouched, its moments and its
/// count of steps too.
class AdamW {
public:
    struct State {
        at::Tensor firstMoment, secondMoment; ///< shaped as the parameter
        at::Tensor steps;                     ///< a float32 scalar, as torch keeps it
    };

    explicit AdamW(const AdamWOptions& options) : m_options(options) {}

    void step(const std::map<std::string, at::Tensor>& parameters, double learningRate);

    const std::map<std::string, State>& state() const { return m_state; }
    void restore(std::map<std::string, State> state) { m_state = std::move(state); }

private:
    AdamWOptions m_options;
    std::map<std::string, State> m_state;
};

/// Scales all gradients so that their joint norm is at most `limit` (0: leaves them) and returns the
/// norm before.
double clipGradients(const std::map<std::string, at::Tensor>& parameters, double limit);

} // namespace rb::train
