#include "ui/curation/lint_model.h"

#include "core/query/select.h"
#include "tests/ui/curation/curation_fixture.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

class TestLintModel : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findingsAreGroupedByKind();
    void everyGroupsQueryFindsAsMany();
    void deletedCaptionsAreToldAsSuch();
    void nearDuplicatesStandTogether();
    void manyFindingsAreListedAtOnce();
    void findingsBeyondTheLimitAreCounted();
};

static void fill(ui::test::CurationFixture& f) {
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    f.caption(media, f.region(media), QStringLiteral("a dog on the"));
    f.caption(media, f.region(media), QStringLiteral("a cat of"));
    f.caption(media, f.region(media), QStringLiteral("red red red red"));
    f.caption(media, f.region(media), QStringLiteral("a bird in the"), CaptionSource::Human, CaptionState::Rejected);
    f.caption(media, 0, QString());
}

void TestLintModel::findingsAreGroupedByKind() {
    ui::test::CurationFixture f;
    fill(f);
    LintModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.show(&f.project(), *lintGroups(f.project().database()));
    QStringList groups;
    for (int row = 0; row < model.rowCount(); ++row)
        groups << model.index(row, 0).data().toString() + u' ' + model.index(row, 1).data().toString();
    QCOMPARE(groups, (QStringList{QStringLiteral("No words 1"), QStringLiteral("Says it again and again 1"),
                                  QStringLiteral("Ends too early 2")}));
    const QModelIndex unfinished = model.index(2, 0);
    QCOMPARE(model.index(0, 0, unfinished).data().toString(), QStringLiteral("a dog on the"));
    QVERIFY(!model.index(0, 1, unfinished).data().toString().isEmpty());
    QCOMPARE(model.index(0, 0, model.index(0, 0)).data().toString(), QStringLiteral("(no words)"));
}

void TestLintModel::everyGroupsQueryFindsAsMany() {
    ui::test::CurationFixture f;
    fill(f);
    const auto groups = lintGroups(f.project().database());
    for (const FindingGroup& group : *groups) QCOMPARE(*query::count(f.project().database(), *query::parse(group.query)), group.count);
}

void TestLintModel::deletedCaptionsAreToldAsSuch() {
    ui::test::CurationFixture f;
    fill(f);
    LintModel model;
    model.show(&f.project(), *lintGroups(f.project().database()));
    const QModelIndex first = model.index(0, 0, model.index(2, 0));
    f.edit([&](project::Edit& edit) { edit.removeCaption(first.data(LintModel::CaptionRole).toLongLong()); });
    QCOMPARE(first.data().toString(), QStringLiteral("(deleted)"));
}

void TestLintModel::nearDuplicatesStandTogether() {
    ui::test::CurationFixture f;
    const project::Id media = f.picture(QStringLiteral("a.jpg"));
    const QString text = QStringLiteral("a small brown dog runs over the green grass");
    f.caption(media, f.region(media), text);
    f.caption(media, f.region(media), QStringLiteral("a cat"));
    f.caption(media, f.region(media), QStringLiteral("a small black dog runs over the green grass"));
    f.caption(media, f.region(media), text);
    query::NearDuplicateOptions options;
    QCOMPARE(nearDuplicateGroup(f.project().database(), options)->count, 3);
    options.equalToo = false;
    const auto group = nearDuplicateGroup(f.project().database(), options);
    QCOMPARE(group->count, 2);
    QCOMPARE(group->rows.front().detail, QStringLiteral("2 like “%1”").arg(text));
}

void TestLintModel::manyFindingsAreListedAtOnce() {
    ui::test::CurationFixture f;
    const project::Id caption = f.caption(f.picture(QStringLiteral("a.jpg")), 0, QStringLiteral("a dog"));
    FindingGroup group{QStringLiteral("Many"), {}, 100'000, {}};
    group.rows.assign(100'000, {caption, QStringLiteral("detail")});
    LintModel model;
    QElapsedTimer time;
    time.start();
    model.show(&f.project(), {group});
    QCOMPARE(model.rowCount(model.index(0, 0)), 100'000);
    QCOMPARE(model.index(99'999, 0, model.index(0, 0)).data().toString(), QStringLiteral("a dog"));
    QVERIFY(time.elapsed() < 1000);
}

void TestLintModel::findingsBeyondTheLimitAreCounted() {
    LintModel model;
    model.show(nullptr, {FindingGroup{QStringLiteral("Many"), {}, 1'234'567, std::vector<FoundCaption>(2)}});
    QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("1,234,567, the first 2 are listed"));
}

QTEST_MAIN(TestLintModel)
#include "test_lint_model.moc"
