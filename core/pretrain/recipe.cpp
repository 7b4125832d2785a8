#include "core/pretrain/recipe.h"

#include "core/vlm/source/json_fields.h"

#include <algorithm>

namespace rb::pretrain {
namespace {

using nlohmann::json;
using vlm::JsonFields;

constexpr vlm::IntegerRange kCount{1, 1'000'000'000};
constexpr vlm::NumberRange kShare{-1e-9, 1e6};

void readPicture(synthetic::PictureOptions& picture, JsonFields& fields) {
    const auto range = [&fields](const char* key, double least, double most) { return fields.numbers(key, 2, {least, most}); };
    const auto objects = range("objects", picture.minObjects, picture.maxObjects);
    const auto size = range("size", picture.minSize, picture.maxSize);
    const auto few = range("size_of_few", picture.minFewSize, picture.maxFewSize);
    if (objects.size() != 2 || size.size() != 2 || few.size() != 2) return;
    picture.minObjects = static_cast<int>(objects[0]);
    picture.maxObjects = static_cast<int>(objects[1]);
    picture.minSize = size[0], picture.maxSize = size[1];
    picture.minFewSize = few[0], picture.maxFewSize = few[1];
}

SceneShare readShare(JsonFields fields, std::size_t names) {
    SceneShare share;
    share.share = fields.number("share", kShare, 1.0);
    share.scenes = static_cast<std::size_t>(fields.integer("scenes", {1, 10'000}));
    share.picture.names = names;
    readPicture(share.picture, fields);
    return share;
}

void readTerms(train::LossWeights& terms, JsonFields fields) {
    const std::pair<const char*, double*> known[] = {{"itc", &terms.itc}, {"itm", &terms.itm},     {"itg", &terms.itg}, {"llm", &terms.llm},
                                                     {"reg", &terms.reg}, {"patch", &terms.patch}, {"name", &terms.name}};
    for (const auto& [name, weight] : known) *weight = fields.number(name, kShare, 0.0);
}

std::vector<std::string> strings(const json& object, const char* key) {
    std::vector<std::string> values;
    if (const auto found = object.find(key); found != object.end() && found->is_array())
        for (const json& value : *found)
            if (value.is_string()) values.push_back(value.get<std::string>());
    return values;
}

Result<Phase> readPhase(const json& object, std::size_t names, const std::filesystem::path& file) {
    JsonFields fields(object, file);
    Phase phase;
    phase.name = fields.text("name");
    phase.steps = fields.integer("steps", kCount);
    readTerms(phase.terms, fields.object("terms"));
    phase.learningRate = fields.number("learning_rate", {0, 1});
    phase.minimumRate = fields.number("minimum_rate", {-1e-9, 1}, phase.minimumRate);
    phase.warmup = fields.number("warmup", {-1e-9, 1}, phase.warmup);
    phase.dropout = fields.number("dropout", {-1e-9, 1}, 0.0);
    phase.batchStatistics = fields.boolean("batch_statistics", false);
    phase.captions = fields.boolean("captions", true);
    phase.frozen = strings(object, "frozen");
    JsonFields data = fields.object("data");
    for (const std::string& modality : data.keys()) phase.data[modality] = readShare(data.object(modality.c_str()), names);
    phase.text = object.dump();
    if (!fields.status().ok()) return fields.status().error();
    if (phase.data.empty()) return Error{ErrorCode::FileInvalid, file.string() + ": the phase " + phase.name + " shows nothing; give it data."};
    return phase;
}

void readHead(Recipe& recipe, JsonFields& fields, const std::filesystem::path& file) {
    recipe.name = fields.text("name");
    recipe.licence = fields.text("licence", "");
    recipe.source = fields.text("source", "");
    recipe.objects = file.parent_path() / fields.text("objects");
    recipe.names = static_cast<std::size_t>(fields.integer("names", {1, 100'000}));
    recipe.seed = static_cast<std::uint64_t>(fields.integer("seed", {0, kCount.most}));
    recipe.boxJitter = fields.number("box_jitter", {-1e-9, 0.5}, recipe.boxJitter);
    recipe.weightDecay = fields.number("weight_decay", {-1e-9, 1}, recipe.weightDecay);
    recipe.beta1 = fields.number("beta1", {0, 1}, recipe.beta1);
    recipe.beta2 = fields.number("beta2", {0, 1}, recipe.beta2);
    recipe.clip = fields.number("clip", {-1e-9, 1e6}, recipe.clip);
    recipe.checkpointEvery = fields.integer("checkpoint_every", kCount, recipe.checkpointEvery);
    JsonFields vocabulary = fields.object("vocabulary");
    recipe.texts = static_cast<std::size_t>(vocabulary.integer("texts", {100, 10'000'000}));
    recipe.pieces = static_cast<std::size_t>(vocabulary.integer("pieces", {300, 100'000}));
    recipe.wordPieces = static_cast<std::size_t>(vocabulary.integer("word_pieces", {100, 100'000}));
    JsonFields styles = fields.object("styles");
    for (const std::string& style : styles.keys()) recipe.styles[style] = styles.number(style.c_str(), kShare);
}

/// What no single field tells: styles and modalities are those that there are.
Status checkNames(const Recipe& recipe, const json& config, const std::filesystem::path& file) {
    for (const auto& [name, share] : recipe.styles)
        if (const auto style = synthetic::captionStyleNamed(name); !style.ok()) return style.error();
    if (recipe.styles.empty()) return Error{ErrorCode::FileInvalid, file.string() + ": styles names no style; plain would do."};
    for (const Phase& phase : recipe.phases)
        for (const auto& [modality, share] : phase.data)
            if (!config.contains("modalities") || !config["modalities"].contains(modality))
                return Error{ErrorCode::FileInvalid, file.string() + ": the phase " + phase.name + " shows " + modality + ", which the config has not."};
    return {};
}

} // namespace

std::int64_t Recipe::steps() const {
    std::int64_t steps = 0;
    for (const Phase& phase : phases) steps += phase.steps;
    return steps;
}

std::pair<const Phase*, std::int64_t> Recipe::phaseAt(std::int64_t step) const {
    std::int64_t first = 0;
    for (const Phase& phase : phases) {
        if (step < first + phase.steps || &phase == &phases.back()) return {&phase, first};
        first += phase.steps;
    }
    return {nullptr, 0};
}

Result<Recipe> readRecipe(const std::filesystem::path& file) {
    const Result<json> read = vlm::readJsonObject(file);
    if (!read.ok()) return read.error();
    json object = *read;
    Recipe recipe;
    JsonFields fields(*read, file);
    readHead(recipe, fields, file);
    if (!fields.status().ok()) return fields.status().error();
    const auto phases = object.find("phases"), config = object.find("config");
    if (phases == object.end() || !phases->is_array() || phases->empty() || config == object.end() || !config->is_object())
        return Error{ErrorCode::FileInvalid, file.string() + ": a recipe has a \"config\" and a list of \"phases\"."};
    recipe.config = config->dump();
    for (const json& phase : *phases) {
        Result<Phase> one = readPhase(phase, recipe.names, file);
        if (!one.ok()) return one.error();
        recipe.phases.push_back(std::move(*one));
    }
    if (Status checked = checkNames(recipe, *config, file); !checked.ok()) return checked.error();
    object.erase("phases");
    recipe.text = object.dump();
    return recipe;
}

} // namespace rb::pretrain
