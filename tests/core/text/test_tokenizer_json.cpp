#include "tests/core/text/fixtures.h"

#include <QTemporaryDir>

#include <functional>

using namespace rb::text;
using namespace rb::text::testing;

using Change = std::function<void(json&)>;
Q_DECLARE_METATYPE(Change)

namespace {

constexpr const char* kOpt = "tokenizers/bpe_opt/tokenizer.json";
constexpr const char* kBert = "tokenizers/bert/tokenizer.json";
constexpr const char* kT5 = "tokenizers/sentencepiece_t5/tokenizer.json";
const std::string kPattern = R"('s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+)";

TokenizerKind kindOf(const QByteArray& file) {
    return file == kOpt    ? TokenizerKind::ByteLevelBpe
           : file == kBert ? TokenizerKind::WordPiece
                           : TokenizerKind::SentencePiece;
}

json splitWith(const std::string& pattern) {
    return {
        {"type", "Sequence"},
        {"pretokenizers",
         {{{"type", "Split"}, {"pattern", {{"Regex", pattern}}}, {"behavior", "Isolated"}, {"invert", false}},
          {{"type", "ByteLevel"}, {"add_prefix_space", false}, {"use_regex", false}}}}};
}

/// One value of a good file, changed, and a part of the refusal.
struct Variant {
    const char* name;
    const char* file;
    const char* place;
    const char* value;
    const char* reason;
};

const Variant kRefused[] = {
    {"unknown pattern", kOpt, "/pre_tokenizer",
     R"({"type": "Sequence", "pretokenizers": [{"type": "Split", "pattern": {"Regex": "(a+)+$"},
         "behavior": "Isolated", "invert": false}, {"type": "ByteLevel", "use_regex": false}]})",
     "pattern other than GPT-2's"},
    {"unknown pre-tokenizer", kOpt, "/pre_tokenizer", R"({"type": "Digits"})", "unknown kind \"Digits\""},
    {"no pre-tokenizer", kOpt, "/pre_tokenizer", "null", "pre_tokenizer"},
    {"prefix space", kOpt, "/pre_tokenizer/add_prefix_space", "true", "add_prefix_space"},
    {"words not cut", kOpt, "/pre_tokenizer/use_regex", "false", "does not cut words"},
    {"normalizer for BPE", kOpt, "/normalizer", R"({"type": "NFC"})", "unknown kind \"NFC\""},
    {"decoder", kOpt, "/decoder", R"({"type": "Fuse"})", "unknown kind \"Fuse\""},
    {"post-processor", kOpt, "/post_processor", R"({"type": "Other"})", "unknown kind \"Other\""},
    {"template without ids", kOpt, "/post_processor/special_tokens", "{}", "does not say"},
    {"ignored merges", kOpt, "/model/ignore_merges", "true", "ignore_merges"},
    {"merge of one piece", kOpt, "/model/merges", R"(["ab"])", "merge 0"},
    {"negative id", kOpt, "/model/vocab/a", "-1", "has the id -1"},
    {"huge id", kOpt, "/model/vocab/a", "4000000000", "has the id 4000000000"},
    {"id twice", kOpt, "/model/vocab/a", "5", "stands twice"},
    {"fractional id", kOpt, "/model/vocab/a", "1.5", "whole number"},
    {"added id outside", kOpt, "/added_tokens/0/id", "4000000", "outside"},
    {"whole-word token", kOpt, "/added_tokens/0/single_word", "true", "whole word"},
    {"BERT normalizer", kBert, "/normalizer", R"({"type": "Lowercase"})", "not BERT's"},
    {"prefix of pieces", kBert, "/model/continuing_subword_prefix", R"("@@")", "##"},
    {"unknown token", kBert, "/model/unk_token", R"("[NONE]")", "lacks the unknown token"},
    {"longest word", kBert, "/model/max_input_chars_per_word", "1000000", "max_input_chars_per_word"},
    {"T5 normalizer", kT5, "/normalizer", R"({"type": "NFKC"})", "unknown step"},
    {"T5 replace pattern", kT5, "/normalizer",
     R"({"type": "Replace", "pattern": {"Regex": "(x+)+"}, "content": " "})", "unknown step"},
    {"not base64", kT5, "/normalizer/precompiled_charsmap", R"("%%%")", "character map"},
    {"short map", kT5, "/normalizer/precompiled_charsmap", R"("ALwCAA==")", "character map"},
    {"T5 words", kT5, "/pre_tokenizer", R"({"type": "Whitespace"})", "pre_tokenizer"},
    {"mark never prepended", kT5, "/pre_tokenizer/pretokenizers/1/prepend_scheme", R"("never")",
     "pre_tokenizer"},
    {"score is text", kT5, "/model/vocab/3/1", R"("x")", "piece 3"},
    {"no unknown piece", kT5, "/model/unk_id", "900", "unknown text"},
    {"bytes", kT5, "/model/byte_fallback", "true", "byte_fallback"},
};

