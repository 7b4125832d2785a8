#include "core/checkpoint/checkpoint.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/checkpoint/test_files.h"

#include <QTemporaryDir>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

class SafetensorsReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void headerIsRefused_data();
    void headerIsRefused();
    void headerIsAccepted_data();
    void headerIsAccepted();
    void metadataIsRead();
    void headerOverLimitIsRefusedUnread();
    void deepNestingIsRefusedCheaply();
    void longShapeIsRefusedCheaply();
    void contentDecidesNotTheName();

private:
    rb::Result<Checkpoint> open(const QByteArray& bytes,
                                const QString& name = QStringLiteral("m.safetensors")) const {
        writeContent(m_folder.filePath(name), bytes);
        return Checkpoint::open(fsPath(m_folder.filePath(name)));
    }
    QTemporaryDir m_folder;
};

void SafetensorsReaderTest::headerIsRefused_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("reason");
    const QByteArray a = R"("dtype":"U8","shape":[2],"data_offsets":[0,2])";
    const auto row = [](const char* name, const QByteArray& file, const char* reason) {
        QTest::newRow(name) << file << QString::fromUtf8(reason);
    };
    row("tensor twice", safetensors("{\"a\":{" + a + "},\"a\":{" + a + "}}", "xy"), "\"a\" twice");
    row("field twice", safetensors("{\"a\":{\"dtype\":\"F32\"," + a + "}}", "xy"), "\"dtype\" twice");
    row("metadata twice", safetensors("{\"__metadata__\":{},\"__metadata__\":{}}"), "__metadata__ twice");
    row("metadata key twice", safetensors("{\"__metadata__\":{\"k\":\"1\",\"k\":\"2\"}}"),
        "two entries \"k\"");
    row("metadata number", safetensors("{\"__metadata__\":{\"k\":1}}"), "\"k\" of __metadata__");
    row("metadata object", safetensors("{\"__metadata__\":{\"k\":{}}}"), "\"k\" of __metadata__");
    row("field unknown", safetensors("{\"a\":{\"strides\":[1]," + a + "}}", "xy"), "unknown field");
    row("field missing", safetensors("{\"a\":{\"dtype\":\"U8\",\"shape\":[2]}}", "xy"),
        "lacks one of the fields");
    row("dtype unknown", safetensors(R"({"a":{"dtype":"F4","shape":[2],"data_offsets":[0,1]}})", "x"),
        "\"F4\"");
    row("dtype lower case", safetensors(R"({"a":{"dtype":"u8","shape":[2],"data_offsets":[0,2]}})", "xy"),
        "\"u8\"");
    row("shape negative", safetensors(R"({"a":{"dtype":"U8","shape":[-2],"data_offsets":[0,2]}})", "xy"),
        "negative");
    row("shape fraction", safetensors(R"({"a":{"dtype":"U8","shape":[2.0],"data_offsets":[0,2]}})", "xy"),
        "fraction");
    row("one offset", safetensors(R"({"a":{"dtype":"U8","shape":[0],"data_offsets":[0]}})"),
        "1 data_offsets");
    row("hole", safetensors(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]}})", "xy"), "begin at 0");
    row("overlap",
        safetensors(R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]},)"
                    R"("b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]}})",
                    "xyz"),
        "begin at 2");
    row("size differs", safetensors(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,2]}})", "xy"),
        "needs 4");
    row("beyond the file", safetensors(R"({"a":{"dtype":"U8","shape":[3],"data_offsets":[0,3]}})", "xy"),
        "has 2");
    row("byte-order mark", safetensors("\xEF\xBB\xBF{}"), "byte-order mark");
    row("text after the object", safetensors("{}x"), "not valid JSON");
    row("not UTF-8", safetensors("{\"\xFF\":{" + a + "}}", "xy"), "not valid JSON");
    row("empty name", safetensors("{\"\":{" + a + "}}", "xy"), "no usable name");
    row("control character", safetensors("{\"a\\n\":{" + a + "}}", "xy"), "no usable name");
}

