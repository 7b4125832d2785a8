#include "core/checkpoint/checkpoint.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/checkpoint/test_files.h"
#include "tests/core/checkpoint/torch_zip.h"

#include <QTemporaryDir>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

class TorchArchiveTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void trainingCheckpointIsListed();
    void everyRebuildFunctionIsUnderstood_data();
    void everyRebuildFunctionIsUnderstood();
    void stridedViewIsGathered_data();
    void stridedViewIsGathered();
    void largeStridedViewIsGathered();
    void archiveIsRefused_data();
    void archiveIsRefused();
    void oldFormatIsRefusedWithAdvice_data();
    void oldFormatIsRefusedWithAdvice();
    void sharedDictionariesCannotMultiply();

private:
    rb::Result<Checkpoint> open(const QByteArray& bytes) const {
        writeContent(m_folder.filePath(QStringLiteral("m.pth")), bytes);
        return Checkpoint::open(fsPath(m_folder.filePath(QStringLiteral("m.pth"))));
    }
    QTemporaryDir m_folder;
};

namespace {

QByteArray floats(int count) {
    QByteArray bytes;
    for (int i = 0; i < count; ++i)
        bytes += little(static_cast<float>(i));
    return bytes;
}

QByteArray fourFloats() {
    return storage("FloatStorage", "0", 4);
}

QByteArray named(const QByteArray& value) {
    return pickle(dictionary({text("w"), value}));
}

} // namespace

void TorchArchiveTest::trainingCheckpointIsListed() {
    const QByteArray w = tensor(fourFloats(), 0, {2, 2}, {2, 1});
    const QByteArray state =
        dictionary({integer(0), dictionary({text("exp_avg"), w, text("step"), integer(7)})});
    const QByteArray value =
        dictionary({text("model"), dictionary({text("visual_encoder.cls_token"), w}), text("optimizer"),
                    dictionary({text("state"), state, text("param_groups"), "](" + w + "e"}), text("config"),
                    dictionary({text("lr"), "G" + QByteArray(8, '\0')}), text("epoch"), integer(3),
                    text("scaler"), "N", tupleOf({1}), w, text("alone"), w});
    const auto opened = open(torchZip(pickle(value), {floats(4)}));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    std::vector<std::string> names;
    for (const auto& [name, info] : opened->tensors())
        names.push_back(name);
    QCOMPARE(names, (std::vector<std::string>{"alone", "model.visual_encoder.cls_token",
                                              "optimizer.state.0.exp_avg"}));
    QCOMPARE(opened->topLevelEntries(),
             (std::vector<std::string>{"model", "optimizer", "config", "epoch", "scaler", "alone"}));
}

void TorchArchiveTest::everyRebuildFunctionIsUnderstood_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("dtype");
    const QByteArray sizes = tupleOf({2, 2});
    const QByteArray strides = tupleOf({2, 1});
    const QByteArray v2 = tensor(fourFloats(), 0, {2, 2}, {2, 1});
    const QByteArray utils = "torch._utils";
    const QByteArray f32 = "F32";
    const auto row = [](const char* name, const QByteArray& value, const char* dtype) {
        QTest::newRow(name) << value << QString::fromUtf8(dtype);
    };
    row("v1", call(global(utils, "_rebuild_tensor"), {fourFloats(), integer(0), sizes, strides}), "F32");
    row("v2", v2, "F32");
    row("v2 with metadata",
        call(global(utils, "_rebuild_tensor_v2"),
             {fourFloats(), integer(0), sizes, strides, "\x89", orderedDict(), "}"}),
        "F32");
    const QByteArray untyped = tuple({text("storage"), global("torch.storage", "UntypedStorage"), text("0"),
                                      text("cpu"), integer(16)}) +
                               "Q";
    row("v3",
        call(global(utils, "_rebuild_tensor_v3"),
             {untyped, integer(0), sizes, strides, "\x89", orderedDict(), global("torch", "uint32")}),
        "U32");
    row("parameter", call(global(utils, "_rebuild_parameter"), {v2, "\x88", orderedDict()}), "F32");
    row("parameter with state",
        call(global(utils, "_rebuild_parameter_with_state"), {v2, "\x88", orderedDict(), "}"}), "F32");
    row("from type",
        call(global("torch._tensor", "_rebuild_from_type_v2"),
             {global(utils, "_rebuild_tensor_v2"), global("torch.nn.parameter", "Parameter"),
              tuple({fourFloats(), integer(0), sizes, strides, "\x89", orderedDict()}), "}"}),
        "F32");
}

