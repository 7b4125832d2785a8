#include "core/text/precompiled_charsmap.h"
#include "core/text/spiece_file.h"
#include "tests/core/text/fixtures.h"

#include <QTemporaryDir>

#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <random>

using namespace rb::text;
using namespace rb::text::testing;

namespace {

std::string varint(std::uint64_t value) {
    std::string bytes;
    for (; value >= 0x80; value >>= 7)
        bytes.push_back(static_cast<char>((value & 0x7F) | 0x80));
    bytes.push_back(static_cast<char>(value));
    return bytes;
}

std::string delimited(unsigned number, const std::string& bytes) {
    return varint(number << 3 | 2) + varint(bytes.size()) + bytes;
}

enum Kind : unsigned { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4 };

std::string piece(const std::string& text, Kind kind = Normal, float score = -1.0f) {
    const auto bits = std::bit_cast<std::array<char, 4>>(score);
    return delimited(1, delimited(1, text) + varint(2 << 3 | 5) + std::string(bits.data(), 4) +
                            varint(3 << 3) + varint(kind));
}

std::string smallModel(const std::string& more = {}) {
    return piece("<pad>", Control) + piece("</s>", Control) + piece("<unk>", Unknown) + piece("▁") +
           piece("a") + more;
}

std::string charsmap(const std::vector<std::uint32_t>& units, const std::string& forms) {
    const auto size = static_cast<std::uint32_t>(units.size() * 4);
    std::string blob(4 + size, '\0');
    std::memcpy(blob.data(), &size, 4);
    std::memcpy(blob.data() + 4, units.data(), size);
    return blob + forms;
}

} // namespace

/// What is checked before the SentencePiece library sees a model.
class SpieceFileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goodModelsOpen();
    void badModelIsRefused_data();
    void badModelIsRefused();
    void everyTruncationIsRefused();
    void mutatedModelsNeverCrash();
    void charsmapThatLeavesItsBoundsIsRefused();
    void charsmapWithTooManyMatchesIsRefused();

private:
    rb::Result<TokenizerPointer> open(const std::string& bytes);
    QTemporaryDir m_folder;
};

rb::Result<TokenizerPointer> SpieceFileTest::open(const std::string& bytes) {
    if (!writeContent(m_folder.filePath(QStringLiteral("spiece.model")), bytes))
        return rb::Error{rb::ErrorCode::WriteFailed, "the test could not write its file."};
    return openTokenizer(fsPath(m_folder.path()), TokenizerKind::SentencePiece);
}

void SpieceFileTest::goodModelsOpen() {
    const auto small = open(smallModel());
    QVERIFY2(small.ok(), small.ok() ? "" : small.error().message.c_str());
    COMPARE_IDS((*small)->encode("a"), (std::vector<TokenId>{3, 4, 1}));
    QCOMPARE((*small)->size(), 105);
    QVERIFY(open(contentOf(dataPath("tokenizers/sentencepiece_t5/spiece.model"))).ok());
    std::string nested, text;
    for (int i = 0; i < 64; ++i)
        nested += piece(text += 'b', UserDefined);
    const auto deep = open(smallModel(nested));
    QVERIFY(deep.ok());
    QCOMPARE((*deep)->encode(text).size(), std::size_t(3));
}

