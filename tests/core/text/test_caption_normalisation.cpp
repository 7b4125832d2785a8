#include "core/text/caption_normalisation.h"
#include "tests/core/text/fixtures.h"

using namespace rb::text;
using namespace rb::text::testing;

class CaptionNormalisationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void matchesReference_data() { addCaseRows({"metrics/extra/caption_normalisation.json"}); }
    void matchesReference() {
        const json& expected = currentCase();
        const auto raw = expected["raw"].get<std::string>();
        QCOMPARE(normalisedCaption(raw), expected["normalised"].get<std::string>());
        QCOMPARE(normalisedCaption(raw, 5), expected["normalised_max_5_words"].get<std::string>());
    }
};

QTEST_GUILESS_MAIN(CaptionNormalisationTest)
#include "test_caption_normalisation.moc"
