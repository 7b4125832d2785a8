#include "core/nn/recompute.h"

#include <ATen/ATen.h>
#include <ATen/autocast_mode.h>
#include <ATen/core/grad_mode.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>

namespace rb::nn {
namespace {

namespace autograd = torch::autograd;

/// What a section's numbers depend on beside its inputs.
struct Surroundings {
    explicit Surroundings(at::Device on)
        : device(on), random(generator().get_state()), autocast(at::autocast::is_autocast_enabled(on.type())) {}

    at::Generator generator() const { return at::globalContext().defaultGenerator(device); }
    void restore() const {
        at::Generator mutableGenerator = generator();
        mutableGenerator.set_state(random);
        at::autocast::set_autocast_enabled(device.type(), autocast);
    }

    at::Device device;
    at::Tensor random;
    bool autocast;
};

/// Those of before come back when it ends.
class Restored {
public:
    explicit Restored(const Surroundings& then) : m_now(then.device) { then.restore(); }
    ~Restored() { m_now.restore(); }
    Restored(const Restored&) = delete;
    Restored& operator=(const Restored&) = delete;

private:
    Surroundings m_now;
};

/// Stands in the graph for a whole section.
class Recomputation final : public autograd::Node {
public:
    Recomputation(Section section, Tensors inputs, const Surroundings& surroundings)
        : m_section(std::move(section)), m_inputs(std::move(inputs)), m_surroundings(surroundings) {}

    autograd::variable_list apply(autograd::variable_list&& gradients) override {
        const at::AutoGradMode withGraph(true);
        const Restored then(m_surroundings);
        Tensors inputs;
        for (const at::Tensor& input : m_inputs)
            inputs.push_back(input.defined() ? input.detach().requires_grad_(input.requires_grad()) : at::Tensor());
        const Tensors outputs = m_section(inputs);
        Tensors reached, arriving;
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            if (!gradients[i].defined() || !outputs[i].requires_grad()) continue;
            reached.push_back(outputs[i]);
            arriving.push_back(gradients[i]);
        }
        if (!reached.empty()) autograd::backward(reached, arriving); // weights take theirs themselves
        autograd::variable_list passed;
        for (const at::Tensor& input : inputs) passed.push_back(input.defined() ? input.grad() : at::Tensor());
        return passed;
    }
    void release_variables() override { m_inputs.clear(); }
    std::string name() const override { return "Recomputation"; }

private:
    Section m_section;
    Tensors m_inputs;
    Surroundings m_surroundings;
};

} // namespace

Tensors recomputed(bool on, const Section& section, const Tensors& inputs) {
    if (!on || !at::GradMode::is_enabled()) return section(inputs);
    const Surroundings before(inputs.front().device());
    Tensors outputs;
    {
        const at::NoGradGuard nothingIsKept;
        outputs = section(inputs);
    }
    const c10::intrusive_ptr<autograd::Node> node = c10::make_intrusive<Recomputation>(section, inputs, before);
    node->set_next_edges(autograd::collect_next_edges(inputs));
    for (at::Tensor& output : outputs) autograd::set_history(output, node);
    return outputs;
}

} // namespace rb::nn