void TorchArchiveTest::everyRebuildFunctionIsUnderstood() {
    QFETCH(const QByteArray, value);
    QFETCH(const QString, dtype);
    const auto opened = open(torchZip(named(value), {floats(4)}));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    const TensorInfo* info = opened->find("w");
    QVERIFY(info && info->strides.empty());
    QCOMPARE(info->shape, (std::vector<std::int64_t>{2, 2}));
    QCOMPARE(std::string(toString(info->dtype)), dtype.toStdString());
    QCOMPARE(bytesOf(*opened, *info), floats(4));
}

void TorchArchiveTest::stridedViewIsGathered_data() {
    QTest::addColumn<QList<int>>("sizes");
    QTest::addColumn<QList<int>>("strides");
    QTest::addColumn<int>("offset");
    QTest::addColumn<QList<int>>("expected");
    QTest::newRow("transposed") << QList<int>{3, 2} << QList<int>{1, 3} << 0 << QList<int>{0, 3, 1, 4, 2, 5};
    QTest::newRow("column") << QList<int>{3} << QList<int>{4} << 1 << QList<int>{1, 5, 9};
    QTest::newRow("permuted") << QList<int>{2, 3, 2} << QList<int>{1, 4, 2} << 0
                              << QList<int>{0, 2, 4, 6, 8, 10, 1, 3, 5, 7, 9, 11};
    QTest::newRow("repeated row") << QList<int>{2, 3} << QList<int>{0, 1} << 4
                                  << QList<int>{4, 5, 6, 4, 5, 6};
    QTest::newRow("size one, any stride") << QList<int>{1, 3} << QList<int>{7, 1} << 2 << QList<int>{2, 3, 4};
    QTest::newRow("scalar") << QList<int>{} << QList<int>{} << 11 << QList<int>{11};
    QTest::newRow("empty at the end") << QList<int>{0, 2} << QList<int>{5, 3} << 12 << QList<int>{};
    QTest::newRow("diagonal") << QList<int>{3} << QList<int>{5} << 0 << QList<int>{0, 5, 10};
}

void TorchArchiveTest::stridedViewIsGathered() {
    QFETCH(const QList<int>, sizes);
    QFETCH(const QList<int>, strides);
    QFETCH(const int, offset);
    QFETCH(const QList<int>, expected);
    const auto opened =
        open(torchZip(named(tensor(storage("FloatStorage", "0", 12), offset, sizes, strides)), {floats(12)}));
    QVERIFY2(opened.ok(), opened.ok() ? "" : opened.error().message.c_str());
    QByteArray bytes;
    for (const int value : expected)
        bytes += little(static_cast<float>(value));
    QCOMPARE(bytesOf(*opened, *opened->find("w")), bytes);
}

void TorchArchiveTest::largeStridedViewIsGathered() {
    // Wider than the gathering window in both directions.
    constexpr int kRows = 300;
    constexpr int kColumns = 700;
    const auto opened = open(torchZip(
        named(tensor(storage("FloatStorage", "0", kRows * kColumns), 0, {kColumns, kRows}, {1, kColumns})),
        {floats(kRows * kColumns)}));
    QVERIFY(opened.ok());
    const QByteArray bytes = bytesOf(*opened, *opened->find("w"));
    const auto* values = reinterpret_cast<const float*>(bytes.constData());
    for (int column = 0; column < kColumns; ++column)
        for (int row = 0; row < kRows; ++row)
            QCOMPARE(values[column * kRows + row], static_cast<float>(row * kColumns + column));
}

