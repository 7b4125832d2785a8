#include "core/exchange/exported_captions.h"

#include <QTest>

using namespace rb::formats;
using rb::project::Caption;
using rb::project::CaptionState;

class TestExportedCaptions : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void choiceKeepsAcceptedElseTheFirstDraft_data();
    void choiceKeepsAcceptedElseTheFirstDraft();
};

/// "A good", "D maybe", "R bad": state and text, by rank.
static std::vector<Caption> captionsOf(const QStringList& list) {
    std::vector<Caption> captions;
    for (const QString& each : list) {
        Caption caption;
        caption.text = each.mid(2);
        caption.state = each[0] == QLatin1Char('A')   ? CaptionState::Accepted
                        : each[0] == QLatin1Char('R') ? CaptionState::Rejected
                                                      : CaptionState::Draft;
        captions.push_back(caption);
    }
    return captions;
}

void TestExportedCaptions::choiceKeepsAcceptedElseTheFirstDraft_data() {
    QTest::addColumn<QStringList>("captions");
    QTest::addColumn<QStringList>("acceptedOnly");
    QTest::addColumn<QStringList>("acceptedElseDraft");
    const auto row = [](const char* name, const char16_t* given, const char16_t* accepted, const char16_t* orDraft) {
        const auto list = [](const char16_t* joined) {
            return QString::fromUtf16(joined).split(QLatin1Char(';'), Qt::SkipEmptyParts);
        };
        QTest::newRow(name) << list(given) << list(accepted) << list(orDraft);
    };
    row("none", u"", u"", u"");
    row("all accepted leave", u"A one;D x;A two", u"one;two", u"one;two");
    row("first draft", u"D one;D two", u"", u"one");
    row("rejected never", u"R one", u"", u"");
    row("draft behind a rejected one", u"R one;D two;D three", u"", u"two");
    row("blank accepted does not hide a draft", u"A  ;D one", u"", u"one");
    row("blank draft is passed over", u"D  ;D one", u"", u"one");
}

void TestExportedCaptions::choiceKeepsAcceptedElseTheFirstDraft() {
    QFETCH(const QStringList, captions);
    QFETCH(const QStringList, acceptedOnly);
    QFETCH(const QStringList, acceptedElseDraft);
    const std::vector<Caption> all = captionsOf(captions);
    for (const auto& [choice, expected] : {std::pair{CaptionChoice::AcceptedOnly, acceptedOnly},
                                           std::pair{CaptionChoice::AcceptedElseDraft, acceptedElseDraft}}) {
        const ExportedCaptions chosen = exportedCaptions(all, choice);
        QCOMPARE(QStringList(chosen.texts.begin(), chosen.texts.end()), expected);
        QCOMPARE(chosen.leftOut, static_cast<int>(captions.size() - expected.size()));
    }
}

QTEST_GUILESS_MAIN(TestExportedCaptions)
#include "test_exported_captions.moc"
