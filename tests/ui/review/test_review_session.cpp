#include "ui/review/review_session.h"

#include <QTest>

using namespace rb;
using namespace rb::ui;

class TestReviewSession : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void untouchedAndEditedCaptionsAreToldApart();
    void paceLeavesOutBreaks();
    void nothingReviewedHasNoPace();
};

static project::Caption caption(const char* text, const char* editedFrom, project::CaptionSource source) {
    project::Caption made;
    made.text = QString::fromLatin1(text);
    made.editedFrom = QString::fromLatin1(editedFrom);
    made.source = source;
    return made;
}

static QDateTime at(int seconds) { return QDateTime(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC).addSecs(seconds); }

void TestReviewSession::untouchedAndEditedCaptionsAreToldApart() {
    ReviewSession session;
    session.accept(caption("a dog", "", project::CaptionSource::Model), at(0));
    session.accept(caption("a big red dog", "a dog", project::CaptionSource::Human), at(1)); // two words more
    session.accept(caption("my own words", "", project::CaptionSource::Human), at(2));
    session.reject(at(3));
    QCOMPARE(session.reviewed(), 4);
    QCOMPARE(session.untouched(), 0.5);
    QCOMPARE(session.meanEditDistance(), 1.0);
}

void TestReviewSession::paceLeavesOutBreaks() {
    ReviewSession session;
    const auto accept = [&](int second) { session.accept(caption("a dog", "", project::CaptionSource::Model), at(second)); };
    accept(0);
    accept(10);
    accept(20);
    QCOMPARE(session.anHour(), 360.0); // two in twenty seconds
    accept(4000);                      // after lunch
    accept(4010);
    QCOMPARE(session.anHour(), 4 * 3600 / 30.0);
}

void TestReviewSession::nothingReviewedHasNoPace() {
    ReviewSession session;
    QCOMPARE(session.anHour(), 0.0);
    QCOMPARE(session.untouched(), 1.0);
    session.reject(at(0));
    QCOMPARE(session.anHour(), 0.0);
}

QTEST_GUILESS_MAIN(TestReviewSession)
#include "test_review_session.moc"
