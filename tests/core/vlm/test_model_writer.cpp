#include "core/vlm/model_writer.h"

#include "core/base/sha256.h"
#include "core/vlm/source/element_conversion.h"
#include "tests/core/vlm/model_folders.h"

#include <QTemporaryDir>

#include <bit>
#include <cmath>
#include <limits>

using namespace rb;
using namespace rb::vlm;
using namespace rb::test;
using checkpoint::DType;

namespace {

ModelPaths pathsOf(const std::string& tag) {
    if (tag == "embedded") return at(embeddedModel());
    if (tag.rfind("upstream ", 0) == 0) return upstreamOf(tag.substr(9));
    return at(testData(tag));
}

std::string bytesOfFloat(float value) { return {reinterpret_cast<const char*>(&value), sizeof value}; }

std::uint16_t sixteenBits(const std::string& bytes) {
    std::uint16_t bits = 0;
    std::memcpy(&bits, bytes.data(), sizeof bits);
    return bits;
}

} // namespace

class TestModelWriter : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aCopyIsBitEqual_data();
    void aCopyIsBitEqual();
    void theCardTellsWhatTheFolderIs();
    void numbersAreRoundedToNearestEven_data();
    void numbersAreRoundedToNearestEven();
    void halfPrecisionGoesAndComesBack();
    void weightsAreStoredInTheTypeAskedFor();
    void whatATypeCannotHoldIsRefused();
    void folderInUseIsRefused();
    void modelWithoutTokenizerIsRefused();
    void stoppingLeavesNothing();

private:
    std::filesystem::path newFolder() { return m_folder.path().toStdString() + "/" + std::to_string(m_count++); }

    QTemporaryDir m_folder;
    int m_count = 0;
};

void TestModelWriter::aCopyIsBitEqual_data() {
    QTest::addColumn<int>("files");
    QTest::newRow("regionblip/tiny-opt") << 5;
    QTest::newRow("regionblip/tiny-t5") << 3;
    QTest::newRow("embedded") << 5;
    QTest::newRow("upstream tiny-opt") << 5;
    QTest::newRow("upstream tiny-t5") << 3;
    QTest::newRow("hf_blip2/blip2-opt") << 5;
    QTest::newRow("hf_blip2/blip2-t5") << 4;
    QTest::newRow("hf_blip2/hf5-opt-bf16") << 2;
    QTest::newRow("hf_blip2/hf5-t5") << 2;
}

void TestModelWriter::aCopyIsBitEqual() {
    const auto source = openModelSource(pathsOf(QTest::currentDataTag()));
    QVERIFY2(source.ok(), source.ok() ? "" : source.error().message.c_str());
    const std::filesystem::path folder = newFolder();
    std::size_t reports = 0;
    WriteOptions options;
    options.progress = [&](std::size_t done, std::size_t total, const std::string& name) {
        QCOMPARE(done, reports++);
        QCOMPARE(total, source->tensors.size());
        QVERIFY(source->tensors.count(name) == 1);
    };
    const Status written = writeModelFolder(*source, folder, options);
    QVERIFY2(written.ok(), written.ok() ? "" : written.error().message.c_str());
    QCOMPARE(reports, source->tensors.size());
    const auto copy = openModelSource(at(folder));
    QVERIFY2(copy.ok(), copy.ok() ? "" : copy.error().message.c_str());
    QCOMPARE(QString::fromStdString(toJson(copy->config)), QString::fromStdString(toJson(source->config)));
    QCOMPARE(copy->name, source->name);
    QCOMPARE(copy->missing, source->missing);
    QVERIFY(copy->unused.empty());
    QCOMPARE(copy->tensors.size(), source->tensors.size());
    for (const auto& [name, ref] : source->tensors) {
        QVERIFY2(copy->shapeOf(name) == source->shapeOf(name), name.c_str());
        QVERIFY2(bytesOf(*copy, name) == bytesOf(*source, name), name.c_str());
    }
    int files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder / "tokenizer")) {
        ++files;
        const auto name = entry.path().filename();
        const bool bert = name == "vocab.txt";
        QCOMPARE(contentOf(entry.path()),
                 contentOf((bert ? source->bertTokenizerFolder : source->languageTokenizerFolder) / name));
    }
    QTEST(files, "files");
    QVERIFY(!std::filesystem::exists(folder.string() + ".partial"));
}