void SpieceFileTest::badModelIsRefused_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("reason");
    const auto row = [](const char* name, const std::string& bytes, const char* reason) {
        QTest::newRow(name) << QByteArray::fromStdString(bytes) << QByteArray(reason);
    };
    std::string nested, text;
    for (int i = 0; i < 65; ++i)
        nested += piece(text += 'b', UserDefined);
    row("empty", "", "no pieces");
    row("text", "this is not a protocol buffer", "damaged");
    row("no unknown piece", piece("a") + piece("</s>", Control), "no piece for unknown text");
    row("two unknown pieces", smallModel(piece("?", Unknown)), "two pieces for unknown text");
    row("no end token", piece("<unk>", Unknown) + piece("a"), "lacks </s>");
    row("piece of 513 bytes", smallModel(piece(std::string(513, 'x'))), "513 bytes");
    row("piece of 100 KB", smallModel(piece(std::string(100'000, 'x'))), "100000 bytes");
    row("empty piece", smallModel(piece("")), "0 bytes");
    row("zero byte in piece", smallModel(piece(std::string("a\0b", 3))), "is not text");
    row("piece that is not UTF-8", smallModel(piece("\xFF")), "is not text");
    row("score is no number", smallModel(piece("b", Normal, std::nanf(""))), "score");
    row("the same piece twice", smallModel(piece("a")), "already defined");
    row("user-defined pieces nested 65 deep", smallModel(nested), "64 deep");
    row("byte-pair model", smallModel(delimited(2, varint(3 << 3) + varint(2))), "unigram");
    row("length beyond the end", smallModel() + varint(1 << 3 | 2) + varint(1'000'000), "truncated");
    row("length near 2^64", smallModel() + varint(1 << 3 | 2) + varint(~0ull), "truncated");
    row("endless varint", smallModel() + std::string(11, '\xFF'), "truncated");
    row("group", smallModel() + varint(9 << 3 | 3), "truncated");
    row("character map of four bytes", smallModel(delimited(3, delimited(2, "abcd"))), "character map");
    row("second character map", smallModel(delimited(5, delimited(2, "abcd"))), "character map");
}

void SpieceFileTest::badModelIsRefused() {
    QFETCH(const QByteArray, bytes);
    QFETCH(const QByteArray, reason);
    const auto result = open(bytes.toStdString());
    QVERIFY(!result.ok());
    QVERIFY2(isOneSentenceNaming(result.error().message, "spiece.model"), result.error().message.c_str());
    QVERIFY2(result.error().message.find(reason.toStdString()) != std::string::npos,
             result.error().message.c_str());
}

void SpieceFileTest::everyTruncationIsRefused() {
    const std::string whole = smallModel();
    for (std::size_t length = 0; length < whole.size(); ++length) {
        const auto result = open(whole.substr(0, length));
        // A cut between two pieces leaves a smaller whole model.
        if (result.ok()) QCOMPARE((*result)->encode("").back(), 1);
    }
    const std::string real = contentOf(dataPath("tokenizers/sentencepiece_t5/spiece.model"));
    for (std::size_t length = 9; length < real.size(); length += 8191)
        QVERIFY(!open(real.substr(0, length)).ok());
}

void SpieceFileTest::mutatedModelsNeverCrash() {
    const std::string real = contentOf(dataPath("tokenizers/sentencepiece_t5/spiece.model"));
    std::mt19937 random(1);
    for (int round = 0; round < 60; ++round) {
        std::string bytes = real;
        for (int i = 0; i < 1 + round % 8; ++i)
            bytes[random() % bytes.size()] = static_cast<char>(random());
        const auto result = open(bytes);
        if (result.ok())
            (void)(*result)->encode("A caf\u00E9 \u2460 \uFB01 of two dogs");
        else
            QVERIFY2(isOneSentenceNaming(result.error().message, "spiece.model"),
                     result.error().message.c_str());
    }
}

// Units as Darts-clone lays them out: the label in the low byte, 0x100 for an entry, the offset from bit 10.
void SpieceFileTest::charsmapThatLeavesItsBoundsIsRefused() {
    std::vector<std::uint32_t> units(256, 0xFFu | 0x80000000u);
    units[0] = 1u << 10;
    QVERIFY(PrecompiledCharsmap::from(charsmap(units, std::string(1, '\0'))));
    QVERIFY(!PrecompiledCharsmap::from(charsmap(units, "")));
    QVERIFY(!PrecompiledCharsmap::from(
        charsmap(std::vector<std::uint32_t>(255, units[1]), std::string(1, '\0'))));
    units[0] = 256u << 10; // the root points behind the array
    QVERIFY(!PrecompiledCharsmap::from(charsmap(units, std::string(1, '\0'))));
    units[0] = 1u << 10;
    units[1 ^ 'a'] = 'a' | 1024u << 10; // a child points behind the array
    QVERIFY(!PrecompiledCharsmap::from(charsmap(units, std::string(1, '\0'))));
    units[1 ^ 'a'] = 'a' | static_cast<std::uint32_t>('a') << 10; // a child points back to its parent
    QVERIFY(!PrecompiledCharsmap::from(charsmap(units, std::string(1, '\0'))));
    units[1 ^ 'a'] = 'a' | 0x100u | 2u << 10; // an entry whose form lies behind the forms
    units[1 ^ 'a' ^ 2] = 0x80000000u | 7u;
    QVERIFY(!PrecompiledCharsmap::from(charsmap(units, std::string(1, '\0'))));
    units[1 ^ 'a' ^ 2] = 0x80000000u;
    const auto map = PrecompiledCharsmap::from(charsmap(units, std::string("b\0", 2)));
    QVERIFY(map);
    QCOMPARE(map->normalised("xa"), std::string("xb"));
}

/// A trie of `depth` entries, each the beginning of the next: "a", "aa", …
static std::vector<std::uint32_t> chain(std::size_t depth) {
    std::vector<std::uint32_t> units(256 * (depth + 2), 0xFFu | 0x80000000u);
    const auto offset = [](std::size_t value) { return static_cast<std::uint32_t>(value) << 10; };
    units[0] = offset(256);
    for (std::size_t level = 0; level < depth; ++level) {
        const std::size_t node = 256 * (level + 1), child = node ^ 'a', next = 256 * (level + 2);
        units[child] = 'a' | 0x100u | offset(child ^ next);
        units[next] = 0x80000000u;
    }
    return units;
}

void SpieceFileTest::charsmapWithTooManyMatchesIsRefused() {
    QVERIFY(PrecompiledCharsmap::from(charsmap(chain(32), std::string("b\0", 2))));
    QVERIFY(!PrecompiledCharsmap::from(charsmap(chain(33), std::string("b\0", 2))));
}

QTEST_GUILESS_MAIN(SpieceFileTest)
#include "test_spiece_file.moc"
