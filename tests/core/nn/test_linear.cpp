#include "core/nn/linear.h"

#include <QTest>

#include <map>

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

using namespace rb;

/// Tensors from a map.
class MapWeights final : public nn::WeightSource {
public:
    std::map<std::string, at::Tensor> tensors;
    Result<at::Tensor> tensor(const std::string& name, at::IntArrayRef shape, at::ScalarType type) override {
        const auto found = tensors.find(name);
        return found == tensors.end() ? at::Tensor() : found->second.reshape(shape).to(type);
    }
    std::optional<std::int64_t> elementCount(const std::string& name) const override {
        const auto found = tensors.find(name);
        return found == tensors.end() ? std::nullopt : std::optional(found->second.numel());
    }
};

class LinearTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void freshAdapterLeavesOutputUnchanged();
    void absentAdapterIsTheBase();
    void mergedAdapterEqualsUnmerged();
    void bfloat16StorageIsOnlyRounding();
    void missingTensorsAreToldByName();

private:
    std::shared_ptr<MapWeights> weights() const {
        auto source = std::make_shared<MapWeights>();
        source->tensors = {{"weight", at::randn({24, 40})}, {"bias", at::randn({24})}, {"lora_A_pc", at::randn({8, 40})},
                           {"lora_B_pc", at::randn({24, 8})}, {"lora_A_new", at::randn({8, 40})}, {"lora_B_new", at::zeros({24, 8})}};
        return source;
    }
    const nn::LoraSpec m_spec{{"img", 0.125}, {"new", 0.125}, {"pc", 0.125}};
};

void LinearTest::freshAdapterLeavesOutputUnchanged() {
    const nn::LoraLinear linear(nn::Weights(weights(), {}), 40, 24, m_spec);
    const at::Tensor x = at::randn({5, 40});
    QVERIFY(linear(x, 1).equal(linear.base(x)));
}

void LinearTest::absentAdapterIsTheBase() {
    const nn::LoraLinear linear(nn::Weights(weights(), {}), 40, 24, m_spec);
    const at::Tensor x = at::randn({5, 40});
    QVERIFY(linear(x, 0).equal(linear(x, nn::kNoAdapter)));
}

void LinearTest::mergedAdapterEqualsUnmerged() {
    nn::LoraLinear linear(nn::Weights(weights(), {}), 40, 24, m_spec);
    const at::Tensor x = at::randn({5, 40}), before = linear(x, 2);
    QVERIFY(!before.allclose(linear.base(x), 1e-3, 1e-3));
    linear.merge(2);
    QVERIFY(before.allclose(linear(x, 2), 1e-5, 1e-5));
    QVERIFY(linear(x, 1).equal(linear.base(x))); // the others stay
}

void LinearTest::bfloat16StorageIsOnlyRounding() {
    const auto source = weights();
    const nn::Linear half(nn::Weights(source, {at::kBFloat16, at::kFloat}), 40, 24);
    const at::Tensor rounded = source->tensors["weight"].to(at::kBFloat16).to(at::kFloat);
    for (const std::int64_t rows : {1, 5, 100}) {
        const at::Tensor x = at::randn({rows, 40});
        QVERIFY(half(x).allclose(at::linear(x, rounded, source->tensors["bias"]), 1e-5, 1e-5));
    }
}

void LinearTest::missingTensorsAreToldByName() {
    const nn::Weights scope(std::make_shared<MapWeights>(), {});
    const nn::Linear linear(scope["blocks.0"]["fc1"], 40, 24);
    QVERIFY(!scope.status().ok());
    QVERIFY(scope.status().error().message.find("blocks.0.fc1.weight") != std::string::npos);
}

QTEST_GUILESS_MAIN(LinearTest)
#include "test_linear.moc"
