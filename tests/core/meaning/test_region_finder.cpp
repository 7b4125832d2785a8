#include "core/meaning/region_finder.h"
#include "tests/core/meaning/made_up.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rb;
using namespace rb::meaning;
using namespace rb::meaning::test;

constexpr std::size_t kQueries = 6, kWidth = 32;

class TestRegionFinder : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void fewerThanAreLookedAtTwiceAreRankedExactly();
    void ofManyTheBestAreFound();
    void likeRanksByBothSidesBestQueries();
    void aModelWithoutPicturesFindsRegions();
    void rowsOfAnotherConnectionAreFound();
    void rowsThatWentAreNotFound();
    void aPlaceThatIsNotPreparedIsRefused();
    void aTextOfAnotherModelIsRefused();

private:
    using Numbers = std::vector<std::vector<double>>; ///< rows
    static Numbers numbersOf(const ByteVectors& rows);
    static double product(const std::vector<double>& a, const std::vector<double>& b);
    void fill(qint64 count) {
        m_made = embeddings(m_random, count, kQueries, kWidth);
        QVERIFY(m_finder->store().put(m_model, m_made).ok());
    }
    std::vector<std::pair<double, Place>> ranked(const std::function<double(const Embedding&)>& similarity, bool pictures) const;

    const QString m_model = QStringLiteral("mini");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<RegionFinder> m_finder;
    std::vector<Embedding> m_made;
    std::mt19937 m_random;
};

void TestRegionFinder::init() {
    m_finder.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto finder = RegionFinder::open(m_folder->filePath(QStringLiteral("a.embeddings")), m_model);
    QVERIFY(finder.ok());
    m_finder = std::make_unique<RegionFinder>(std::move(*finder));
    m_random.seed(13);
}

TestRegionFinder::Numbers TestRegionFinder::numbersOf(const ByteVectors& rows) {
    Numbers numbers(rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i)
        for (const std::int8_t byte : rows.row(i)) numbers[i].push_back(static_cast<double>(byte) * static_cast<double>(rows.scales[i]));
    return numbers;
}

double TestRegionFinder::product(const std::vector<double>& a, const std::vector<double>& b) {
    double sum = 0;
    for (std::size_t k = 0; k < a.size(); ++k) sum += a[k] * b[k];
    return sum;
}

std::vector<std::pair<double, Place>> TestRegionFinder::ranked(const std::function<double(const Embedding&)>& similarity, bool pictures) const {
    std::vector<std::pair<double, Place>> all;
    for (const Embedding& each : m_made)
        if ((each.place.region == 0) == pictures) all.emplace_back(similarity(each), each.place);
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
    return all;
}

/// Best query of each, in double precision.
void TestRegionFinder::fewerThanAreLookedAtTwiceAreRankedExactly() {
    fill(900);
    const auto text = unitRows(m_random, 1, kWidth);
    const std::vector<double> asked(text.begin(), text.end());
    const auto best = [&](const Embedding& each) {
        double most = -1;
        for (const auto& row : numbersOf(each.queries)) most = std::max(most, product(row, asked));
        return most;
    };
    const auto found = m_finder->findText({text, {}}, 40);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), std::size_t(40));
    const auto expected = ranked(best, false);
    for (std::size_t i = 0; i < found->size(); ++i) {
        QVERIFY(std::abs((*found)[i].similarity - expected[i].first) < 1e-5);
        QCOMPARE((*found)[i].place, expected[i].second);
    }
    const auto pictures = m_finder->findText({{}, text}, 10);
    QVERIFY(pictures.ok());
    const auto expectedPictures = ranked(best, true);
    for (std::size_t i = 0; i < 10; ++i) QCOMPARE((*pictures)[i].place, expectedPictures[i].second);
    const auto both = m_finder->findText({text, text}, 10);
    QCOMPARE(both->size(), std::size_t(20));
    QVERIFY(std::is_sorted(both->begin(), both->end(), [](const Match& a, const Match& b) { return a.similarity > b.similarity; }));
}

