#include "tests/core/train/golden_training.h"

#include "core/train/processes/process_group.h"

#include <thread>

using namespace rb;
using namespace rb::test;

/// Two ranks of a real process group, as two threads of one process.
class ThreadPair {
public:
    template <typename Work>
    void run(const Work& work) {
        static std::uint16_t port = 29600 + static_cast<std::uint16_t>(QCoreApplication::applicationPid() % 2000);
        ++port;
        const auto as = [&work](int rank) {
            train::ProcessPlace place;
            place.rank = rank;
            place.worldSize = 2;
            place.port = port;
            const auto group = train::ProcessGroup::join(place);
            if (!group.ok()) qFatal("%s", group.error().message.c_str());
            work(**group);
        };
        std::thread second([&] { as(1); });
        as(0);
        second.join();
    }
};

class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void twoRanksGiveTheReferencesGradients_data() { modelsAndModalities(); }
    void twoRanksGiveTheReferencesGradients();
    void gatheringWithGradientIsTheDoubledBatch_data();
    void gatheringWithGradientIsTheDoubledBatch();
    void placesAreReadFromEveryLauncher_data();
    void placesAreReadFromEveryLauncher();
    void wrongPlacesAreRefused();
    void meansAreTakenOverAllProcesses();

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

void ExchangeTest::twoRanksGiveTheReferencesGradients() {
    QFETCH(const QString, modality);
    const std::string name = modality.toStdString();
    const auto golden = readJson(folder() / "two_processes.json").at(name);
    const vlm::ModelSource source = sourceAt(folder());
    const GoldenBatches batches(folder());
    const std::shared_ptr<train::ParameterSet> ranks[] = {parameters(source), parameters(source)};
    bool equal[] = {false, false};
    ThreadPair pair;
    pair.run([&](const train::ProcessGroup& rank) {
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
    pair.run([&](const train::ProcessGroup& rank) {
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

using Variables = std::map<std::string, std::string>;

static auto valueOf(const Variables& variables) {
    return [&variables](const char* name) -> const char* {
        const auto found = variables.find(name);
        return found == variables.end() ? nullptr : found->second.c_str();
    };
}

void ExchangeTest::placesAreReadFromEveryLauncher_data() {
    QTest::addColumn<QString>("variables");
    QTest::newRow("torchrun") << "RANK=1 WORLD_SIZE=4 LOCAL_RANK=1 MASTER_ADDR=node7 MASTER_PORT=1234 TORCHELASTIC_USE_AGENT_STORE=True";
    QTest::newRow("Slurm") << "SLURM_PROCID=1 SLURM_NTASKS=4 SLURM_LOCALID=1 MASTER_ADDR=node7 MASTER_PORT=1234";
    QTest::newRow("Open MPI") << "OMPI_COMM_WORLD_RANK=1 OMPI_COMM_WORLD_SIZE=4 OMPI_COMM_WORLD_LOCAL_RANK=1 MASTER_ADDR=node7 MASTER_PORT=1234";
    QTest::newRow("MPICH") << "PMI_RANK=1 PMI_SIZE=4 MPI_LOCALRANKID=1 MASTER_ADDR=node7 MASTER_PORT=1234";
}

void ExchangeTest::placesAreReadFromEveryLauncher() {
    QFETCH(const QString, variables);
    Variables map;
    for (const QString& pair : variables.split(QLatin1Char(' ')))
        map[pair.section(QLatin1Char('='), 0, 0).toStdString()] = pair.section(QLatin1Char('='), 1).toStdString();
    const auto place = train::processPlace(valueOf(map));
    QVERIFY(place.ok() && place->has_value());
    QCOMPARE((*place)->rank, 1);
    QCOMPARE((*place)->worldSize, 4);
    QCOMPARE((*place)->localRank, 1);
    QCOMPARE((*place)->host, std::string("node7"));
    QCOMPARE((*place)->port, std::uint16_t{1234});
    QCOMPARE((*place)->launcherListens, variables.contains(QLatin1String("AGENT")));
}

void ExchangeTest::wrongPlacesAreRefused() {
    const Variables alone{}, one{{"RANK", "0"}, {"WORLD_SIZE", "1"}}, outside{{"RANK", "2"}, {"WORLD_SIZE", "2"}}, word{{"RANK", "x"}, {"WORLD_SIZE", "2"}};
    for (const Variables* variables : {&alone, &one}) {
        const auto place = train::processPlace(valueOf(*variables));
        QVERIFY(place.ok() && !place->has_value());
    }
    for (const Variables* variables : {&outside, &word}) {
        const auto place = train::processPlace(valueOf(*variables));
        QVERIFY(!place.ok() && place.error().message.find("RANK") != std::string::npos);
    }
}

void ExchangeTest::meansAreTakenOverAllProcesses() {
    double sums[] = {0, 0}, firsts[] = {0, 0};
    ThreadPair().run([&](const train::ProcessGroup& group) {
        const auto rank = static_cast<std::size_t>(group.rank());
        const at::Tensor a = at::full({3}, 1.0 + 2 * static_cast<double>(rank)), b = at::full({2, 2}, 10.0 * static_cast<double>(rank));
        group.average({a, b});
        at::Tensor word = at::full({1}, 5.0 + static_cast<double>(rank), at::kDouble);
        group.takeFromFirst(word);
        sums[rank] = a.sum().item<double>() + b.sum().item<double>();
        firsts[rank] = word.item<double>();
    });
    QCOMPARE(sums[0], 3 * 2.0 + 4 * 5.0);
    QCOMPARE(sums[1], sums[0]);
    QCOMPARE(firsts[0], 5.0);
    QCOMPARE(firsts[1], 5.0);
}

QTEST_GUILESS_MAIN(ExchangeTest)
#include "test_exchange.moc"
