#include "tests/core/train/golden_training.h"

#include "core/train/step_runner.h"

#include <cmath>

using namespace rb;
using namespace rb::test;

/// Other ways to the same step: layers computed again in the backward pass, bfloat16 products.
class StepRunnerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void layersComputedAgainGiveTheSameGradients_data() { modelsAndModalities(); }
    void layersComputedAgainGiveTheSameGradients();
    void bfloat16StaysNearAndLeavesMasterWeights_data() { modelsAndModalities(); }
    void bfloat16StaysNearAndLeavesMasterWeights();

private:
    using Gradients = std::map<std::string, at::Tensor>;
    struct Step {
        train::StepReport report;
        Gradients gradients;
    };
    static Step step(const train::StepRunner::Options& options, bool recompute, double dropout);
    static double distance(const Gradients& a, const Gradients& b);
};

/// One of the whole objective with every weight trained, on the golden batch of the row.
StepRunnerTest::Step StepRunnerTest::step(const train::StepRunner::Options& options, bool recompute, double dropout) {
    QFETCH(const QString, modality);
    const vlm::ModelSource source = sourceAt(folder());
    const auto parameters = parametersOf(source, train::trainedBy(train::Preset::Full, source.config, {}));
    const auto golden = readJson(folder() / "losses.json").at("losses").at(modality.toStdString());
    const train::TrainingBatch batch = GoldenBatches(folder()).batch(modality.toStdString(), golden.at("captions"));
    train::StepSettings settings;
    settings.terms.reg = 1;
    settings.mode = train::modeFor(*parameters, source.config, dropout);
    settings.mode.recompute = recompute;
    Step step;
    const Status made = train::StepRunner(parameters, source.config, options).addGradients(batch, settings, {1.0, 5}, step.report);
    if (!made.ok()) qFatal("%s", made.error().message.c_str());
    for (const auto& [name, parameter] : parameters->trained())
        if (parameter.grad().defined()) step.gradients[name] = parameter.grad();
    return step;
}

/// How far a is from b, of b's length.
double StepRunnerTest::distance(const Gradients& a, const Gradients& b) {
    double apart = 0, length = 0;
    for (const auto& [name, tensor] : b) {
        apart += (a.at(name) - tensor).square().sum().item<double>();
        length += tensor.square().sum().item<double>();
    }
    return std::sqrt(apart / length);
}

void StepRunnerTest::layersComputedAgainGiveTheSameGradients() {
    for (const double dropout : {0.0, 0.2}) {
        const Step plain = step({}, false, dropout), again = step({}, true, dropout);
        QCOMPARE(again.report.loss, plain.report.loss);
        QVERIFY(plain.gradients.size() > 50);
        QCOMPARE(again.gradients.size(), plain.gradients.size());
        const double apart = distance(again.gradients, plain.gradients);
        QVERIFY2(apart < 1e-6, std::to_string(apart).c_str());
    }
}

void StepRunnerTest::bfloat16StaysNearAndLeavesMasterWeights() {
    const Step plain = step({}, false, 0), narrow = step({.bfloat16 = true}, false, 0);
    QVERIFY(narrow.report.loss != plain.report.loss);
    QVERIFY(std::abs(narrow.report.loss - plain.report.loss) < 0.02 * plain.report.loss);
    for (const auto& [name, gradient] : narrow.gradients) QVERIFY2(gradient.scalar_type() == at::kFloat, name.c_str());
    const double apart = distance(narrow.gradients, plain.gradients);
    QVERIFY2(apart < 0.1, std::to_string(apart).c_str());
    const Step again = step({.bfloat16 = true}, true, 0);
    // Without gradients torch takes other kernels in places, which round differently: far less than bfloat16 itself does.
    QVERIFY(std::abs(again.report.loss - narrow.report.loss) < 1e-3 * narrow.report.loss);
    const double rounding = distance(again.gradients, narrow.gradients);
    QVERIFY2(rounding < apart / 2, std::to_string(rounding).c_str());
}

QTEST_GUILESS_MAIN(StepRunnerTest)
#include "test_step_runner.moc"