/// Asked for with one of its own queries a region is the most similar of 6,000, though its mean may not be.
void TestRegionFinder::ofManyTheBestAreFound() {
    fill(6000);
    int first = 0;
    for (std::size_t i = 0; i < 50; ++i) {
        const Embedding& each = m_made[i * 100 + 7];
        if (each.place.region == 0) continue;
        const auto own = numbersOf(each.queries)[2];
        const auto found = m_finder->findText({{own.begin(), own.end()}, {}}, 1);
        QVERIFY(found.ok());
        first += found->front().place == each.place;
    }
    QVERIFY2(first >= 40, qPrintable(QString::number(first)));
}

void TestRegionFinder::likeRanksByBothSidesBestQueries() {
    fill(800);
    const Embedding& asked = m_made[10];
    const auto own = numbersOf(asked.queries);
    const auto oneWay = [](const Numbers& from, const Numbers& to) {
        double sum = 0;
        for (const auto& row : from) {
            double best = -1;
            for (const auto& other : to) best = std::max(best, product(row, other));
            sum += best;
        }
        return sum / static_cast<double>(from.size());
    };
    const auto expected = ranked([&](const Embedding& each) {
        const auto other = numbersOf(each.queries);
        return (oneWay(own, other) + oneWay(other, own)) / 2;
    }, false);
    QCOMPARE(expected.front().second, asked.place); // itself, which is not told
    const auto found = m_finder->findLike(asked.place, 30);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), std::size_t(30));
    for (std::size_t i = 0; i < found->size(); ++i) {
        QVERIFY(std::abs((*found)[i].similarity - expected[i + 1].first) < 1e-5);
        QCOMPARE((*found)[i].place, expected[i + 1].second);
    }
}

void TestRegionFinder::aModelWithoutPicturesFindsRegions() {
    fill(50);
    const auto found = m_finder->findText({unitRows(m_random, 1, kWidth), {}}, 100);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), std::size_t(43)); // every seventh of the fifty is a picture
    for (const Match& match : *found) QVERIFY(match.place.region != 0);
}

void TestRegionFinder::rowsOfAnotherConnectionAreFound() {
    fill(20);
    QVERIFY(m_finder->findLike(m_made[0].place, 5).ok());
    auto other = EmbeddingStore::open(m_folder->filePath(QStringLiteral("a.embeddings")));
    QVERIFY(other.ok());
    Embedding twin = m_made[0];
    twin.place = {9999, 8888};
    QVERIFY(other->put(m_model, {twin}).ok());
    const auto found = m_finder->findLike(m_made[0].place, 1);
    QVERIFY(found.ok());
    QCOMPARE(found->front().place, twin.place);
}

void TestRegionFinder::rowsThatWentAreNotFound() {
    fill(20);
    QVERIFY(m_finder->findLike(m_made[0].place, 5).ok());
    QVERIFY(m_finder->store().remove({m_made[1].place}).ok());
    const auto found = m_finder->findLike(m_made[0].place, 100);
    QVERIFY(found.ok());
    QCOMPARE(found->size(), std::size_t(16)); // of 18 regions without itself and the one that went
    for (const Match& match : *found) QVERIFY(!(match.place == m_made[1].place));
}

void TestRegionFinder::aPlaceThatIsNotPreparedIsRefused() {
    fill(3);
    const auto found = m_finder->findLike({1, 424242}, 5);
    QVERIFY(!found.ok());
    QVERIFY(found.error().message.find("424242") != std::string::npos);
}

void TestRegionFinder::aTextOfAnotherModelIsRefused() {
    fill(3);
    QVERIFY(!m_finder->findText({unitRows(m_random, 1, kWidth + 1), {}}, 5).ok());
}

QTEST_GUILESS_MAIN(TestRegionFinder)
#include "test_region_finder.moc"
