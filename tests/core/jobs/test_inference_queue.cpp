#include "core/jobs/inference_queue.h"

#include <QTest>

#include <thread>

using namespace rb::jobs;
using Kind = InferenceTask::Kind;

static InferenceTask task(Kind kind, quint64 number = 0) {
    InferenceTask made;
    made.kind = kind;
    made.number = number;
    return made;
}

class TestInferenceQueue : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captionsAreTakenInTheirOrder();
    void lookingAheadGivesWayToCaptions();
    void waitingTaskIsRemovedByCancel();
    void runningTaskIsAskedToStop();
    void cancelAllLeavesTheModelToBeOpened();
    void closingWakesTheThread();
    void embeddingsWaitForEverythingElse();
    void cancelAllLeavesEmbeddings();
    void cancelledEmbeddingIsNoCaption();
    void cancelAllLeavesWhatGrows();
};

void TestInferenceQueue::captionsAreTakenInTheirOrder() {
    InferenceQueue queue;
    queue.add(task(Kind::Caption, 1));
    queue.add(task(Kind::Caption, 2));
    QCOMPARE(queue.pending(), 2);
    QCOMPARE(queue.take()->number, quint64(1));
    queue.finish();
    QCOMPARE(queue.take()->number, quint64(2));
    QCOMPARE(queue.pending(), 1);
    queue.finish();
    QCOMPARE(queue.pending(), 0);
}

void TestInferenceQueue::lookingAheadGivesWayToCaptions() {
    InferenceQueue queue;
    queue.add(task(Kind::EncodeAhead));
    queue.add(task(Kind::Caption, 1));
    queue.add(task(Kind::EncodeAhead));
    QVERIFY(queue.take()->kind == Kind::Caption);
    queue.finish();
    queue.add(task(Kind::EncodeAhead));
    QVERIFY(queue.take()->kind == Kind::EncodeAhead);
}

void TestInferenceQueue::waitingTaskIsRemovedByCancel() {
    InferenceQueue queue;
    queue.add(task(Kind::Caption, 1));
    queue.add(task(Kind::Caption, 2));
    QVERIFY(queue.cancel(1));
    QCOMPARE(queue.take()->number, quint64(2));
}

void TestInferenceQueue::runningTaskIsAskedToStop() {
    InferenceQueue queue;
    queue.add(task(Kind::Caption, 1));
    const auto running = queue.take();
    QVERIFY(!running->stop.stop_requested());
    QVERIFY(!queue.cancel(1)); // the thread answers it
    QVERIFY(running->stop.stop_requested());
}

void TestInferenceQueue::cancelAllLeavesTheModelToBeOpened() {
    InferenceQueue queue;
    queue.add(task(Kind::Caption, 1));
    queue.add(task(Kind::OpenModel));
    QCOMPARE(queue.cancelAll(), std::vector<quint64>{1});
    QVERIFY(queue.take()->kind == Kind::OpenModel);
}

void TestInferenceQueue::closingWakesTheThread() {
    InferenceQueue queue;
    bool ended = false;
    std::thread waiting([&] { ended = !queue.take().has_value(); });
    queue.close();
    waiting.join();
    QVERIFY(ended);
}

void TestInferenceQueue::embeddingsWaitForEverythingElse() {
    InferenceQueue queue;
    queue.add(task(Kind::Embed, 1));
    queue.add(task(Kind::Embed, 2));
    queue.add(task(Kind::EncodeAhead, 3));
    QCOMPARE(queue.take()->number, quint64(3));
    queue.finish();
    queue.add(task(Kind::Caption, 4));
    queue.add(task(Kind::EmbedText, 5));
    QCOMPARE(queue.pending(), 1);
    for (const quint64 number : {4, 5, 1, 2}) {
        QCOMPARE(queue.take()->number, number);
        queue.finish();
    }
}

void TestInferenceQueue::cancelAllLeavesEmbeddings() {
    InferenceQueue queue;
    queue.add(task(Kind::Embed, 1));
    queue.add(task(Kind::Caption, 2));
    queue.add(task(Kind::EncodeAhead));
    QCOMPARE(queue.cancelAll(), std::vector<quint64>{2});
    QCOMPARE(queue.take()->number, quint64(1));
}

void TestInferenceQueue::cancelledEmbeddingIsNoCaption() {
    InferenceQueue queue;
    queue.add(task(Kind::Embed, 1));
    queue.add(task(Kind::Caption, 2));
    QVERIFY(!queue.cancel(1));
    QCOMPARE(queue.take()->number, quint64(2));
    queue.finish();
    queue.add(task(Kind::Caption, 3));
    QCOMPARE(queue.take()->number, quint64(3)); // 1 is gone
}

void TestInferenceQueue::cancelAllLeavesWhatGrows() {
    InferenceQueue queue;
    queue.add(task(Kind::Grow, 1));
    queue.add(task(Kind::Caption, 2));
    queue.add(task(Kind::Grow, 3));
    QCOMPARE(queue.take()->number, quint64(2));
    queue.finish();
    const auto growing = queue.take();
    QCOMPARE(growing->number, quint64(1));
    QVERIFY(queue.cancelAll().empty());
    QVERIFY(!growing->stop.stop_requested());
    QVERIFY(!queue.cancel(1)); // its own job stops it
    QVERIFY(growing->stop.stop_requested());
    queue.finish();
    QCOMPARE(queue.take()->number, quint64(3));
}

QTEST_GUILESS_MAIN(TestInferenceQueue)
#include "test_inference_queue.moc"
