#include "core/checkpoint/unpickler.h"
#include "tests/core/checkpoint/peak_memory.h"
#include "tests/core/checkpoint/torch_zip.h"

#include <QTest>

using namespace rb::checkpoint;
using namespace rb::checkpoint::testing;

class UnpicklerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pickleIsRefused_data();
    void pickleIsRefused();
    void plainDataIsAccepted_data();
    void plainDataIsAccepted();
    void everyOtherOpcodeIsRefused();
    void integersAreExact_data();
    void integersAreExact();
    void copiesCannotMultiply();
    void memoCannotFillMemory();
    void stackCannotFillMemory();
};

void UnpicklerTest::pickleIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char* name, const QByteArray& bytes, const char* reason) {
        QTest::newRow(name) << bytes << QString::fromUtf8(reason);
    };
    row("empty", "", "ends in the middle");
    row("no protocol", "}.", "no pickle");
    row("protocol 4", QByteArray("\x80\x04}."), "protocol 4");
    row("protocol 0", QByteArray("\x80\0}.", 4), "protocol 0");
    row("no stop", "\x80\x02}", "ends in the middle");
    row("nothing at stop", pickle(""), "one value");
    row("two values at stop", pickle("}}"), "one value");
    row("open mark at stop", pickle("}("), "one value");
    row("bytes after stop", pickle("}") + "x", "bytes after its end");
    row("reduce on empty stack", pickle("R"), "empty stack");
    row("build on empty stack", pickle("b"), "empty stack");
    row("append below the mark", pickle("](Na"), "empty stack");
    row("pop below the mark", pickle("}(\x85"), "empty stack");
    row("odd items", pickle("}(Nu"), "key without a value");
    row("items without mark", pickle("}NNu"), "never opened");
    row("set item of a list", pickle("]NNs"), "no dictionary");
    row("append to a tuple", pickle(")Na"), "no list");
    row("text beyond the end", pickle("X\xF0\xFF\xFF\xFFx"), "ends in the middle");
    row("memo never kept", pickle("h\x01"), "never kept");
    row("call of text", pickle(text("a") + ")R"), "no function");
    row("call with a list", pickle(global("collections", "OrderedDict") + "]R"), "no function");
    row("call of a storage class", pickle(call(global("torch", "FloatStorage"), {})), "no function");
    row("persistent id not a tuple", pickle(text("storage") + "Q"), "kind of storage");
    row("persistent id of another kind",
        pickle(tuple({text("module"), global("torch", "FloatStorage"), text("0"), text("cpu"), integer(1)}) +
               "Q"),
        "kind of storage");
    row("persistent id with a function as class",
        pickle(tuple({text("storage"), global("collections", "OrderedDict"), text("0"), text("cpu"),
                      integer(1)}) +
               "Q"),
        "kind of storage");
    row("attributes of a list", pickle("]}b"), "attributes");
    row("new object of a function", pickle(global("torch._utils", "_rebuild_tensor_v2") + ")\x81"),
        "unknown class");
    row("name without end", pickle("cos"), "without an end");
    row("name too long", pickle(global(QByteArray(300, 'a'), "b")), "without an end");
    row("os.system", pickle(global("os", "system")), "\"os.system\"");
    row("posix.system", pickle(global("posix", "system")), "\"posix.system\"");
    row("builtins.eval", pickle(global("__builtin__", "eval")), "\"__builtin__.eval\"");
    row("dotted name", pickle(global("torch", "serialization.os.system")),
        "\"torch.serialization.os.system\"");
    row("space moved", pickle(global("collections OrderedDict", "")), "not among those");
    row("argparse", pickle(global("argparse", "Namespace")), "\"argparse.Namespace\"");
    row("from type of itself",
        pickle(call(global("torch._tensor", "_rebuild_from_type_v2"),
                    {global("torch._tensor", "_rebuild_from_type_v2"), global("torch", "Tensor"), ")", "}"})),
        "no function");
    row("from type out of range", pickle(call(global("torch._tensor", "_rebuild_from_type_v2"), {})),
        "unknown class");
    row("parameter of nothing", pickle(call(global("torch._utils", "_rebuild_parameter"), {})), "no tensor");
}

void UnpicklerTest::pickleIsRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, reason);
    const auto read = unpickle(bytes.toStdString());
    QVERIFY(!read.ok());
    QVERIFY2(QString::fromStdString(read.error().message).contains(reason), read.error().message.c_str());
}

