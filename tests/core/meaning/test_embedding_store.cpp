#include "tests/core/meaning/made_up.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace rb;
using namespace rb::meaning;
using namespace rb::meaning::test;

class TestEmbeddingStore : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void whatIsPutComesBack();
    void aNewRowTakesThePlaceOfTheOld();
    void removedPlacesAreGone();
    void modelsAreToldApart();
    void aSecondConnectionSeesWhatIsNew();
    void aStrangeFileIsMadeAnew_data();
    void aStrangeFileIsMadeAnew();
    void aDamagedPageIsMadeAnew();
    void rowsOfAnotherShapeAreLeftOut();
    void aFolderOfThatNameIsRefused();

private:
    EmbeddingStore opened() {
        auto store = EmbeddingStore::open(m_path);
        if (!store.ok()) qFatal("%s", store.error().message.c_str());
        return std::move(*store);
    }
    static std::vector<EmbeddingStore::Entry> entriesOf(const EmbeddingStore& store, const QString& model, qint64 after = 0) {
        std::vector<EmbeddingStore::Entry> entries;
        const Status read = store.forEach(model, after, [&](const EmbeddingStore::Entry& entry) {
            entries.push_back(entry);
            return true;
        });
        if (!read.ok()) qFatal("%s", read.error().message.c_str());
        return entries;
    }
    static qint64 sizeOf(const EmbeddingStore& store) {
        qint64 count = 0;
        if (!store.forEachPlace([&](const Place&) { ++count; }).ok()) return -1;
        return count;
    }

    const QString m_model = QStringLiteral("mini");
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
    std::mt19937 m_random;
};

void TestEmbeddingStore::init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_path = EmbeddingStore::pathFor(m_folder->filePath(QStringLiteral("a.rbproject")));
    m_random.seed(7);
}

void TestEmbeddingStore::whatIsPutComesBack() {
    const auto made = embeddings(m_random, 20, 12, 64);
    QVERIFY(opened().put(m_model, made).ok());
    EmbeddingStore again = opened();
    const auto entries = entriesOf(again, m_model);
    QCOMPARE(entries.size(), made.size());
    for (std::size_t i = 0; i < made.size(); ++i) {
        QCOMPARE(entries[i].place, made[i].place);
        QCOMPARE(entries[i].box, made[i].box);
        QCOMPARE(entries[i].file, made[i].file);
        QCOMPARE(entries[i].mean.bytes, meanOf(made[i].queries).bytes);
        const auto queries = again.queriesOf(entries[i].number, 64);
        QVERIFY(queries.has_value());
        QCOMPARE(queries->bytes, made[i].queries.bytes);
        QCOMPARE(queries->scales, made[i].queries.scales);
    }
}

void TestEmbeddingStore::aNewRowTakesThePlaceOfTheOld() {
    EmbeddingStore store = opened();
    QVERIFY(store.put(m_model, {embedding(m_random, {1, 2}, 3, 8)}).ok());
    const qint64 before = entriesOf(store, m_model).front().number;
    Embedding moved = embedding(m_random, {1, 2}, 3, 8);
    moved.box.x = 99;
    QVERIFY(store.put(m_model, {moved}).ok());
    const auto entries = entriesOf(store, m_model);
    QCOMPARE(entries.size(), std::size_t(1));
    QCOMPARE(entries.front().box.x, 99.0);
    QVERIFY(entries.front().number > before);
    QVERIFY(!store.queriesOf(before, 8).has_value());
    QCOMPARE(store.queriesOf(entries.front().number, 8)->bytes, moved.queries.bytes);
}

void TestEmbeddingStore::removedPlacesAreGone() {
    EmbeddingStore store = opened();
    const auto made = embeddings(m_random, 5, 2, 8);
    QVERIFY(store.put(m_model, made).ok());
    const qint64 number = entriesOf(store, m_model)[1].number;
    QVERIFY(store.remove({made[1].place, made[3].place, {77, 77}}).ok());
    QCOMPARE(sizeOf(store), qint64(3));
    QVERIFY(!store.queriesOf(number, 8).has_value());
}

void TestEmbeddingStore::modelsAreToldApart() {
    EmbeddingStore store = opened();
    const auto made = embeddings(m_random, 4, 2, 8);
    QVERIFY(store.put(m_model, made).ok());
    QVERIFY(store.put(QStringLiteral("mini+adapter"), {made[0]}).ok());
    QCOMPARE(entriesOf(store, m_model).size(), std::size_t(3));
    QCOMPARE(entriesOf(store, QStringLiteral("mini+adapter")).size(), std::size_t(1));
    QCOMPARE(entriesOf(store, QStringLiteral("never seen")).size(), std::size_t(0));
    QCOMPARE(sizeOf(store), qint64(4));
}