void TestModelWriter::theCardTellsWhatTheFolderIs() {
    const auto source = openModelSource(at(testData("regionblip/tiny-opt")));
    QVERIFY(source.ok());
    WriteOptions options;
    options.name = "harbour";
    options.licence = "CC0-1.0";
    options.source = "made up";
    options.date = "2026-01-31";
    options.dtype = DType::BF16;
    const std::filesystem::path folder = newFolder() / "";
    QVERIFY(writeModelFolder(*source, folder, options).ok());
    const nlohmann::json card = jsonOf(folder / "model.json");
    const auto text = [&card](const char* key) { return card.at(key).get<std::string>(); };
    QCOMPARE(text("name"), "harbour");
    QCOMPARE(text("licence"), "CC0-1.0");
    QCOMPARE(text("source"), "made up");
    QCOMPARE(text("date"), "2026-01-31");
    QCOMPARE(text("stored"), "bfloat16");
    QCOMPARE(text("sha256"), *sha256OfFile(folder / "model.safetensors"));
    QCOMPARE(openModelSource(at(folder))->name, "harbour");
}

void TestModelWriter::numbersAreRoundedToNearestEven_data() {
    QTest::addColumn<float>("value");
    QTest::addColumn<int>("half");
    QTest::addColumn<int>("brain");
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    QTest::newRow("zero") << 0.0f << 0x0000 << 0x0000;
    QTest::newRow("minus zero") << -0.0f << 0x8000 << 0x8000;
    QTest::newRow("one") << 1.0f << 0x3c00 << 0x3f80;
    QTest::newRow("minus two") << -2.0f << 0xc000 << 0xc000;
    QTest::newRow("third") << 1.0f / 3 << 0x3555 << 0x3eab;
    QTest::newRow("largest half") << 65504.0f << 0x7bff << 0x4780;
    QTest::newRow("below the largest's tie") << 65519.0f << 0x7bff << 0x4780;
    QTest::newRow("smallest normal half") << std::ldexp(1.0f, -14) << 0x0400 << 0x3880;
    QTest::newRow("largest subnormal half") << std::ldexp(1023.0f, -24) << 0x03ff << 0x3880;
    QTest::newRow("smallest subnormal half") << std::ldexp(1.0f, -24) << 0x0001 << 0x3380;
    QTest::newRow("half of it, to even") << std::ldexp(1.0f, -25) << 0x0000 << 0x3300;
    QTest::newRow("three halves of it, to even") << std::ldexp(3.0f, -25) << 0x0002 << 0x33c0;
    QTest::newRow("just over half of it") << std::ldexp(1.01f, -25) << 0x0001 << 0x3301;
    QTest::newRow("tie down, half") << 1.0f + std::ldexp(1.0f, -11) << 0x3c00 << 0x3f80;
    QTest::newRow("tie up, half") << 1.0f + std::ldexp(3.0f, -11) << 0x3c02 << 0x3f80;
    QTest::newRow("tie down, brain") << 1.0f + std::ldexp(1.0f, -8) << 0x3c04 << 0x3f80;
    QTest::newRow("tie up, brain") << 1.0f + std::ldexp(3.0f, -8) << 0x3c0c << 0x3f82;
    QTest::newRow("carry into the exponent") << 1.9999f << 0x4000 << 0x4000;
    QTest::newRow("infinity") << kInfinity << 0x7c00 << 0x7f80;
    QTest::newRow("minus infinity") << -kInfinity << 0xfc00 << 0xff80;
}

void TestModelWriter::numbersAreRoundedToNearestEven() {
    QFETCH(float, value);
    const auto half = convertElements(bytesOfFloat(value), DType::F32, DType::F16);
    const auto brain = convertElements(bytesOfFloat(value), DType::F32, DType::BF16);
    QVERIFY(half.ok() && brain.ok());
    QTEST(static_cast<int>(sixteenBits(*half)), "half");
    QTEST(static_cast<int>(sixteenBits(*brain)), "brain");
}

void TestModelWriter::halfPrecisionGoesAndComesBack() {
    for (const DType dtype : {DType::F16, DType::BF16})
        for (std::uint32_t bits = 0; bits <= 0xffff; ++bits) {
            const auto narrow = static_cast<std::uint16_t>(bits);
            const auto wide = convertElements({reinterpret_cast<const char*>(&narrow), 2}, dtype, DType::F32);
            QVERIFY(wide.ok());
            const auto back = convertElements(*wide, DType::F32, dtype);
            QVERIFY(back.ok());
            float value = 0;
            std::memcpy(&value, wide->data(), sizeof value);
            const bool sameNumber = sixteenBits(*back) == narrow;
            QVERIFY2(sameNumber || std::isnan(value), qPrintable(QString::number(bits, 16)));
        }
}

