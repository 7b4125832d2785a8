#include "core/train/adamw.h"

#include "core/train/presets.h"

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

namespace rb::train {
namespace {

/// Parameters that share their weight decay.
struct Group {
    std::vector<at::Tensor> parameters, gradients, firstMoments, secondMoments, steps;
};

} // namespace

void AdamW::step(const std::map<std::string, at::Tensor>& parameters, double learningRate) {
    const at::NoGradGuard noGradients;
    Group decayed, plain;
    for (const auto& [name, parameter] : parameters) {
        const at::Tensor& gradient = parameter.grad();
        if (!gradient.defined()) continue;
        State& state = m_state[name];
        if (!state.steps.defined()) state = {at::zeros_like(parameter), at::zeros_like(parameter), at::zeros({}, parameter.options())};
        state.steps.add_(1);
        Group& group = isDecayed(name, parameter.dim()) ? decayed : plain;
        group.parameters.push_back(parameter);
        group.gradients.push_back(gradient);
        group.firstMoments.push_back(state.firstMoment);
        group.secondMoments.push_back(state.secondMoment);
        group.steps.push_back(state.steps);
    }
    for (Group* group : {&decayed, &plain}) {
        if (group->parameters.empty()) continue;
        at::_fused_adamw_(group->parameters, group->gradients, group->firstMoments, group->secondMoments, {}, group->steps,
                          learningRate, m_options.beta1, m_options.beta2, group == &decayed ? m_options.weightDecay : 0.0,
                          m_options.epsilon, false, false);
    }
}

double clipGradients(const std::map<std::string, at::Tensor>& parameters, double limit) {
    const at::NoGradGuard noGradients;
    std::vector<at::Tensor> norms;
    for (const auto& [name, parameter] : parameters)
        if (parameter.grad().defined()) norms.push_back(parameter.grad().norm());
    if (norms.empty()) return 0;
    const double norm = at::stack(norms).norm().item<double>();
    if (limit <= 0 || norm <= limit) return norm;
    for (const auto& [name, parameter] : parameters)
        if (parameter.grad().defined()) parameter.grad().mul_(limit / (norm + 1e-6));
    return norm;
}

} // namespace rb::train