void TestEmbeddingStore::aSecondConnectionSeesWhatIsNew() {
    EmbeddingStore writer = opened(), reader = opened();
    const auto made = embeddings(m_random, 4, 2, 8);
    QVERIFY(writer.put(m_model, {made[0], made[1]}).ok());
    const auto first = entriesOf(reader, m_model);
    QCOMPARE(first.size(), std::size_t(2));
    QVERIFY(writer.put(m_model, {made[2], made[0]}).ok());
    const auto second = entriesOf(reader, m_model, first.back().number);
    QCOMPARE(second.size(), std::size_t(2));
    QCOMPARE(second[0].place, made[2].place);
    QCOMPARE(second[1].place, made[0].place);
}

static void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) qFatal("cannot write");
}

static QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestEmbeddingStore::aStrangeFileIsMadeAnew_data() {
    QTest::addColumn<QString>("what");
    for (const char* what : {"empty", "text", "cut off", "another program's", "another version", "a view for a table", "one more trigger", "a log of noise"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TestEmbeddingStore::aStrangeFileIsMadeAnew() {
    QFETCH(const QString, what);
    QVERIFY(opened().put(m_model, embeddings(m_random, 50, 12, 64)).ok());
    const auto change = [&](const char* sql) {
        auto database = project::Database::open(m_path, false);
        QVERIFY((*database)->execute("PRAGMA journal_mode=DELETE").ok());
        QVERIFY((*database)->execute(sql).ok());
    };
    change("SELECT 1");
    if (what == QLatin1String("empty")) writeFile(m_path, {});
    if (what == QLatin1String("text")) writeFile(m_path, "nothing of ours");
    if (what == QLatin1String("cut off")) writeFile(m_path, bytesOf(m_path).first(30000));
    if (what == QLatin1String("another program's")) change("PRAGMA application_id=1");
    if (what == QLatin1String("another version")) change("PRAGMA user_version=2");
    if (what == QLatin1String("a view for a table"))
        change("DROP TABLE detail; CREATE VIEW detail AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i AS entry, x'' AS queries FROM n");
    if (what == QLatin1String("one more trigger")) change("CREATE TRIGGER t AFTER INSERT ON entry BEGIN DELETE FROM entry; END");
    if (what == QLatin1String("a log of noise")) {
        writeFile(m_path, "SQLite format 3");
        writeFile(m_path + QStringLiteral("-wal"), QByteArray(5000, 'w'));
    }
    EmbeddingStore store = opened();
    QCOMPARE(sizeOf(store), qint64(0));
    QVERIFY(store.put(m_model, embeddings(m_random, 3, 2, 8)).ok());
    QCOMPARE(sizeOf(store), qint64(3));
}

/// Every page in turn: the file is made anew or still holds good rows; nothing crashes.
void TestEmbeddingStore::aDamagedPageIsMadeAnew() {
    QVERIFY(opened().put(m_model, embeddings(m_random, 60, 12, 64)).ok());
    {
        auto database = project::Database::open(m_path, false);
        QVERIFY((*database)->execute("PRAGMA journal_mode=DELETE").ok());
    }
    const QByteArray good = bytesOf(m_path);
    int anew = 0;
    for (qsizetype page = 0; page < good.size() / 4096; ++page) {
        QByteArray bad = good;
        for (qsizetype i = 0; i < 4096; i += 3) bad[page * 4096 + i] = static_cast<char>(m_random());
        writeFile(m_path, bad);
        EmbeddingStore store = opened();
        anew += sizeOf(store) == 0;
        for (const auto& entry : entriesOf(store, m_model)) (void)store.queriesOf(entry.number, 64);
        QVERIFY(store.put(m_model, embeddings(m_random, 2, 2, 8)).ok());
    }
    QVERIFY2(anew > good.size() / 4096 / 4, qPrintable(QStringLiteral("%1 of %2").arg(anew).arg(good.size() / 4096)));
}

void TestEmbeddingStore::rowsOfAnotherShapeAreLeftOut() {
    QVERIFY(opened().put(m_model, embeddings(m_random, 4, 2, 8)).ok());
    {
        auto database = project::Database::open(m_path, false);
        QVERIFY((*database)->execute("UPDATE entry SET mean=zeroblob(7) WHERE id=1; UPDATE entry SET dimension=-5 WHERE id=2;"
                                     "UPDATE entry SET mean='text' WHERE id=3; UPDATE detail SET queries=zeroblob(1000000) WHERE entry=4").ok());
    }
    EmbeddingStore store = opened();
    const auto entries = entriesOf(store, m_model);
    QCOMPARE(entries.size(), std::size_t(4));
    for (std::size_t i = 0; i < 3; ++i) QCOMPARE(entries[i].mean.size(), std::size_t(0));
    QVERIFY(!store.queriesOf(4, 8).has_value());
}

void TestEmbeddingStore::aFolderOfThatNameIsRefused() {
    QVERIFY(QDir().mkpath(m_path));
    const auto store = EmbeddingStore::open(m_path);
    QVERIFY(!store.ok());
    QVERIFY(store.error().message.find("folder") != std::string::npos);
    QVERIFY(QDir(m_path).exists());
}

QTEST_GUILESS_MAIN(TestEmbeddingStore)
#include "test_embedding_store.moc"