void TestModelWriter::weightsAreStoredInTheTypeAskedFor() {
    const auto source = openModelSource(at(embeddedModel()));
    QVERIFY(source.ok());
    WriteOptions options;
    options.dtype = DType::F32;
    const std::filesystem::path wide = newFolder();
    QVERIFY(writeModelFolder(*source, wide, options).ok());
    const auto wideSource = openModelSource(at(wide));
    QVERIFY(wideSource.ok());
    options.dtype = DType::BF16; // the embedded model's own
    const std::filesystem::path narrow = newFolder();
    QVERIFY(writeModelFolder(*wideSource, narrow, options).ok());
    const auto narrowSource = openModelSource(at(narrow));
    QVERIFY(narrowSource.ok());
    for (const auto& [name, ref] : source->tensors) {
        QVERIFY(wideSource->shapeOf(name)->first == DType::F32);
        QVERIFY2(bytesOf(*narrowSource, name) == bytesOf(*source, name), name.c_str());
    }
}

void TestModelWriter::whatATypeCannotHoldIsRefused() {
    const std::filesystem::path large = newFolder();
    copyModel(testData("regionblip/tiny-opt"), large);
    TestTensors tensors = tensorsOf(large / "model.safetensors");
    tensors.at("ln_vision.bias").bytes.replace(4, 4, bytesOfFloat(-70000.0f));
    writeTensors(large / "model.safetensors", tensors);
    const auto source = openModelSource(at(large));
    QVERIFY(source.ok());
    WriteOptions options;
    options.dtype = DType::F16;
    const std::filesystem::path folder = newFolder();
    const Status written = writeModelFolder(*source, folder, options);
    QVERIFY(!written.ok());
    QVERIFY(written.error().code == ErrorCode::InvalidArgument);
    const QString message = said(written.error());
    QVERIFY2(message.startsWith(QStringLiteral("ln_vision.bias holds -70000.0")) && isSentence(message),
             written.error().message.c_str());
    QVERIFY(!std::filesystem::exists(folder) && !std::filesystem::exists(folder.string() + ".partial"));
    options.dtype = DType::BF16;
    QVERIFY(writeModelFolder(*source, folder, options).ok());
    options.dtype = DType::I8;
    QVERIFY(!writeModelFolder(*source, newFolder(), options).ok());
}

void TestModelWriter::folderInUseIsRefused() {
    const auto source = openModelSource(at(testData("regionblip/tiny-opt")));
    QVERIFY(source.ok());
    const std::filesystem::path folder = newFolder();
    std::filesystem::create_directories(folder);
    writeContent(folder / "mine.txt", "mine");
    QVERIFY(!writeModelFolder(*source, folder).ok());
    QCOMPARE(contentOf(folder / "mine.txt"), QByteArray("mine"));
    std::filesystem::remove(folder / "mine.txt");
    std::filesystem::create_directories(folder.string() + ".partial");
    QVERIFY(!writeModelFolder(*source, folder).ok());
    QVERIFY(std::filesystem::exists(folder.string() + ".partial"));
    std::filesystem::remove(folder.string() + ".partial");
    QVERIFY(writeModelFolder(*source, folder).ok());
    QVERIFY(std::filesystem::exists(folder / "config.json"));
}

void TestModelWriter::modelWithoutTokenizerIsRefused() {
    const auto source = openModelSource(at(testData("hf_blip2/hf5-t5-bf16")));
    QVERIFY(source.ok());
    const std::filesystem::path folder = newFolder();
    const Status written = writeModelFolder(*source, folder);
    QVERIFY(!written.ok());
    QVERIFY(written.error().code == ErrorCode::ModelIncomplete);
    QVERIFY(said(written.error()).contains(QStringLiteral("hf5-t5-bf16 holds no tokenizer")));
    QVERIFY(!std::filesystem::exists(folder) && !std::filesystem::exists(folder.string() + ".partial"));
}

void TestModelWriter::stoppingLeavesNothing() {
    const auto source = openModelSource(at(testData("regionblip/tiny-opt")));
    QVERIFY(source.ok());
    std::stop_source stop;
    WriteOptions options;
    options.stop = stop.get_token();
    options.progress = [&](std::size_t done, std::size_t, const std::string&) {
        if (done == 40) stop.request_stop();
    };
    const std::filesystem::path folder = newFolder();
    const Status written = writeModelFolder(*source, folder, options);
    QVERIFY(!written.ok());
    QVERIFY(written.error().code == ErrorCode::Cancelled);
    QVERIFY(!std::filesystem::exists(folder) && !std::filesystem::exists(folder.string() + ".partial"));
}

QTEST_GUILESS_MAIN(TestModelWriter)
#include "test_model_writer.moc"
