#include "core/meaning/meaning_index.h"
#include "tests/core/meaning/made_up.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace rb;
using namespace rb::meaning;
using namespace rb::meaning::test;
using Kind = MeaningIndex::Kind;

class TestMeaningIndex : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void nearestAreThoseOfComparingAll_data();
    void nearestAreThoseOfComparingAll();
    void whatIsNewIsReadAndReplaces();
    void anotherModelBeginsAnew();
    void anEmptyIndexFindsNothing();
    void rowsOfAnotherWidthAreLeftOut();

private:
    const QString m_model = QStringLiteral("mini");
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<EmbeddingStore> m_store;
    MeaningIndex m_index;
    std::mt19937 m_random;
};

void TestMeaningIndex::init() {
    m_store.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    auto store = EmbeddingStore::open(m_folder->filePath(QStringLiteral("a.embeddings")));
    QVERIFY(store.ok());
    m_store = std::make_unique<EmbeddingStore>(std::move(*store));
    m_index = MeaningIndex();
    m_random.seed(11);
}

void TestMeaningIndex::nearestAreThoseOfComparingAll_data() {
    QTest::addColumn<int>("width");
    QTest::addColumn<bool>("pictures");
    QTest::newRow("regions, 64") << 64 << false;
    QTest::newRow("pictures, 64") << 64 << true;
    QTest::newRow("regions, 37") << 37 << false;
}

void TestMeaningIndex::nearestAreThoseOfComparingAll() {
    QFETCH(const int, width);
    QFETCH(const bool, pictures);
    const auto made = embeddings(m_random, 700, 4, static_cast<std::size_t>(width));
    QVERIFY(m_store->put(m_model, made).ok());
    QVERIFY(m_index.refresh(*m_store, m_model).ok());
    QCOMPARE(m_index.size(), made.size());
    const ByteVectors asked = toBytes(unitRows(m_random, 1, static_cast<std::size_t>(width)), width);
    std::vector<std::pair<double, Place>> all;
    for (const Embedding& each : made) {
        if ((each.place.region == 0) != pictures) continue;
        const ByteVectors mean = meanOf(each.queries);
        std::int64_t sum = 0;
        for (std::size_t k = 0; k < mean.bytes.size(); ++k) sum += mean.bytes[k] * asked.bytes[k];
        all.emplace_back(-static_cast<double>(sum) * static_cast<double>(mean.scales[0]), each.place);
    }
    std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto found = m_index.nearest(asked, 50, pictures ? Kind::Pictures : Kind::Regions);
    QCOMPARE(found.size(), std::size_t(50));
    for (std::size_t i = 0; i < found.size(); ++i) QCOMPARE(m_index.place(found[i]), all[i].second);
    QCOMPARE(m_index.nearest(asked, 100000, pictures ? Kind::Pictures : Kind::Regions).size(), all.size());
}

void TestMeaningIndex::whatIsNewIsReadAndReplaces() {
    auto made = embeddings(m_random, 6, 2, 8);
    QVERIFY(m_store->put(m_model, made).ok());
    QVERIFY(m_index.refresh(*m_store, m_model).ok());
    made[2].queries = toBytes(unitRows(m_random, 2, 8), 8);
    QVERIFY(m_store->put(m_model, {made[2], embedding(m_random, {5, 500}, 2, 8)}).ok());
    QVERIFY(m_index.refresh(*m_store, m_model).ok());
    QCOMPARE(m_index.size(), std::size_t(7));
    QCOMPARE(m_index.mean(*m_index.find(made[2].place)).bytes, meanOf(made[2].queries).bytes);
    QVERIFY(m_index.find({5, 500}).has_value());
    QVERIFY(!m_index.find({5, 501}).has_value());
}

void TestMeaningIndex::anotherModelBeginsAnew() {
    const auto made = embeddings(m_random, 6, 2, 8);
    QVERIFY(m_store->put(m_model, made).ok());
    QVERIFY(m_store->put(QStringLiteral("wide"), {embedding(m_random, made[0].place, 2, 16)}).ok());
    QVERIFY(m_index.refresh(*m_store, m_model).ok());
    QCOMPARE(m_index.size(), std::size_t(5));
    QVERIFY(m_index.refresh(*m_store, QStringLiteral("wide")).ok());
    QCOMPARE(m_index.size(), std::size_t(1));
    QCOMPARE(m_index.width(), 16);
}

void TestMeaningIndex::anEmptyIndexFindsNothing() {
    QVERIFY(m_index.refresh(*m_store, m_model).ok());
    QVERIFY(m_index.nearest(toBytes(unitRows(m_random, 1, 8), 8), 5, Kind::Regions).empty());
}

void TestMeaningIndex::rowsOfAnotherWidthAreLeftOut() {
    QVERIFY(m_store->put(m_model, {embedding(m_random, {1, 1}, 2, 8), embedding(m_random, {1, 2}, 2, 16), embedding(m_random, {1, 3}, 2, 8)}).ok());
    QVERIFY(m_index.refresh(*m_store, m_model).ok());
    QCOMPARE(m_index.size(), std::size_t(2));
    QVERIFY(!m_index.find({1, 2}).has_value());
    QVERIFY(m_index.nearest(toBytes(unitRows(m_random, 1, 16), 16), 5, Kind::Regions).empty());
}

QTEST_GUILESS_MAIN(TestMeaningIndex)
#include "test_meaning_index.moc"