/// One sentence, with a part of it.
void verifyRefused(const rb::Result<TokenizerPointer>& result, const char* reason) {
    QVERIFY(!result.ok());
    const std::string& message = result.error().message;
    QVERIFY2(isOneSentenceNaming(message, "tokenizer.json"), message.c_str());
    QVERIFY2(message.find(reason) != std::string::npos, message.c_str());
}

} // namespace

/// tokenizer.json is recognised by its known values; whatever else it holds is refused in words.
class TokenizerJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void variantIsRefused_data();
    void variantIsRefused();
    void longPiecesAreRefused();
    void variantOpensAlike_data();
    void variantOpensAlike();
    void badFileIsRefused_data();
    void badFileIsRefused();
    void wrongShapesNeverCrash_data();
    void wrongShapesNeverCrash();
    void otherKindIsRefused();
    void emptyFolderIsRefused();

private:
    rb::Result<TokenizerPointer> open(const std::string& content, TokenizerKind kind);
    QTemporaryDir m_folder;
};

rb::Result<TokenizerPointer> TokenizerJsonTest::open(const std::string& content, TokenizerKind kind) {
    if (!writeContent(m_folder.filePath(QStringLiteral("tokenizer.json")), content))
        return rb::Error{rb::ErrorCode::WriteFailed, "the test could not write its file."};
    return openTokenizer(fsPath(m_folder.path()), kind);
}

void TokenizerJsonTest::variantIsRefused_data() {
    QTest::addColumn<const Variant*>("variant");
    for (const Variant& variant : kRefused)
        QTest::newRow(variant.name) << &variant;
}

void TokenizerJsonTest::variantIsRefused() {
    QFETCH(const Variant*, variant);
    json root = fixture(variant->file);
    root[json::json_pointer(variant->place)] = json::parse(variant->value);
    verifyRefused(open(root.dump(), kindOf(variant->file)), variant->reason);
}

void TokenizerJsonTest::longPiecesAreRefused() {
    const std::string text(513, 'x');
    json root = fixture(kOpt);
    root["model"]["vocab"][text] = 800;
    verifyRefused(open(root.dump(), TokenizerKind::ByteLevelBpe), "512 bytes");
    root = fixture(kOpt);
    root["added_tokens"][0]["content"] = text;
    verifyRefused(open(root.dump(), TokenizerKind::ByteLevelBpe), "512 bytes");
}

void TokenizerJsonTest::variantOpensAlike_data() {
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Change>("change");
    const auto row = [](const char* name, const char* file, Change change) {
        QTest::newRow(name) << QByteArray(file) << std::move(change);
    };
    row("split with the known pattern", kOpt,
        [](json& root) { root["pre_tokenizer"] = splitWith(kPattern); });
    row("merges as texts", kOpt, [](json& root) {
        for (json& merge : root["model"]["merges"])
            if (merge.is_array()) merge = merge[0].get<std::string>() + " " + merge[1].get<std::string>();
    });
    row("processors in a sequence", kOpt, [](json& root) {
        root["post_processor"] = {{"type", "Sequence"},
                                  {"processors", {{{"type", "ByteLevel"}}, root["post_processor"]}}};
    });
    row("truncation and padding", kOpt, [](json& root) { root["truncation"] = {{"max_length", 4}}; });
    row("BERT template", kBert, [](json& root) {
        root["post_processor"] = {
            {"type", "TemplateProcessing"},
            {"single",
             {{{"SpecialToken", {{"id", "[CLS]"}}}},
              {{"Sequence", {{"id", "A"}}}},
              {{"SpecialToken", {{"id", "[SEP]"}}}}}},
            {"special_tokens", {{"[CLS]", {{"ids", {101}}}}, {"[SEP]", {{"ids", {102}}}}}}};
    });
    row("older Metaspace", kT5, [](json& root) {
        root["pre_tokenizer"]["pretokenizers"][1] = {
            {"type", "Metaspace"}, {"replacement", "▁"}, {"add_prefix_space", true}};
    });
    row("Metaspace alone", kT5, [](json& root) {
        root["pre_tokenizer"] = {
            {"type", "Metaspace"}, {"replacement", "▁"}, {"prepend_scheme", "always"}, {"split", true}};
        root["normalizer"] = {{"type", "Sequence"},
                              {"normalizers",
                               {root["normalizer"],
                                {{"type", "Strip"}, {"strip_left", false}, {"strip_right", true}},
                                {{"type", "Replace"}, {"pattern", {{"Regex", " {2,}"}}}, {"content", "▁"}}}}};
    });
}

