#pragma once

#include "core/base/result.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <ATen/core/Tensor.h>

namespace rb::nn {

/// Gives the tensors that modules are made of.
class WeightSource {
public:
    virtual ~WeightSource() = default;
    /// The tensor under the checkpoint's name, with `shape`, on the model's device and in `type`;
    /// undefined when there is none. Fails when it has another number of elements or cannot be read.
    virtual Result<at::Tensor> tensor(const std::string& name, at::IntArrayRef shape, at::ScalarType type) = 0;
    /// How many elements the tensor has; nothing when there is none.
    virtual std::optional<std::int64_t> elementCount(const std::string& name) const = 0;
};

/// Types of a model in memory. Matrices may be stored smaller than they are computed with.
struct ModelTypes {
    at::ScalarType storage = at::kFloat; ///< of matrices
    at::ScalarType compute = at::kFloat; ///< of vectors and activations
};

/// A place in the tree of names that modules are constructed from: `weights["blocks.0"]["attn"]`.
/// Problems are collected, not thrown: a constructor goes on with zeros, and whoever started reads
/// status() once at the end.
class Weights {
public:
    Weights(std::shared_ptr<WeightSource> source, ModelTypes types);

    Weights operator[](const std::string& name) const;

    /// A matrix, in the storage type.
    at::Tensor matrix(const std::string& name, at::IntArrayRef shape) const;
    /// A vector or small table, in the compute type.
    at::Tensor vector(const std::string& name, at::IntArrayRef shape) const;
    /// As vector(), but undefined when the checkpoint has none.
    at::Tensor optionalVector(const std::string& name, at::IntArrayRef shape) const;

    /// As WeightSource::elementCount().
    std::optional<std::int64_t> elementCount(const std::string& name) const;

    const ModelTypes& types() const;
    /// The first problem met anywhere in the tree, and how many more there were.
    Status status() const;

private:
    struct Shared;
    Weights(std::shared_ptr<Shared> shared, std::string prefix);
    at::Tensor required(const std::string& name, at::IntArrayRef shape, at::ScalarType type) const;
    std::string fullName(const std::string& name) const;

    std::shared_ptr<Shared> m_shared;
    std::string m_prefix;
};

} // namespace rb::nn
