#include "core/jobs/inference_thread.h"

#include <QFile>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace rb;
using namespace rb::jobs;

class TestInferenceThread : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void captionsAreTheModels();
    void wordsGrowIntoTheAnswer();
    void secondBoxOfAPictureIsNotEncodedAgain();
    void changedPictureIsEncodedAgain();
    void requestsMadeWhileTheModelOpensAreAnswered();
    void cancelledRequestAnswersAsStopped();
    void missingPictureFailsAlone();
    void missingModelFailsEveryRequest();
    void leavingInTheMiddleOfWorkIsSafe();

private:
    QString sample(const QString& name) const { return m_model + QStringLiteral("/samples/") + name; }
    CaptionRequest request(const QString& file, std::vector<geometry::Box2> boxes = {{480, 80, 147, 153}}) const {
        CaptionRequest made;
        made.file = file;
        made.boxes = std::move(boxes);
        made.options.numBeams = 3;
        made.options.numCaptions = 2;
        made.options.maxNewTokens = 20;
        return made;
    }
    const QString m_model = QStringLiteral(RB_RESOURCES "/models/regionblip-mini");
};

/// Collects the answers of a thread by the number of their request.
struct Answers {
    explicit Answers(InferenceThread& thread) {
        QObject::connect(&thread, &InferenceThread::captioned, &context,
                         [this](quint64 number, const CaptionAnswer& answer) { byRequest.insert(number, answer); });
        QObject::connect(&thread, &InferenceThread::failed, &context,
                         [this](quint64 number, const Error& error) { errors.insert(number, error.message.c_str()); });
    }
    QObject context;
    QHash<quint64, CaptionAnswer> byRequest;
    QHash<quint64, QByteArray> errors;
};

void TestInferenceThread::captionsAreTheModels() {
    InferenceThread thread;
    Answers answers(thread);
    QSignalSpy opened(&thread, &InferenceThread::modelOpened);
    thread.openModel(m_model, {});
    const quint64 asked = thread.caption(request(sample(QStringLiteral("scene00.jpg")), {{229, 113, 170, 232}, {439, 32, 172, 171}}));
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(asked), 60000);
    QCOMPARE(opened.size(), 1);
    const CaptionAnswer answer = answers.byRequest.value(asked);
    QVERIFY(!answer.stopped);
    QCOMPARE(answer.captions.size(), std::size_t(2));
    QCOMPARE(answer.captions.front().size(), std::size_t(2));
    QVERIFY(answer.captions[0][0].text.find("caterpillar") != std::string::npos);
    QVERIFY(answer.captions[1][0].text.find("pinata") != std::string::npos);
    QVERIFY(answer.captions[0][0].score >= answer.captions[0][1].score);
}

void TestInferenceThread::wordsGrowIntoTheAnswer() {
    InferenceThread thread;
    Answers answers(thread);
    QSignalSpy grown(&thread, &InferenceThread::captionGrew);
    thread.openModel(m_model, {});
    const quint64 asked = thread.caption(request(sample(QStringLiteral("scene00.jpg"))));
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(asked), 60000);
    QVERIFY(!grown.isEmpty());
    for (const auto& growth : grown) {
        QCOMPARE(growth.at(0).toULongLong(), asked);
        QCOMPARE(growth.at(1).toInt(), 0);
    }
}

void TestInferenceThread::secondBoxOfAPictureIsNotEncodedAgain() {
    InferenceThread thread;
    Answers answers(thread);
    thread.openModel(m_model, {});
    const quint64 first = thread.caption(request(sample(QStringLiteral("scene00.jpg"))));
    const quint64 second = thread.caption(request(sample(QStringLiteral("scene00.jpg")), {{61, 13, 199, 182}}));
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(second), 60000);
    QVERIFY(answers.byRequest.value(first).encodeSeconds > 0);
    QCOMPARE(answers.byRequest.value(second).encodeSeconds, 0.0);
}

void TestInferenceThread::changedPictureIsEncodedAgain() {
    QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("a.png"));
    QVERIFY(QFile::copy(sample(QStringLiteral("scene00.jpg")), file));
    InferenceThread thread;
    Answers answers(thread);
    thread.openModel(m_model, {});
    const quint64 first = thread.caption(request(file, {}));
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(first), 60000);
    QVERIFY(QFile::remove(file));
    QVERIFY(QFile::copy(sample(QStringLiteral("scene04.jpg")), file));
    const quint64 second = thread.caption(request(file, {}));
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(second), 60000);
    QVERIFY(answers.byRequest.value(second).encodeSeconds > 0);
    QVERIFY(answers.byRequest.value(first).captions[0][0].text != answers.byRequest.value(second).captions[0][0].text);
}

void TestInferenceThread::requestsMadeWhileTheModelOpensAreAnswered() {
    InferenceThread thread;
    Answers answers(thread);
    thread.openModel(m_model, {});
    QCOMPARE(thread.pending(), 0);
    const quint64 asked = thread.caption(request(sample(QStringLiteral("scene01.jpg")), {}));
    QCOMPARE(thread.pending(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(asked), 60000);
    QVERIFY(!answers.byRequest.value(asked).captions.front().front().text.empty());
    QTRY_COMPARE(thread.pending(), 0);
}

void TestInferenceThread::cancelledRequestAnswersAsStopped() {
    InferenceThread thread;
    Answers answers(thread);
    thread.openModel(m_model, {});
    const quint64 first = thread.caption(request(sample(QStringLiteral("scene00.jpg"))));
    const quint64 second = thread.caption(request(sample(QStringLiteral("scene01.jpg"))));
    thread.cancel(second);
    QVERIFY(answers.byRequest.contains(second));
    QVERIFY(answers.byRequest.value(second).stopped);
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(first), 60000);
    QVERIFY(!answers.byRequest.value(first).stopped);
}

void TestInferenceThread::missingPictureFailsAlone() {
    InferenceThread thread;
    Answers answers(thread);
    thread.openModel(m_model, {});
    const quint64 missing = thread.caption(request(sample(QStringLiteral("no such picture.png"))));
    const quint64 there = thread.caption(request(sample(QStringLiteral("scene00.jpg"))));
    QTRY_VERIFY_WITH_TIMEOUT(answers.byRequest.contains(there), 60000);
    QVERIFY(answers.errors.value(missing).contains("no such picture.png"));
}

void TestInferenceThread::missingModelFailsEveryRequest() {
    QTemporaryDir folder;
    InferenceThread thread;
    Answers answers(thread);
    QSignalSpy failed(&thread, &InferenceThread::modelFailed);
    thread.openModel(folder.path(), {});
    const quint64 asked = thread.caption(request(sample(QStringLiteral("scene00.jpg"))));
    QTRY_VERIFY(answers.errors.contains(asked));
    QCOMPARE(failed.size(), 1);
    QVERIFY(!answers.errors.value(asked).isEmpty());
}

void TestInferenceThread::leavingInTheMiddleOfWorkIsSafe() {
    {
        InferenceThread thread;
        thread.openModel(m_model, {});
        for (int i = 0; i < 10; ++i) thread.caption(request(sample(QStringLiteral("scene00.jpg")), {}));
    }
    QCoreApplication::processEvents();
}

QTEST_GUILESS_MAIN(TestInferenceThread)
#include "test_inference_thread.moc"
