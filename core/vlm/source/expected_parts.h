#pragma once

#include "core/vlm/source/expected_tensors.h"

#include <set>

namespace rb::vlm {

/// Collects expected tensors. A matrix is `[rows, columns]`, rows being outputs.
class TensorList {
public:
    void add(const std::string& name, std::vector<std::int64_t> shape) { m_tensors[name] = {std::move(shape), true}; }
    /// `name.weight [rows, columns]` and `name.bias [rows]`.
    void addLinear(const std::string& name, std::int64_t rows, std::int64_t columns);
    /// `name.weight` and `name.bias`, both `[width]`.
    void addNorm(const std::string& name, std::int64_t width);
    /// `name.lora_{A,B}_S` for every suffix S of loraSuffixes(), as optional tensors.
    void addLora(const std::string& name, std::int64_t rows, std::int64_t columns, const ModelConfig& config);
    /// The tensors of another list, none of them required.
    void addOptional(TensorList& other);
    std::map<std::string, ExpectedTensor> take() { return std::move(m_tensors); }

private:
    std::map<std::string, ExpectedTensor> m_tensors;
};

/// The released four (files hold their pairs even where a model does not use them), and the
/// configuration's own.
std::set<std::string> loraSuffixes(const ModelConfig& config);

void addVision(TensorList& list, const VisionConfig& vision);
/// With `pc_adapter`, which maps to the width of the image encoder.
/// `encoders`: those that modalities name.
void addPointEncoder(TensorList& list, const PointConfig& point, std::int64_t encoderHiddenSize,
                     const std::set<std::string>& encoders);
/// `name` is "Qformer" or "Qformer_pc".
void addQFormer(TensorList& list, const std::string& name, const ModelConfig& config);
void addOpt(TensorList& list, const ModelConfig& config);
void addT5(TensorList& list, const ModelConfig& config);

} // namespace rb::vlm
