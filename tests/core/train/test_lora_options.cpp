#include "tests/core/train/small_training.h"
#include "tests/core/train/watcher.h"

#include "core/vlm/adapter.h"

using namespace rb;
using namespace rb::test;

/// Rank, alpha and targets of LoRA pairs.
class LoraOptionsTest : public QObject, public SmallTraining {
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void everyProductOfTheModelsHasATarget_data();
    void everyProductOfTheModelsHasATarget();
    void anUnknownTargetIsRefused();
    void pairsThatGrowChangeNoCaption();
    void onlyTheTargetsAreTrained();
    void theAdapterBringsItsScale();
    void pairsDoNotShrink();

private:
    train::TrainingOptions atRest(const char* run) const;
};

/// One step that moves nothing.
train::TrainingOptions LoraOptionsTest::atRest(const char* run) const {
    train::TrainingOptions still = options(run);
    still.steps = 1;
    still.learningRate = still.minimumRate = 1e-30;
    still.weightDecay = 0;
    return still;
}

void LoraOptionsTest::everyProductOfTheModelsHasATarget_data() {
    using enum train::LoraTarget;
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("target");
    const auto row = [](const char* name, train::LoraTarget target) { QTest::newRow(name) << QString::fromLatin1(name) << static_cast<int>(target); };
    row("Qformer.bert.encoder.layer.0.attention.self.query.lora_A_img", Query);
    row("Qformer_pc.bert.encoder.layer.0.crossattention.self.key.lora_B_img", Key);
    row("Qformer.bert.encoder.layer.0.crossattention.output.dense.lora_A_img", Output);
    row("Qformer.bert.encoder.layer.0.output_query.dense.lora_A_img", FeedForward);
    row("Qformer.bert.encoder.layer.0.intermediate.dense.lora_A_img", FeedForward);
    row("opt_model.model.decoder.layers.3.self_attn.v_proj.lora_A_img", Value);
    row("opt_model.model.decoder.layers.3.self_attn.out_proj.lora_A_img", Output);
    row("opt_model.model.decoder.layers.3.fc2.lora_B_img", FeedForward);
    row("t5_model.decoder.block.1.layer.1.EncDecAttention.k.lora_A_img", Key);
    row("t5_model.encoder.block.1.layer.0.SelfAttention.o.lora_A_img", Output);
    row("t5_model.encoder.block.1.layer.1.DenseReluDense.wi_1.lora_A_img", FeedForward);
}

void LoraOptionsTest::everyProductOfTheModelsHasATarget() {
    QFETCH(QString, name);
    const auto pair = train::loraNameOf(name.toStdString());
    QVERIFY(pair.has_value());
    QCOMPARE(QString::fromStdString(pair->suffix), QStringLiteral("img"));
    QCOMPARE(pair->isA, name.contains(QStringLiteral("lora_A")));
    QTEST(static_cast<int>(pair->target), "target");
}

void LoraOptionsTest::anUnknownTargetIsRefused() {
    QVERIFY(train::loraTargetsNamed({"query", "ffn", "query"}).ok());
    QVERIFY(!train::loraTargetsNamed({"query", "head"}).ok());
}

void LoraOptionsTest::pairsThatGrowChangeNoCaption() {
    train::TrainingOptions more = atRest("run");
    more.rank = 24;
    more.alpha = 48;
    more.targets = *train::loraTargetsNamed({"query", "key", "value", "output", "ffn"});
    Watcher watcher;
    const Status trained = run(more, watcher);
    QVERIFY2(trained.ok(), trained.ok() ? "" : trained.error().message.c_str());
    for (const auto& [name, tensor] : adapterOf(at("run"))) QCOMPARE(tensor.size(train::loraNameOf(name)->isA ? 0 : 1), 24);
    const auto before = captions({}), after = captions({{at("run") / "adapter.safetensors"}});
    for (std::size_t i = 0; i < before.size(); ++i) // text and score to some digits
        QCOMPARE(after[i].substr(0, after[i].size() - 3), before[i].substr(0, before[i].size() - 3));
}

void LoraOptionsTest::onlyTheTargetsAreTrained() {
    train::TrainingOptions wide = options("run");
    wide.targets = *train::loraTargetsNamed({"output", "ffn"});
    Watcher watcher;
    QVERIFY(run(wide, watcher).ok());
    std::set<train::LoraTarget> seen;
    for (const auto& [name, tensor] : adapterOf(at("run"))) {
        seen.insert(train::loraNameOf(name)->target);
        if (!train::loraNameOf(name)->isA) QVERIFY2(tensor.abs().sum().item<float>() > 0 || name.find(".output.dense") != std::string::npos || name.find(".intermediate.dense") != std::string::npos, name.c_str());
    }
    QVERIFY(seen == wide.targets);
    QVERIFY(captions({})[1] != captions({{at("run") / "adapter.safetensors"}})[1]);
}

void LoraOptionsTest::theAdapterBringsItsScale() {
    train::TrainingOptions loud = options("run");
    loud.alpha = 32;
    Watcher watcher;
    QVERIFY(run(loud, watcher).ok());
    const auto card = vlm::readAdapterCard(at("run") / "adapter.safetensors");
    QVERIFY(card.ok());
    const vlm::ModelSource source = sourceAt(model());
    QCOMPARE(card->modalities.at("image_region").loraScale.value(), 32.0 / static_cast<double>(source.config.loraRank));
    QCOMPARE(card->modalities.size(), std::size_t{1}); // the others keep theirs
}

void LoraOptionsTest::pairsDoNotShrink() {
    train::TrainingOptions small = atRest("run");
    small.rank = 1;
    Watcher watcher;
    const Status refused = run(small, watcher);
    QVERIFY(!refused.ok());
    QVERIFY(QString::fromStdString(refused.error().message).contains(QStringLiteral("--rank")));
}

QTEST_GUILESS_MAIN(LoraOptionsTest)
#include "test_lora_options.moc"
