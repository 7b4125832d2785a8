#include "core/text/metaspace_words.h"
#include "core/text/normalising_steps.h"
#include "tests/core/text/fixtures.h"

using namespace rb::text;
using Words = std::vector<std::string>;

/// The steps of SentencePiece's text preparation that the golden files do not use.
class MetaspaceWordsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whiteSpaceIsDroppedEverywhere() {
        QCOMPARE(metaspaceWords(" a\t\tb\u3000c ", WhiteSpaceCut::Everywhere), (Words{"▁a", "▁b", "▁c"}));
        QCOMPARE(metaspaceWords("a▁b", WhiteSpaceCut::Everywhere), (Words{"▁a", "▁b"}));
        QVERIFY(metaspaceWords(" \n", WhiteSpaceCut::Everywhere).empty());
    }
    void everySpaceBeginsAWordWithoutSplit() {
        QCOMPARE(metaspaceWords("a  b\tc ", WhiteSpaceCut::AtSpaces), (Words{"▁a", "▁", "▁b\tc", "▁"}));
        QCOMPARE(metaspaceWords(" a", WhiteSpaceCut::AtSpaces), (Words{"▁a"}));
        QVERIFY(metaspaceWords("", WhiteSpaceCut::AtSpaces).empty());
    }
    void spaceRunsBecomeOne() {
        QCOMPARE(spaceRunsStep(" ")("  a b   c"), std::string(" a b c"));
        QCOMPARE(spaceRunsStep("▁")("a  b c"), std::string("a▁b c"));
        QCOMPARE(spaceRunsStep(" ")("a\t\tb"), std::string("a\t\tb"));
    }
    void stripTakesWhiteSpaceOffItsSides() {
        QCOMPARE(stripStep(StripSides::Left)(" \u3000a "), std::string("a "));
        QCOMPARE(stripStep(StripSides::Right)(" a\u2003\n"), std::string(" a"));
        QCOMPARE(stripStep(StripSides::Both)(" \t "), std::string());
        QCOMPARE(stripStep(StripSides::Both)("\u00E9"), std::string("\u00E9"));
    }
};

QTEST_GUILESS_MAIN(MetaspaceWordsTest)
#include "test_metaspace_words.moc"