void TokenizerJsonTest::variantOpensAlike() {
    QFETCH(const QByteArray, file);
    QFETCH(const Change, change);
    const TokenizerKind kind = kindOf(file);
    json root = fixture(file.constData());
    const auto plain = open(root.dump(), kind);
    QVERIFY(plain.ok());
    change(root);
    const auto variant = open(root.dump(), kind);
    QVERIFY2(variant.ok(), variant.ok() ? "" : variant.error().message.c_str());
    for (const json& entry :
         fixture((QByteArray(file).replace("tokenizer.json", "cases.json")).constData())) {
        const auto text = entry["text"].get<std::string>();
        // U+0085 is white space for WhitespaceSplit only.
        if (text.find("\u0085") == std::string::npos)
            COMPARE_IDS((*variant)->encode(text), (*plain)->encode(text));
    }
}

void TokenizerJsonTest::badFileIsRefused_data() {
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("reason");
    QTest::newRow("empty") << QByteArray() << QByteArray("not valid JSON");
    QTest::newRow("cut off") << QByteArray("{\"model\": {\"type\": \"BPE\"") << QByteArray("not valid JSON");
    QTest::newRow("list") << QByteArray("[]") << QByteArray("not an object");
    QTest::newRow("nothing in it") << QByteArray("{}") << QByteArray("expected BPE");
    QTest::newRow("deep") << QByteArray(100'000, '[') << QByteArray("deeper than 64");
    QTest::newRow("number out of range") << QByteArray("{\"model\": 1e999}") << QByteArray("not valid JSON");
    QTest::newRow("not UTF-8") << QByteArray("{\"model\": \"\xFF\"}") << QByteArray("not valid JSON");
}

void TokenizerJsonTest::badFileIsRefused() {
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, reason);
    verifyRefused(open(content.toStdString(), TokenizerKind::ByteLevelBpe), reason.constData());
}

void TokenizerJsonTest::wrongShapesNeverCrash_data() {
    QTest::addColumn<QByteArray>("file");
    for (const char* file : {kOpt, kT5})
        QTest::newRow(file) << QByteArray(file);
}

/// Every value of the file in turn becomes a value of another shape.
void TokenizerJsonTest::wrongShapesNeverCrash() {
    QFETCH(const QByteArray, file);
    const TokenizerKind kind = kindOf(file);
    json root = fixture(file.constData());
    // Few pieces and no character map, so that the many readings are quick.
    if (file == kOpt) {
        root["model"]["vocab"] = {{"<pad>", 1}, {"</s>", 2}, {"a", 5}, {"b", 6}, {"ab", 7}};
        root["model"]["merges"] = {{"a", "b"}, "a b"};
    } else {
        root["model"]["vocab"].erase(root["model"]["vocab"].begin() + 6, root["model"]["vocab"].end());
        root["normalizer"] = {{"type", "Sequence"},
                              {"normalizers",
                               {{{"type", "Strip"}, {"strip_left", false}, {"strip_right", true}},
                                {{"type", "Replace"}, {"pattern", {{"Regex", " {2,}"}}}, {"content", " "}}}}};
    }
    root["added_tokens"].erase(root["added_tokens"].begin() + 2, root["added_tokens"].end());
    QVERIFY(open(root.dump(), kind).ok());
    int tried = 0;
    const json places = root.flatten();
    for (const auto& [pointer, value] : places.items()) {
        for (json::json_pointer place(pointer); !place.empty(); place = place.parent_pointer(), ++tried)
            for (const json& other : {json(), json(7), json(-1), json("x"), json(true), json::array({json()}),
                                      json::object({{"type", 5}})}) {
                json changed = root;
                changed[place] = other;
                const auto result = open(changed.dump(), kind);
                if (result.ok())
                    (void)(*result)->encode("a dog</s> here");
                else
                    QVERIFY2(isOneSentenceNaming(result.error().message, "tokenizer.json"),
                             result.error().message.c_str());
            }
    }
    QVERIFY(tried > 20);
}

void TokenizerJsonTest::otherKindIsRefused() {
    const auto result = open(contentOf(dataPath(kOpt)), TokenizerKind::SentencePiece);
    QVERIFY(!result.ok());
    QVERIFY(result.error().message.find("expected Unigram") != std::string::npos);
}

void TokenizerJsonTest::emptyFolderIsRefused() {
    const QTemporaryDir folder;
    for (const auto kind :
         {TokenizerKind::WordPiece, TokenizerKind::ByteLevelBpe, TokenizerKind::SentencePiece}) {
        const auto result = openTokenizer(fsPath(folder.path()), kind);
        QVERIFY(!result.ok());
        QVERIFY(result.error().code == rb::ErrorCode::FileNotFound);
        QVERIFY(isOneSentenceNaming(result.error().message, folder.path().toStdString()));
    }
}

QTEST_GUILESS_MAIN(TokenizerJsonTest)
#include "test_tokenizer_json.moc"
