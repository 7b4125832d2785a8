#include "core/nn/beam_cache.h"
#include "core/nn/decode_attention.h"

#include <QTest>

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>

using namespace rb;

class DecodeAttentionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void kernelEqualsTensorOperations_data();
    void kernelEqualsTensorOperations();
    void beamsKeepTheirOwnPast();
};

void DecodeAttentionTest::kernelEqualsTensorOperations_data() {
    QTest::addColumn<int>("prompt");
    QTest::addColumn<int>("tokens");
    QTest::addColumn<bool>("bias");
    QTest::newRow("prompt and tokens") << 33 << 7 << false;
    QTest::newRow("tokens with a bias") << 0 << 5 << true;
    QTest::newRow("prompt alone") << 40 << 0 << false;
}

void DecodeAttentionTest::kernelEqualsTensorOperations() {
    QFETCH(int, prompt);
    QFETCH(int, tokens);
    QFETCH(bool, bias);
    const at::NoGradGuard noGradients;
    const std::int64_t rows = 6, heads = 4, d = 20;
    nn::StoredStates states;
    if (prompt) {
        states.promptKeys = at::randn({2, heads, prompt, d});
        states.promptValues = at::randn({2, heads, prompt, d});
    }
    nn::RowIndex index{{0, 0, 0, 1, 1, 1}, {}, tokens};
    for (std::int64_t slot = 0; slot < rows * tokens; ++slot) index.slots.push_back((slot * 7) % 40);
    states.tokenKeys = at::randn({40, heads, d});
    states.tokenValues = at::randn({40, heads, d});
    const at::Tensor q = at::randn({rows, heads, d}), b = bias ? at::randn({heads, prompt + tokens}) : at::Tensor();
    QVERIFY(nn::decodeAttention(q, states, index, 0.2, b).allclose(nn::decodeAttentionByGather(q, states, index, 0.2, b), 1e-5, 1e-6));
}

void DecodeAttentionTest::beamsKeepTheirOwnPast() {
    nn::BeamCache cache(1);
    const auto step = [&](std::vector<std::int32_t> parents) {
        cache.beginStep(parents);
        const auto rows = static_cast<std::int64_t>(parents.size());
        cache.append(0, at::zeros({rows, 1, 4}), at::zeros({rows, 1, 4}));
    };
    step({0, 0, 1});  // slots 0 1 2: two beams of item 0, one of item 1
    step({1, 2});     // slots 3 4: they continue rows 1 and 2
    QCOMPARE(cache.index().itemOf, (std::vector<std::int64_t>{0, 1}));
    QCOMPARE(cache.index().slots, (std::vector<std::int64_t>{1, 3, 2, 4}));
    QCOMPARE(cache.tokens(), 2);
}

QTEST_GUILESS_MAIN(DecodeAttentionTest)
#include "test_decode_attention.moc"
