#include "tests/core/vlm/golden_model.h"

#include <QTemporaryDir>

using namespace rb;
using namespace rb::test;
using nlohmann::json;

/// 1e-4, relative where a negative length penalty multiplies the sum instead of dividing it.
static bool scoresAgree(double found, double expected) {
    return std::abs(found - expected) <= 1e-4 * std::max(1.0, std::abs(expected));
}

/// The reference's `max_length` and `min_length` as new tokens (README, "Counting in the options").
static vlm::GenerationOptions referenceOptions(const json& options, const std::string& language) {
    vlm::GenerationOptions result;
    result.numBeams = options.at("num_beams").get<int>();
    result.maxNewTokens = options.at("max_length").get<int>() - (language == "opt" ? 1 : 0);
    result.minNewTokens = std::max(0, options.at("min_length").get<int>() - 1);
    result.lengthPenalty = options.value("length_penalty", 1.0);
    result.repetitionPenalty = options.value("repetition_penalty", 1.0);
    result.numCaptions = options.value("num_captions", 1);
    return result;
}

static vlm::GenerationOptions huggingFaceOptions(const json& options) {
    vlm::GenerationOptions result;
    result.numBeams = options.value("num_beams", 1);
    result.maxNewTokens = options.value("max_new_tokens", 20);
    result.minNewTokens = options.value("min_new_tokens", 0);
    result.lengthPenalty = options.value("length_penalty", 1.0);
    result.repetitionPenalty = options.value("repetition_penalty", 1.0);
    result.noRepeatNgram = options.value("no_repeat_ngram_size", 0);
    result.numCaptions = options.value("num_return_sequences", 1);
    if (options.contains("early_stopping")) {
        const json& early = options.at("early_stopping");
        if (early == true) result.earlyStopping = vlm::EarlyStopping::WhenEnough;
        if (early == "never") result.earlyStopping = vlm::EarlyStopping::Never;
    }
    return result;
}

static std::string withoutOuterSpaces(const std::string& text) { return QString::fromStdString(text).trimmed().toStdString(); }

class DecodingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyCaseEqualsTheReference_data();
    void everyCaseEqualsTheReference();
    void everyCaseEqualsHuggingFace_data();
    void everyCaseEqualsHuggingFace();
    void huggingFaceStagesEqual_data();
    void huggingFaceStagesEqual();

private:
    struct Golden {
        json rows, texts, scores;
        std::size_t prefix = 0; ///< ids in front of the new ones
        std::vector<vlm::TokenId> shownPrompt = {}; ///< ids whose text stands in front of `texts`
    };
    void compare(const vlm::LoadedModel& model, const at::Tensor& softPrompt, const vlm::LanguagePrompt& prompt,
                 const vlm::GenerationOptions& options, const Golden& golden);
};

void DecodingTest::compare(const vlm::LoadedModel& model, const at::Tensor& softPrompt,
                           const vlm::LanguagePrompt& prompt, const vlm::GenerationOptions& options,
                           const Golden& golden) {
    const auto session = model.network->languageModel().start(prompt);
    vlm::GenerationContext context = model.generationContext(prompt.textIds);
    context.stopTestCountsBatch = true; // the goldens were made in batches
    const auto items = vlm::generate(*session, static_cast<std::size_t>(softPrompt.size(0)), options, context);
    QCOMPARE(items.size() * static_cast<std::size_t>(options.numCaptions), golden.rows.size());
    for (std::size_t row = 0; row < golden.rows.size(); ++row) {
        const auto captions = static_cast<std::size_t>(options.numCaptions);
        const vlm::Hypothesis& found = items[row / captions].at(row % captions);
        QCOMPARE(found.tokens, newTokens(golden.rows[row], golden.prefix, context.endToken, context.padToken));
        QCOMPARE(found.tokenScores.size(), found.tokens.size());
        if (!golden.texts.is_null() && golden.texts[row].is_string()) {
            const bool trimmed = model.source->config.convention == vlm::ScoringConvention::Reference;
            std::vector<vlm::TokenId> shown = golden.shownPrompt;
            shown.insert(shown.end(), found.tokens.begin(), found.tokens.end());
            const std::string text =
                trimmed ? model.captionText(found.tokens) : model.languageTokenizer->decode(shown, true);
            const auto wanted = golden.texts[row].get<std::string>();
            // transformers 4.28 left T5's outer spaces, 4.57 takes them away.
            QCOMPARE(trimmed ? text : withoutOuterSpaces(text), trimmed ? wanted : withoutOuterSpaces(wanted));
        }
        if (golden.scores.is_array() && golden.scores[row].is_number())
            QVERIFY(scoresAgree(found.score, golden.scores[row].get<double>()));
    }
}

