#include "core/vlm/random_weights.h"

#include <ATen/ATen.h>

namespace rb::vlm {
namespace {

class RandomWeights final : public nn::WeightSource {
public:
    explicit RandomWeights(std::uint64_t& bytes) : m_bytes(bytes) {}

    Result<at::Tensor> tensor(const std::string& name, at::IntArrayRef shape, at::ScalarType type) override {
        // Adapters stay absent, as in a plain model; norms must not blow up.
        if (name.find("lora_") != std::string::npos) return at::Tensor();
        const bool isScale = shape.size() == 1 && name.ends_with("weight");
        at::Tensor made = isScale || name.ends_with("running_var") ? at::ones(shape, type)
                                                                  : at::empty(shape, type).uniform_(-0.03, 0.03);
        m_bytes += made.nbytes();
        return made;
    }

    std::optional<std::int64_t> elementCount(const std::string&) const override { return std::nullopt; }

private:
    std::uint64_t& m_bytes;
};

} // namespace

std::shared_ptr<nn::WeightSource> randomWeights(std::uint64_t& bytes) { return std::make_shared<RandomWeights>(bytes); }

} // namespace rb::vlm