void SafetensorsReaderTest::headerIsRefused() {
    QFETCH(const QByteArray, file);
    QFETCH(const QString, reason);
    const auto opened = open(file);
    QVERIFY(!opened.ok());
    QVERIFY2(isOneSentenceNaming(opened.error().message, QStringLiteral("m.safetensors")),
             opened.error().message.c_str());
    QVERIFY2(QString::fromStdString(opened.error().message).contains(reason), opened.error().message.c_str());
}

void SafetensorsReaderTest::headerIsAccepted_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<int>("tensors");
    const QByteArray a = R"({"a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}})";
    QTest::newRow("trailing spaces") << safetensors(a + "   ", "xy") << 1;
    QTest::newRow("leading white space") << safetensors(" \n" + a, "xy") << 1;
    QTest::newRow("fields in any order")
        << safetensors(R"({"a":{"data_offsets":[0,2],"shape":[2],"dtype":"U8"}})", "xy") << 1;
    QTest::newRow("data in another order than names")
        << safetensors(R"({"a":{"dtype":"U8","shape":[1],"data_offsets":[1,2]},)"
                       R"("b":{"dtype":"U8","shape":[1],"data_offsets":[0,1]}})",
                       "xy")
        << 2;
    QTest::newRow("name beyond ASCII")
        << safetensors("{\"\xC3\xA4\":{\"dtype\":\"BOOL\",\"shape\":[],\"data_offsets\":[0,1]}}", "x") << 1;
    QTest::newRow("8-bit floats") << safetensors(
                                         R"({"a":{"dtype":"F8_E4M3","shape":[1],"data_offsets":[0,1]},)"
                                         R"("b":{"dtype":"F8_E5M2","shape":[1],"data_offsets":[1,2]}})",
                                         "xy")
                                  << 2;
    QTest::newRow("only metadata") << safetensors(R"({"__metadata__":{"format":"pt"}})") << 0;
}

void SafetensorsReaderTest::headerIsAccepted() {
    QFETCH(const QByteArray, file);
    QFETCH(const int, tensors);
    const auto opened = open(file);
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    QCOMPARE(static_cast<int>(opened->tensors().size()), tensors);
}

void SafetensorsReaderTest::metadataIsRead() {
    const auto opened = open(safetensors(R"({"__metadata__":{"format":"pt","note":"x"}})"));
    QVERIFY(opened.ok());
    QCOMPARE(opened->metadata(), (std::map<std::string, std::string>{{"format", "pt"}, {"note", "x"}}));
}

void SafetensorsReaderTest::headerOverLimitIsRefusedUnread() {
    const QString path = m_folder.filePath(QStringLiteral("sparse.safetensors"));
    QVERIFY(
        writeContent(path, safetensors(QByteArray(8, ' ')).replace(0, 8, QByteArray("\0\0\0\3\0\0\0\0", 8))));
    QVERIFY(QFile::resize(path, 64 << 20)); // 48 MiB of header, in a file with holes
    const PeakMemory memory;
    const auto opened = Checkpoint::open(fsPath(path));
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().code == rb::ErrorCode::TooLarge);
    QVERIFY(memory.grownKiB() < 1024);
}

void SafetensorsReaderTest::deepNestingIsRefusedCheaply() {
    const QByteArray file = safetensors("{\"a\":" + QByteArray(1'000'000, '['));
    const PeakMemory memory;
    QVERIFY(!open(file).ok());
    QVERIFY(memory.grownKiB() < 8 * 1024);
}

void SafetensorsReaderTest::longShapeIsRefusedCheaply() {
    const QByteArray file =
        safetensors("{\"a\":{\"shape\":[" + QByteArray("1,").repeated(2'000'000) + "1]}}");
    const PeakMemory memory;
    QVERIFY(!open(file).ok());
    QVERIFY(memory.grownKiB() < 16 * 1024);
}

void SafetensorsReaderTest::contentDecidesNotTheName() {
    const auto opened =
        open(contentOf(dataPath("hostile/valid/rank0.safetensors")), QStringLiteral("weights.bin"));
    QVERIFY(opened.ok());
    QCOMPARE(opened->tensors().size(), std::size_t{2});
}

QTEST_GUILESS_MAIN(SafetensorsReaderTest)
#include "test_safetensors_reader.moc"
