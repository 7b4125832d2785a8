#pragma once

#include "core/base/result.h"
#include "core/nn/weights.h"
#include "core/train/lora_start.h"
#include "core/vlm/model_source.h"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

namespace rb::train {

/// All weights of a model in float32, some of them being trained. Modules made from it in every step
/// share the tensors, so that a module may derive what it likes from its weights (a joined bias, a
/// folded norm): it is derived anew, and gradients reach the weights themselves.
class ParameterSet final : public nn::WeightSource {
public:
    /// Reads every tensor of `source`; those whose name `trains` get gradients. Tensors that the
    /// configuration knows and the files do not hold (LoRA pairs, heads of the objective) are made
    /// when they are trained: LoRA's A uniform in ±1/√in, everything else as torch starts a Linear,
    /// LoRA's B zero, `temp` 0.07. The same seed makes the same.
    struct Fresh {
        std::uint64_t seed = 1;
        LoraStart lora{};
        std::map<std::string, std::vector<std::int64_t>> heads{}; ///< beside the model's own: names and shapes
    };
    static Result<std::shared_ptr<ParameterSet>> read(const vlm::ModelSource& source,
                                                      const std::function<bool(const std::string&)>& trains,
                                                      const Fresh& fresh, at::Device device);

    /// Random weights of a configuration's shapes, for benchmarks; LoRA of the trained names only.
    static std::shared_ptr<ParameterSet> random(const vlm::ModelConfig& config,
                                                const std::function<bool(const std::string&)>& trains);

    Result<at::Tensor> tensor(const std::string& name, at::IntArrayRef shape, at::ScalarType type) override;
    std::optional<std::int64_t> elementCount(const std::string& name) const override;

    const std::map<std::string, at::Tensor>& trained() const { return m_trained; }
    const std::map<std::string, at::Tensor>& all() const { return m_all; }
    at::Device device() const { return m_all.empty() ? at::Device(at::kCPU) : m_all.begin()->second.device(); }
    /// What a checkpoint keeps: all that a step may change, running statistics too.
    std::map<std::string, at::Tensor> changing() const;
    /// Trained tensors whose names hold one of these parts get no gradient until this is called again.
    void freeze(const std::vector<std::string>& parts);
    /// Whether nothing below this prefix gets gradients.
    bool isFrozen(const std::string& prefix) const;
    void zeroGradients();
    bool isFinite() const; ///< of all that is trained

private:
    std::map<std::string, at::Tensor> m_all, m_trained;
};

} // namespace rb::train