void DecodingTest::everyCaseEqualsTheReference_data() {
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("index");
    for (const char* model : {"tiny-opt", "tiny-t5"})
        for (const char* file : {"generation.json", "upstream/image_generation.json"}) {
            const json cases = readJson(dataFolder() / "regionblip" / model / file);
            const json& list = cases.is_array() ? cases : cases.at("image");
            for (std::size_t i = 0; i < list.size(); ++i)
                QTest::addRow("%s %s %s %s", model, file, list[i].value("modality", "image").c_str(),
                              list[i].at("case").get<std::string>().c_str())
                    << QString::fromLatin1(model) << QString::fromLatin1(file) << static_cast<int>(i);
        }
}

void DecodingTest::everyCaseEqualsTheReference() {
    QFETCH(QString, model);
    QFETCH(QString, file);
    QFETCH(int, index);
    const std::filesystem::path folder = dataFolder() / "regionblip" / model.toStdString();
    const bool shipped = file.startsWith(QLatin1String("upstream"));
    vlm::ModelPaths paths;
    paths.model = folder;
    if (shipped) {
        const std::filesystem::path upstream = folder / "upstream";
        paths = {upstream / "blip2.pth",     upstream / "regionblip.pth", upstream / "llm",
                 upstream / "point_bert.pt", upstream / "bert",           {},
                 folder / "config.json",
                 {}};
    }
    const json all = readJson(folder / file.toStdString());
    const json golden = (all.is_array() ? all : all.at("image"))[static_cast<std::size_t>(index)];
    const vlm::LoadedModel& loaded = modelAt(paths);
    const std::string name = golden.value("modality", "image");
    const c10::InferenceMode inference;
    const auto soft = vlm::softPromptOf(*loaded.network, name, readGolden(folder / "inputs.safetensors"), nullptr);
    QVERIFY2(soft.ok(), soft.ok() ? "" : soft.error().message.c_str());
    compare(loaded, *soft, {*soft, loaded.promptIds(name), loaded.network->modality(name)->adapter, nullptr, name},
            referenceOptions(golden.at("options"), loaded.source->config.languageModel.type),
            {golden.at("token_ids"), golden.value("texts", json()), golden.value("sequence_scores", json()), 1});
}

/// The bfloat16 folders hold weights only; everything else is that of the float32 folder.
static std::filesystem::path completedFolder(const std::string& name) {
    const std::filesystem::path folder = dataFolder() / "hf_blip2" / name;
    const auto ending = name.rfind("-bf16");
    if (ending == std::string::npos) return folder;
    static QTemporaryDir completed;
    const std::filesystem::path target = completed.filePath(QString::fromStdString(name)).toStdString();
    if (std::filesystem::exists(target)) return target;
    std::filesystem::create_directory(target);
    for (const auto& file : std::filesystem::directory_iterator(folder)) std::filesystem::copy(file, target);
    for (const auto& file : std::filesystem::directory_iterator(dataFolder() / "hf_blip2" / name.substr(0, ending)))
        if (file.path().extension() != ".safetensors" && !std::filesystem::exists(target / file.path().filename()))
            std::filesystem::copy(file, target);
    return target;
}

