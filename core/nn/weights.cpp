#include "core/nn/weights.h"

#include <sstream>

namespace rb::nn {

struct Weights::Shared {
    std::shared_ptr<WeightSource> source;
    ModelTypes types;
    std::vector<Error> problems;
};

Weights::Weights(std::shared_ptr<WeightSource> source, ModelTypes types)
    : m_shared(std::make_shared<Shared>(Shared{std::move(source), types, {}})) {}

Weights::Weights(std::shared_ptr<Shared> shared, std::string prefix)
    : m_shared(std::move(shared)), m_prefix(std::move(prefix)) {}

Weights Weights::operator[](const std::string& name) const { return {m_shared, fullName(name)}; }

std::string Weights::fullName(const std::string& name) const {
    return m_prefix.empty() ? name : m_prefix + "." + name;
}

static std::string shapeText(at::IntArrayRef shape) {
    std::ostringstream out;
    out << shape;
    return out.str();
}

at::Tensor Weights::required(const std::string& name, at::IntArrayRef shape, at::ScalarType type) const {
    const std::string full = fullName(name);
    Result<at::Tensor> tensor = m_shared->source->tensor(full, shape, type);
    if (tensor.ok() && tensor->defined()) return *tensor;
    m_shared->problems.push_back(
        tensor.ok() ? Error{ErrorCode::ModelIncomplete, "The model has no tensor " + full + " of shape " +
                                                            shapeText(shape) + "."}
                    : tensor.error());
    return at::zeros({1}, type).expand(shape.empty() ? at::IntArrayRef({1}) : shape);
}

at::Tensor Weights::matrix(const std::string& name, at::IntArrayRef shape) const {
    return required(name, shape, m_shared->types.storage);
}

at::Tensor Weights::vector(const std::string& name, at::IntArrayRef shape) const {
    return required(name, shape, m_shared->types.compute);
}

at::Tensor Weights::optionalVector(const std::string& name, at::IntArrayRef shape) const {
    Result<at::Tensor> tensor = m_shared->source->tensor(fullName(name), shape, m_shared->types.compute);
    if (tensor.ok()) return *tensor;
    m_shared->problems.push_back(tensor.error());
    return {};
}

std::optional<std::int64_t> Weights::elementCount(const std::string& name) const {
    return m_shared->source->elementCount(fullName(name));
}

const ModelTypes& Weights::types() const { return m_shared->types; }

Status Weights::status() const {
    if (m_shared->problems.empty()) return {};
    Error first = m_shared->problems.front();
    if (m_shared->problems.size() > 1)
        first.message += " (" + std::to_string(m_shared->problems.size() - 1) + " more tensors have problems.)";
    return first;
}

} // namespace rb::nn
