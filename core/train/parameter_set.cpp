#include "core/train/parameter_set.h"

#include "core/train/first_values.h"
#include "core/train/presets.h"
#include "core/vlm/source/expected_tensors.h"
#include "core/vlm/tensor_files.h"

#include <algorithm>
#include <cmath>

#include <ATen/ATen.h>
#include <ATen/CPUGeneratorImpl.h>
#include <ATen/core/grad_mode.h>

namespace rb::train {
namespace {

at::Tensor fresh(const std::string& name, const std::vector<std::int64_t>& shape, const at::Generator& generator) {
    if (name == "temp") return at::full({}, kFirstTemperature);
    if (name.find("lora_B_") != std::string::npos) return at::zeros(shape);
    // torch's start of a Linear, and of LoRA's A: uniform in ±1/√in. A bias takes the width of no
    // matrix here, and starts at zero.
    if (shape.size() < 2) return at::zeros(shape);
    return firstMatrix(shape, generator);
}

Result<at::Tensor> readTensor(const vlm::ModelSource& source, const std::string& name) {
    const auto stored = source.shapeOf(name);
    at::Tensor read = at::empty(stored->second, vlm::scalarType(stored->first));
    if (Status status = source.read(name, read.data_ptr()); !status.ok()) return status.error();
    return read.to(at::kFloat);
}

bool isColorFilter(const std::string& name) { return name == "point_encoder.encoder_color.first_conv.0.weight"; }

/// Filters of x y z see no colour at first.
at::Tensor withColor(const at::Tensor& stored, const std::vector<std::int64_t>& shape) {
    const at::Tensor filters = stored.view({stored.size(0), stored.size(1)});
    return at::constant_pad_nd(filters, {0, shape[1] - filters.size(1)}).view(shape);
}

/// What a trained tensor begins as.
Result<at::Tensor> firstValue(const vlm::ModelSource& source, const std::string& name, const std::vector<std::int64_t>& shape,
                              const LoraStart& lora, const at::Generator& generator) {
    const auto pair = loraNameOf(name);
    if (!source.tensors.contains(name)) return fresh(name, pair ? shapeOf(*pair, shape, lora) : shape, generator);
    const Result<at::Tensor> stored = readTensor(source, name);
    if (!stored.ok()) return stored;
    if (pair) return grown(name, *pair, *stored, lora, generator);
    return isColorFilter(name) ? withColor(*stored, shape) : *stored;
}

} // namespace

Result<std::shared_ptr<ParameterSet>> ParameterSet::read(const vlm::ModelSource& source,
                                                         const std::function<bool(const std::string&)>& trains,
                                                         const Fresh& made, at::Device device) {
    auto set = std::make_shared<ParameterSet>();
    const at::Generator generator = at::detail::createCPUGenerator(made.seed);
    std::map<std::string, std::vector<std::int64_t>> shapes = made.heads;
    for (const auto& [name, expected] : vlm::expectedTensors(source.config)) shapes[name] = expected.shape;
    for (const auto& [name, shape] : shapes) {
        if (isTiedBias(name)) continue;
        const bool trained = trains(name);
        if (!trained && !source.tensors.contains(name)) continue;
        const Result<at::Tensor> tensor = trained ? firstValue(source, name, shape, made.lora, generator) : readTensor(source, name);
        if (!tensor.ok()) return tensor.error();
        at::Tensor leaf = tensor->to(device);
        if (trained) set->m_trained.emplace(name, leaf.requires_grad_(true));
        set->m_all.emplace(name, leaf);
    }
    return set;
}

std::shared_ptr<ParameterSet> ParameterSet::random(const vlm::ModelConfig& config,
                                                   const std::function<bool(const std::string&)>& trains) {
    auto set = std::make_shared<ParameterSet>();
    for (const auto& [name, expected] : vlm::expectedTensors(config)) {
        const bool trained = trains(name);
        if (!expected.required && !trained) continue;
        const bool scale = expected.shape.size() == 1 && name.ends_with("weight");
        at::Tensor leaf = scale || name.ends_with("running_var") ? at::ones(expected.shape) : at::empty(expected.shape).uniform_(-0.03, 0.03);
        if (trained) set->m_trained.emplace(name, leaf.requires_grad_(true));
        set->m_all.emplace(name, std::move(leaf));
    }
    return set;
}

Result<at::Tensor> ParameterSet::tensor(const std::string& name, at::IntArrayRef shape, at::ScalarType type) {
    const auto found = m_all.find(name);
    if (found == m_all.end()) return at::Tensor();
    if (found->second.numel() != c10::multiply_integers(shape))
        return Error{ErrorCode::ModelIncomplete, "Tensor " + name + " has another size than the configuration tells."};
    return found->second.view(shape).to(type);
}

std::optional<std::int64_t> ParameterSet::elementCount(const std::string& name) const {
    const auto found = m_all.find(name);
    if (found == m_all.end()) return std::nullopt;
    return found->second.numel();
}

bool ParameterSet::isFinite() const {
    const at::NoGradGuard noGradients;
    for (const auto& [name, tensor] : m_trained)
        if (!std::isfinite(tensor.sum().item<double>())) return false;
    return true;
}

std::map<std::string, at::Tensor> ParameterSet::changing() const {
    std::map<std::string, at::Tensor> tensors = m_trained;
    const auto normOf = [](const std::string& statistic) { return statistic.substr(0, statistic.rfind('.')) + ".weight"; };
    for (const auto& [name, tensor] : m_all)
        if (isStatistic(name) && m_trained.contains(normOf(name))) tensors.emplace(name, tensor);
    return tensors;
}

void ParameterSet::freeze(const std::vector<std::string>& parts) {
    for (auto& [name, tensor] : m_trained) {
        const auto holds = [&name](const std::string& part) { return name.find(part) != std::string::npos; };
        tensor.requires_grad_(std::none_of(parts.begin(), parts.end(), holds));
    }
}

bool ParameterSet::isFrozen(const std::string& prefix) const {
    for (auto found = m_trained.lower_bound(prefix); found != m_trained.end() && found->first.starts_with(prefix); ++found)
        if (found->second.requires_grad()) return false;
    return true;
}

void ParameterSet::zeroGradients() {
    for (auto& [name, tensor] : m_trained) tensor.mutable_grad() = at::Tensor();
}

} // namespace rb::train