void TorchArchiveTest::archiveIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromUtf8(reason);
    };
    const QByteArray good = tensor(fourFloats(), 0, {4}, {1});
    const auto one = [](const QByteArray& value) { return torchZip(named(value), {floats(4)}); };
    row("record shorter than declared", torchZip(named(good), {floats(3)}), "declares a storage of 4");
    row("record longer than declared", torchZip(named(good), {floats(5)}), "declares a storage of 4");
    row("record missing", torchZip(named(good)), "is missing");
    row("negative storage", one(tensor(storage("FloatStorage", "0", -4), 0, {4}, {1})),
        "declares a storage of -4");
    row("negative offset", one(tensor(fourFloats(), -1, {1}, {1})), "arguments");
    row("offset beyond", one(tensor(fourFloats(), 4, {1}, {1})), "beyond its storage");
    row("last element beyond", one(tensor(fourFloats(), 1, {2, 2}, {2, 1})), "beyond its storage");
    row("negative stride", one(tensor(fourFloats(), 3, {4}, {-1})), "-1");
    row("expanded", one(tensor(fourFloats(), 0, {1'000'000'000, 4}, {0, 1})), "repeats its storage");
    row("sizes overflow", one(tensor(fourFloats(), 0, {2147483647, 2147483647, 2147483647}, {0, 0, 0})),
        "too large");
    row("strides overflow", one(tensor(fourFloats(), 0, QList<int>(3, 2), QList<int>(3, 2147483647))),
        "beyond its storage");
    row("more sizes than strides", one(tensor(fourFloats(), 0, {2, 2}, {1})), "2 sizes but 1 strides");
    row("too many sizes", one(tensor(fourFloats(), 0, QList<int>(65, 1), QList<int>(65, 1))), "more than 64");
    row("key leaves the archive", one(tensor(storage("FloatStorage", "../data/0", 4), 0, {4}, {1})),
        "no plain name");
    row("key is empty", one(tensor(storage("FloatStorage", "", 4), 0, {4}, {1})), "no plain name");
    row("storage is a number", one(tensor(integer(1), 0, {4}, {1})), "has no storage");
    row("sizes of text",
        one(call(global("torch._utils", "_rebuild_tensor"),
                 {fourFloats(), integer(0), text("4"), tupleOf({1})})),
        "no tuple");
    row("too few arguments", one(call(global("torch._utils", "_rebuild_tensor_v2"), {fourFloats()})),
        "from 1 arguments");
    row("untyped without a type", one(tensor(storage("UntypedStorage", "0", 16), 0, {4}, {1})),
        "no element type");
    row("same name twice",
        torchZip(pickle(dictionary({text("a.b"), good, text("a"), dictionary({text("b"), good})})),
                 {floats(4)}),
        "two tensors named \"a.b\"");
    row("name with a line break", torchZip(pickle(dictionary({text("a\nb"), good})), {floats(4)}),
        "no usable name");
    row("name not UTF-8", torchZip(pickle(dictionary({text("\xC0\x80"), good})), {floats(4)}),
        "no usable name");
    row("circle", torchZip(pickle("}q\1" + text("self") + "h\1s")), "nested more than");
    row("top level is a tensor", torchZip(pickle(good), {floats(4)}), "no dictionary of tensors");
    row("top level is nothing", torchZip(pickle("N")), "no dictionary of tensors");
    row("no pickle", zip({{"archive/version", "3\n"}}), "no data.pkl");
    row("two pickles", zip({{"a/data.pkl", pickle("}")}, {"b/data.pkl", pickle("}")}}),
        "more than one data.pkl");
    row("TorchScript", zip({{"a/data.pkl", pickle("}")}, {"a/constants.pkl", pickle(")")}}), "TorchScript");
    row("big-endian", zip({{"a/data.pkl", pickle("}")}, {"a/byteorder", "big"}}), "byte order");
    ZipPart damaged{"a/data.pkl", pickle("}")};
    damaged.crcError = 1;
    row("checksum of the pickle", zip({damaged}), "checksum");
}

void TorchArchiveTest::archiveIsRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    const auto opened = open(bytes);
    QVERIFY(!opened.ok());
    QVERIFY2(isOneSentenceNaming(opened.error().message, QStringLiteral("m.pth")),
             opened.error().message.c_str());
    QVERIFY2(QString::fromStdString(opened.error().message).contains(reason), opened.error().message.c_str());
}

void TorchArchiveTest::oldFormatIsRefusedWithAdvice_data() {
    QTest::addColumn<QByteArray>("bytes");
    // The magic number with which torch.save began before version 1.6.
    QTest::newRow("pickle") << QByteArray(
        "\x80\x02\x8a\x0a\x6c\xfc\x9c\x46\xf9\x20\x6a\xa8\x50\x19\x2e\x80\x02M\xe9\x03.");
    QTest::newRow("tar") << contentOf(dataPath("hostile/pth/legacy_tar.pth"));
}

void TorchArchiveTest::oldFormatIsRefusedWithAdvice() {
    QFETCH(const QByteArray, bytes);
    const auto opened = open(bytes);
    QVERIFY(!opened.ok());
    QVERIFY(opened.error().code == rb::ErrorCode::Unsupported);
    QVERIFY(QString::fromStdString(opened.error().message).contains(QStringLiteral("newer PyTorch")));
}

void TorchArchiveTest::sharedDictionariesCannotMultiply() {
    // Each dictionary holds the one before twice: 2^40 paths to the innermost.
    QByteArray value = "}";
    for (int level = 0; level < 40; ++level) {
        const QByteArray memo(1, static_cast<char>(level));
        value = "}" + text("a") + value + "q" + memo + "s" + text("b") + "h" + memo + "s";
    }
    const PeakMemory memory;
    const auto opened = open(torchZip(pickle(value)));
    QVERIFY(!opened.ok());
    QVERIFY(
        QString::fromStdString(opened.error().message).contains(QStringLiteral("more than 1000000 entries")));
    QVERIFY(memory.grownKiB() < PeakMemory::kLimitKiB);
}

QTEST_GUILESS_MAIN(TorchArchiveTest)
#include "test_torch_archive.moc"