void UnpicklerTest::plainDataIsAccepted_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("constants") << QByteArray("](N\x88\x89G\1\2\3\4\5\6\7\x08K\1M\1\1e");
    QTest::newRow("nested dictionary") << dictionary({text("a"), dictionary({integer(1), QByteArray("]")})});
    QTest::newRow("set") << call(global("__builtin__", "set"), {QByteArray("](K\1K\2e")});
    QTest::newRow("empty set") << QByteArray("\x8f");
    QTest::newRow("size") << call(global("torch", "Size"), {tupleOf({1, 2})});
    QTest::newRow("device") << call(global("torch", "device"), {text("cuda"), QByteArray("K\0", 2)});
    QTest::newRow("element type") << global("torch", "float16");
    QTest::newRow("counter") << call(global("collections", "Counter"),
                                     {dictionary({integer(3), integer(4)})});
    QTest::newRow("default dictionary")
        << call(global("collections", "defaultdict"), {global("collections", "OrderedDict")});
    QTest::newRow("ordered dictionary of pairs")
        << call(global("collections", "OrderedDict"), {"](" + tuple({text("a"), "N"}) + "e"});
    QTest::newRow("ordered dictionary with attributes")
        << orderedDict() + dictionary({text("_metadata"), orderedDict()}) + "b";
    QTest::newRow("new object") << global("collections", "OrderedDict") + ")\x81";
    QTest::newRow("bytes") << call(global("_codecs", "encode"), {text("x"), text("latin1")});
    QTest::newRow("memo") << QByteArray("}q\1") + text("self") + QByteArray("h\1s"); // a circle
    QTest::newRow("short string") << QByteArray("U\3abc");
}

void UnpicklerTest::plainDataIsAccepted() {
    QFETCH(const QByteArray, value);
    const auto read = unpickle(pickle(value).toStdString());
    QVERIFY2(read.ok(), read.ok() ? "" : read.error().message.c_str());
}

void UnpicklerTest::everyOtherOpcodeIsRefused() {
    const QByteArray allowed =
        QByteArray("\x80.(N\x88\x89JKM\x8aGXU]})\x8ft\x85\x86\x87") + QByteArray("aesuhjqrcR\x81"
                                                                                 "bQ");
    QCOMPARE(allowed.size(), 34);
    for (int opcode = 0; opcode < 256; ++opcode) {
        // A protocol mark stands at the beginning only; here it counts as unknown.
        if (allowed.contains(static_cast<char>(opcode)) && opcode != 0x80) continue;
        const QByteArray bytes =
            pickle("(((}}}]]" + QByteArray(1, static_cast<char>(opcode)) + QByteArray(16, '\0'));
        const auto read = unpickle(bytes.toStdString());
        QVERIFY(!read.ok());
        QVERIFY2(QString::fromStdString(read.error().message).contains(QStringLiteral("the operation 0x")),
                 read.error().message.c_str());
    }
}

void UnpicklerTest::integersAreExact_data() {
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("expected");
    QTest::newRow("BININT") << QByteArray("J\xfe\xff\xff\xff") << qint64{-2};
    QTest::newRow("BININT1") << QByteArray("K\xff") << qint64{255};
    QTest::newRow("BININT2") << QByteArray("M\xff\xff") << qint64{65535};
    QTest::newRow("LONG1 of nothing") << QByteArray("\x8a\0", 2) << qint64{0};
    QTest::newRow("LONG1 -1") << QByteArray("\x8a\1\xff") << qint64{-1};
    QTest::newRow("LONG1 255") << QByteArray("\x8a\2\xff\0", 4) << qint64{255};
    QTest::newRow("LONG1 2^40") << QByteArray("\x8a\6\0\0\0\0\0\1", 8) << (qint64{1} << 40);
    QTest::newRow("LONG1 least") << QByteArray("\x8a\x08\0\0\0\0\0\0\0\x80", 10)
                                 << std::numeric_limits<qint64>::min();
}

void UnpicklerTest::integersAreExact() {
    QFETCH(const QByteArray, value);
    QFETCH(const qint64, expected);
    const auto read = unpickle(pickle(value).toStdString());
    QVERIFY(read.ok());
    QCOMPARE(read->root.kind, PickleValue::Kind::Int);
    QCOMPARE(static_cast<qint64>(read->root.number), expected);
}

void UnpicklerTest::copiesCannotMultiply() {
    // A dictionary of 5,000 entries, then 5,000 copies of it.
    QByteArray value = "}q\1(" + QByteArray("NN").repeated(5'000) + "u](";
    value += (global("collections", "Counter") + "h\1\x85R").repeated(5'000) + "e\x86";
    const PeakMemory memory;
    QVERIFY(!unpickle(pickle(value).toStdString()).ok());
    QVERIFY(memory.grownKiB() < PeakMemory::kLimitKiB);
}

void UnpicklerTest::memoCannotFillMemory() {
    const PeakMemory memory;
    const auto read = unpickle(pickle("}" + QByteArray("r\xff\xff\xff\xff")).toStdString());
    QVERIFY(read.ok());
    QVERIFY(memory.grownKiB() < 1024);
}

void UnpicklerTest::stackCannotFillMemory() {
    QVERIFY(!unpickle(pickle("(" + QByteArray(2'000'000, 'N') + "t").toStdString()).ok());
    QVERIFY(!unpickle(pickle(QByteArray(2'000'000, '(')).toStdString()).ok());
}

QTEST_GUILESS_MAIN(UnpicklerTest)
#include "test_unpickler.moc"
