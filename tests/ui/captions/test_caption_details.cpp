#include "core/project/caption_edits.h"
#include "tests/ui/project_fixture.h"
#include "ui/region_panel/caption_details.h"
#include "ui/region_panel/caption_words.h"

#include <QLabel>
#include <QTreeWidget>

using namespace rb;
using namespace rb::ui;

class TestCaptionDetails : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void provenanceAndHistoryAreTold();
    void everyTokenCarriesItsConfidence();
    void aPlaceWithoutCaptionSaysSo();
    void optionsAreWords();
};

static QString everything(const QDialog& dialog) {
    QStringList texts;
    for (const QLabel* label : dialog.findChildren<QLabel*>()) texts << label->text();
    return texts.join(u'\n');
}

static void machineWrites(ProjectFixture& f, project::Id region) {
    project::Caption target;
    target.media = f.media.first();
    target.region = region;
    f.edit([&](project::Edit& edit) {
        project::storeMachineCaptions(edit, {}, target, {{QStringLiteral("a dog"), -0.5, {-0.01F, -2.0F}, {QStringLiteral("a"), QStringLiteral(" dog")}}},
                                      {QStringLiteral("mini"), QStringLiteral("birds"), {{QStringLiteral("num_beams"), 5}}});
    });
}

void TestCaptionDetails::provenanceAndHistoryAreTold() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    machineWrites(f, region);
    QVERIFY(project::setCaptionText(f.project(), f.media.first(), region, QStringLiteral("a red dog")).ok());
    const CaptionDetails dialog(f.workspace, f.media.first(), region);
    const QString text = everything(dialog);
    QVERIFY(text.contains(QStringLiteral("a red dog")));
    QVERIFY(text.contains(QStringLiteral("“a dog” by mini with the adapter birds")));
    auto* history = dialog.findChild<QTreeWidget*>();
    QTRY_COMPARE(history->topLevelItemCount(), 2);
    QCOMPARE(history->topLevelItem(0)->text(1), QStringLiteral("Edit caption"));
    QVERIFY(history->topLevelItem(1)->text(3).startsWith(QStringLiteral("a dog")));
    QCOMPARE(history->topLevelItem(1)->text(2), QStringLiteral("mini with the adapter birds"));
}

void TestCaptionDetails::everyTokenCarriesItsConfidence() {
    ProjectFixture f;
    const project::Id region = f.addRegion();
    machineWrites(f, region);
    const CaptionDetails dialog(f.workspace, f.media.first(), region);
    const QString text = everything(dialog);
    QVERIFY(text.contains(QStringLiteral("a<sub><small>99</small></sub>")));
    QVERIFY(text.contains(QStringLiteral(" dog</u><sub><small>14</small></sub>"))); // exp(-2): unsure, so underlined
}

void TestCaptionDetails::aPlaceWithoutCaptionSaysSo() {
    ProjectFixture f;
    const CaptionDetails dialog(f.workspace, f.media.first(), f.addRegion());
    QVERIFY(everything(dialog).contains(QStringLiteral("There is no caption here.")));
    QTRY_VERIFY(everything(dialog).contains(QStringLiteral("Nothing was ever shown here.")));
}

void TestCaptionDetails::optionsAreWords() {
    const QJsonObject options{{QStringLiteral("num_beams"), 5}, {QStringLiteral("max_new_tokens"), 30}, {QStringLiteral("min_new_tokens"), 0},
                              {QStringLiteral("length_penalty"), 1.0}, {QStringLiteral("repetition_penalty"), 1.2}};
    QCOMPARE(optionWords(options), QStringLiteral("beams: 5, at most 30 tokens, repetition penalty 1.2"));
}

QTEST_MAIN(TestCaptionDetails)
#include "test_caption_details.moc"