static const char* kHuggingFaceFolders[] = {"blip2-opt", "blip2-t5", "hf5-opt", "hf5-t5", "hf5-opt-bf16", "hf5-t5-bf16"};

void DecodingTest::everyCaseEqualsHuggingFace_data() {
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("index");
    for (const char* folder : kHuggingFaceFolders) {
        const json cases = readJson(dataFolder() / "hf_blip2" / folder / "golden.json");
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::addRow("%s %s \"%s\"", folder, cases[i].at("case").get<std::string>().c_str(),
                          cases[i].at("prompt").get<std::string>().c_str())
                << QString::fromLatin1(folder) << static_cast<int>(i);
    }
}

void DecodingTest::everyCaseEqualsHuggingFace() {
    QFETCH(QString, folder);
    QFETCH(int, index);
    const std::filesystem::path path = completedFolder(folder.toStdString());
    const json golden = readJson(path / "golden.json")[static_cast<std::size_t>(index)];
    const vlm::LoadedModel& loaded = modelAt(path);
    auto inputs = readGolden(path / "golden.safetensors");
    if (inputs.find("pixel_values") == inputs.end()) {
        const auto plain = folder.chopped(5).toStdString(); // "hf5-opt-bf16" uses the pixels of "hf5-opt"
        inputs = readGolden(dataFolder() / "hf_blip2" / plain / "golden.safetensors");
    }
    const c10::InferenceMode inference;
    const auto soft = vlm::softPromptOf(*loaded.network, "image", inputs, nullptr);
    QVERIFY2(soft.ok(), soft.ok() ? "" : soft.error().message.c_str());
    const auto promptIds = loaded.promptIdsOf(golden.at("prompt").get<std::string>());
    std::size_t prefix = 1;
    if (loaded.source->config.languageModel.type == "opt")
        prefix = promptIds.size() + static_cast<std::size_t>(loaded.source->config.qformer.numQueryTokens);
    compare(loaded, *soft, {*soft, promptIds, loaded.network->modality("image")->adapter, nullptr, "image"},
            huggingFaceOptions(golden.at("options")),
            {golden.at("token_ids"), golden.value("texts", json()), golden.value("sequence_scores", json()), prefix,
             prefix > 1 ? promptIds : std::vector<vlm::TokenId>()});
}

void DecodingTest::huggingFaceStagesEqual_data() {
    QTest::addColumn<QString>("folder");
    for (const char* folder : {"blip2-opt", "blip2-t5", "hf5-opt", "hf5-t5"})
        QTest::newRow(folder) << QString::fromLatin1(folder);
}

void DecodingTest::huggingFaceStagesEqual() {
    QFETCH(QString, folder);
    const std::filesystem::path path = dataFolder() / "hf_blip2" / folder.toStdString();
    const vlm::LoadedModel& loaded = modelAt(path);
    const auto golden = readGolden(path / "golden.safetensors");
    const c10::InferenceMode inference;
    nn::Trace trace;
    QVERIFY(vlm::traceStages(*loaded.network, golden, {{"image", loaded.promptIdsOf("")}}, trace).ok());
    const std::pair<const char*, const char*> names[] = {
        {"vision.hidden.1", "vision.block.0"},         {"vision.last_hidden_state", "vision.ln_vision"},
        {"qformer.last_hidden_state", "image.query_output"}, {"language_projection", "image.soft_prompt"},
        {"language_model_inputs", "image.soft_prompt"}, {"logits.none", "image.llm.logits"},
        {"logits.0", "image.llm.logits"}};
    int compared = 0;
    for (const auto& [theirs, ours] : names) {
        const auto expected = golden.find(theirs);
        if (expected == golden.end()) continue;
        QVERIFY(matches(theirs, trace.tensors().at(ours), expected->second, 1e-4));
        ++compared;
    }
    QCOMPARE(compared, 5);
}

QTEST_GUILESS_MAIN(DecodingTest)
#include "test_decoding.moc"
