#include "tests/core/train/golden_training.h"

#include <barrier>
#include <exception>
#include <thread>

using namespace rb;
using namespace rb::test;

/// Two ranks as two threads of one process.
class ThreadPair {
public:
    class Rank final : public train::FeatureExchange {
    public:
        Rank(ThreadPair& pair, std::int64_t rank) : m_pair(pair), m_rank(rank) {}
        std::int64_t rank() const override { return m_rank; }
        std::int64_t worldSize() const override { return 2; }
        at::Tensor gathered(const at::Tensor& own) const override {
            m_pair.m_slots[m_rank] = own.detach().clone();
            m_pair.m_barrier.arrive_and_wait();
            at::Tensor all = at::cat({m_pair.m_slots[0], m_pair.m_slots[1]});
            m_pair.m_barrier.arrive_and_wait();
            return all;
        }

    private:
        ThreadPair& m_pair;
        std::int64_t m_rank;
    };

    template <typename Work>
    void run(const Work& work) {
        std::thread second([&] { work(Rank(*this, 1)); });
        work(Rank(*this, 0));
        second.join();
    }

private:
    at::Tensor m_slots[2];
    std::barrier<> m_barrier{2};
};

class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoRanksGiveTheReferencesGradients_data();
    void twoRanksGiveTheReferencesGradients();
    void gatheringWithGradientIsTheDoubledBatch_data();
    void gatheringWithGradientIsTheDoubledBatch();

private:
    static std::shared_ptr<train::ParameterSet> parameters(const vlm::ModelSource& source) {
        return parametersOf(source, train::trainedBy(train::Preset::RegionBlip, source.config, {}));
    }
    static std::map<std::string, at::Tensor> meanGradients(const train::ParameterSet& a, const train::ParameterSet& b) {
        std::map<std::string, at::Tensor> mean;
        const auto gradient = [](const at::Tensor& p) { return p.grad().defined() ? p.grad() : at::zeros_like(p); };
        for (const auto& [name, parameter] : a.trained()) mean[name] = (gradient(parameter) + gradient(b.trained().at(name))) / 2;
        return mean;
    }
};

void ExchangeTest::twoRanksGiveTheReferencesGradients_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("modality");
    for (const char* model : {"tiny-opt", "tiny-t5"})
        for (const char* modality : {"image", "image_region", "pointcloud", "pointcloud_region"})
            QTest::addRow("%s %s", model, modality) << QString::fromLatin1(model) << QString::fromLatin1(modality);
}

void ExchangeTest::twoRanksGiveTheReferencesGradients() {
    QFETCH(const QString, modality);
    const std::string name = modality.toStdString();
    const auto golden = readJson(folder() / "two_processes.json").at(name);
    const vlm::ModelSource source = sourceAt(folder());
    const GoldenBatches batches(folder());
    const std::shared_ptr<train::ParameterSet> ranks[] = {parameters(source), parameters(source)};
    bool equal[] = {false, false};
    ThreadPair pair;
    pair.run([&](const ThreadPair::Rank& rank) {
        const auto index = static_cast<std::size_t>(rank.rank());
        const auto& own = golden.at(index);
        train::TrainingBatch batch = batches.batch(name, own.at("captions"), own.at("items"));
        if (name == "image") batch.negatives = negativesOf(own);
        train::ObjectiveOptions options;
        options.reg = 1;
        options.exchange = &rank;
        const train::Losses losses = lossesOf(ranks[index], source.config, batch, options);
        equal[index] = lossesEqual(own, losses);
        losses.total.backward();
    });
    QVERIFY(equal[0]);
    QVERIFY(equal[1]);
    const auto expected = readGolden(folder() / "two_processes_gradients.safetensors");
    int wrong = 0;
    for (const auto& [parameter, found] : meanGradients(*ranks[0], *ranks[1])) {
        const auto wanted = expected.find(name + "|" + parameter);
        const at::Tensor golden2 = wanted == expected.end() ? at::zeros_like(found) : wanted->second.view(found.sizes());
        const double limit = std::max(1e-6, 1e-4 * golden2.abs().max().item<double>());
        if ((found - golden2).abs().max().item<double>() <= limit) continue;
        qWarning("%s differs", parameter.c_str());
        ++wrong;
    }
    QCOMPARE(wrong, 0);
}

void ExchangeTest::gatheringWithGradientIsTheDoubledBatch_data() {
    models();
}

// ITC alone: the other terms are means over captions of different lengths on each rank.
void ExchangeTest::gatheringWithGradientIsTheDoubledBatch() {
    const auto golden = readJson(folder() / "losses.json").at("losses").at("image_region");
    std::vector<std::string> captions = golden.at("captions");
    captions.resize(8);
    const vlm::ModelSource source = sourceAt(folder());
    const GoldenBatches batches(folder());
    train::ObjectiveOptions options;
    options.itm = options.itg = options.llm = options.reg = 0;
    const auto whole = parameters(source);
    const train::Losses doubled = lossesOf(whole, source.config, batches.batch("image_region", captions), options);
    doubled.total.backward();

    const std::shared_ptr<train::ParameterSet> ranks[] = {parameters(source), parameters(source)};
    double losses[] = {0, 0};
    ThreadPair pair;
    pair.run([&](const ThreadPair::Rank& rank) {
        const auto index = static_cast<std::size_t>(rank.rank());
        const auto first = static_cast<std::ptrdiff_t>(4 * index);
        std::vector<std::int64_t> items{first, first + 1, first + 2, first + 3};
        train::ObjectiveOptions gathered = options;
        gathered.exchange = &rank;
        gathered.gatherWithGradient = true;
        const std::vector<std::string> own(captions.begin() + first, captions.begin() + first + 4);
        const train::Losses found = lossesOf(ranks[index], source.config, batches.batch("image_region", own, items), gathered);
        losses[index] = found.total.item<double>();
        found.total.backward();
    });
    QVERIFY(std::abs(losses[0] - doubled.total.item<double>()) < 1e-5 && std::abs(losses[1] - losses[0]) < 1e-6);
    int wrong = 0, compared = 0;
    for (const auto& [name, found] : meanGradients(*ranks[0], *ranks[1])) {
        const at::Tensor& parameter = whole->trained().at(name);
        const at::Tensor wanted = parameter.grad().defined() ? parameter.grad() : at::zeros_like(parameter);
        const double limit = 1e-5 * std::max(0.1, wanted.abs().max().item<double>());
        compared += wanted.abs().max().item<double>() > 0;
        if ((found - wanted).abs().max().item<double>() <= limit) continue;
        qWarning("%s differs by %.3g", name.c_str(), (found - wanted).abs().max().item<double>());
        ++wrong;
    }
    QCOMPARE(wrong, 0);
    QVERIFY(compared > 20);
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "test_exchange.moc"
