#include "core/base/durable_file.h"
#include "glyph_sets.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>

#include <set>

using namespace rb;
using namespace rb::synthetic;
using namespace rb::synthetic::testing;

class GlyphsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void recipeNamesAreDistinctPlainWords();
    void everyGlyphOfTheRecipeIsDrawn();
    void spritesAreColoredAndCropped();
    void variantsDiffer();
    void moreNamesChangeNoSprite();
    void badRecipesAreRefused_data();
    void badRecipesAreRefused();
};

void GlyphsTest::recipeNamesAreDistinctPlainWords() {
    const Result<std::string> bytes = readFile(recipe(), 1'000'000);
    QVERIFY(bytes.ok());
    const QJsonArray list = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes)).array();
    QVERIFY(list.size() >= 220);
    static const QRegularExpression plain(QStringLiteral("^[a-z]+( [a-z]+){0,2}$"));
    QSet<QString> names, texts;
    for (const QJsonValue& entry : list) {
        const QString name = entry[QStringLiteral("name")].toString();
        QVERIFY2(plain.match(name).hasMatch(), qPrintable(name));
        names.insert(name);
        texts.insert(entry[QStringLiteral("text")].toString());
    }
    QCOMPARE(names.size(), list.size());
    QCOMPARE(texts.size(), list.size());
}

void GlyphsTest::everyGlyphOfTheRecipeIsDrawn() {
    const Result<GlyphSet> set = GlyphSet::load(recipe(), {.variants = 1, .spriteSize = 24});
    RB_NEED_GLYPHS(set);
    QVERIFY(set->size() >= 220);
    for (std::size_t i = 0; i < set->size(); ++i) {
        const Sprite& sprite = set->sprite(i, 0);
        QCOMPARE(std::max(sprite.width, sprite.height), 24);
    }
}

void GlyphsTest::spritesAreColoredAndCropped() {
    RB_NEED_GLYPHS(fewGlyphs());
    const GlyphSet& set = *fewGlyphs();
    QCOMPARE(set.size(), std::size_t{30});
    QCOMPARE(set.noun(0).name, std::string("soccer ball"));
    for (std::size_t i = 0; i < set.size(); ++i) {
        const Sprite& sprite = set.sprite(i, 0);
        QCOMPARE(std::max(sprite.width, sprite.height), 96);
        std::set<int> shades;
        for (std::size_t at = 0; at < sprite.rgba.size(); at += 4)
            if (sprite.rgba[at + 3] == 255)
                shades.insert(sprite.rgba[at] / 8 * 1024 + sprite.rgba[at + 1] / 8 * 32 +
                              sprite.rgba[at + 2] / 8);
        QVERIFY2(shades.size() > 8, set.noun(i).name.c_str()); // an outline would have one
    }
}

void GlyphsTest::variantsDiffer() {
    RB_NEED_GLYPHS(fewGlyphs());
    for (std::size_t variant = 1; variant < fewGlyphs()->variants(); ++variant)
        QVERIFY(fewGlyphs()->sprite(0, variant).rgba != fewGlyphs()->sprite(0, 0).rgba);
}

void GlyphsTest::moreNamesChangeNoSprite() {
    const Result<GlyphSet> two = GlyphSet::load(recipe(), {.names = 2, .variants = 2});
    RB_NEED_GLYPHS(two);
    QCOMPARE(two->size(), std::size_t{2});
    for (std::size_t glyph = 0; glyph < 2; ++glyph)
        for (std::size_t variant = 0; variant < 2; ++variant)
            QVERIFY(two->sprite(glyph, variant).rgba == fewGlyphs()->sprite(glyph, variant).rgba);
}

void GlyphsTest::badRecipesAreRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("no JSON") << QByteArray("{") << QByteArray("is not a list");
    QTest::newRow("empty") << QByteArray("[]") << QByteArray("no list with entries");
    QTest::newRow("number") << QByteArray("[3]") << QByteArray("is not a name");
    QTest::newRow("capital") << QByteArray(R"([{"name": "Dog", "text": "🐶"}])")
                             << QByteArray("\"Dog\" is not a name");
    QTest::newRow("four words") << QByteArray(R"([{"name": "a b c d", "text": "🐶"}])")
                                << QByteArray("is not a name");
    QTest::newRow("twice") << QByteArray(R"([{"name": "dog", "text": "🐶"}, {"name": "dog", "text": "🐕"}])")
                           << QByteArray("\"dog\" stands twice");
    QTest::newRow("no text") << QByteArray(R"([{"name": "dog"}])") << QByteArray("\"dog\" has no text");
    QTest::newRow("number word") << QByteArray(R"([{"name": "dog", "text": "🐶", "number": "many"}])")
                                 << QByteArray("neither plural nor mass");
    QTest::newRow("letter") << QByteArray(R"([{"name": "letter", "text": "q"}])")
                            << QByteArray("no colour drawing of \"letter\"");
}

void GlyphsTest::badRecipesAreRefused() {
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, reason);
    RB_NEED_GLYPHS(fewGlyphs());
    const QTemporaryDir folder;
    const std::filesystem::path path = folder.filePath(QStringLiteral("recipe.json")).toStdString();
    QVERIFY(replaceFile(path, content.toStdString()).ok());
    const Result<GlyphSet> set = GlyphSet::load(path);
    QVERIFY(!set.ok());
    QVERIFY2(set.error().message.find(reason.toStdString()) != std::string::npos,
             set.error().message.c_str());
}

QTEST_MAIN(GlyphsTest)
#include "test_glyphs.moc"
