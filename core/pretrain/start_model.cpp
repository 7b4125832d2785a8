#include "core/pretrain/start_model.h"

#include "core/base/durable_file.h"
#include "core/base/partial_folder.h"
#include "core/pretrain/fresh_weights.h"
#include "core/pretrain/scene_batches.h"
#include "core/text/vocabulary_learning.h"
#include "core/vlm/preprocess.h"
#include "core/vlm/tensor_files.h"

#include <ATen/ATen.h>
#include <nlohmann/json.hpp>

namespace rb::pretrain {
namespace {

namespace fs = std::filesystem;
using nlohmann::ordered_json;

constexpr std::size_t kPatchPictures = 400;
constexpr const char* kOptReserved[] = {"<s>", "<pad>", "</s>", "<unk>"};

// Captions that people write later have other words than the scenes'; none shall be unknown.
constexpr const char* kAlphabet = "a b c d e f g h i j k l m n o p q r s t u v w x y z 0 1 2 3 4 5 6 7 8 9 . , ' ? ! - / & % ( )";

/// Ids by piece, as `vocab.json` has them.
ordered_json idsOf(const std::vector<std::string>& pieces) {
    ordered_json ids = ordered_json::object();
    for (std::size_t id = 0; id < pieces.size(); ++id) ids[pieces[id]] = id;
    return ids;
}

Status writeBpe(const text::LearntBpe& learnt, const fs::path& folder) {
    std::string merges = "#version: 0.2\n";
    for (const auto& [left, right] : learnt.merges) merges += left + " " + right + "\n";
    const ordered_json special{{"unk_token", "</s>"}, {"bos_token", "</s>"}, {"eos_token", "</s>"}, {"pad_token", "<pad>"}};
    ordered_json config{{"tokenizer_class", "GPT2Tokenizer"}, {"errors", "replace"}, {"add_bos_token", true}, {"add_prefix_space", false}};
    config.update(special);
    if (Status s = replaceFile(folder / "vocab.json", idsOf(learnt.pieces).dump()); !s.ok()) return s;
    if (Status s = replaceFile(folder / "merges.txt", merges); !s.ok()) return s;
    if (Status s = replaceFile(folder / "special_tokens_map.json", special.dump()); !s.ok()) return s;
    return replaceFile(folder / "tokenizer_config.json", config.dump());
}

Status writeWordPieces(const std::vector<std::string>& pieces, const fs::path& folder) {
    std::string lines;
    for (const std::string& piece : pieces) lines += piece + "\n";
    return replaceFile(folder / "vocab.txt", lines);
}

/// Ids of the specials follow from the vocabularies: `[DEC]` is the word behind the last.
Result<std::string> configFor(const Recipe& recipe, const text::LearntBpe& bpe, const std::vector<std::string>& words) {
    ordered_json config = ordered_json::parse(recipe.config, nullptr, false);
    if (!config.contains("qformer") || !config.contains("language_model"))
        return Error{ErrorCode::FileInvalid, "The recipe's config has no qformer or language_model."};
    const ordered_json ids = idsOf(bpe.pieces);
    ordered_json &qformer = config["qformer"], &language = config["language_model"];
    qformer["vocab_size"] = words.size() + 1;
    qformer["bos_token_id"] = words.size();
    qformer["pad_token_id"] = 0;
    qformer["cls_token_id"] = 2;
    language["vocab_size"] = bpe.pieces.size();
    language["bos_token_id"] = 2;
    language["pad_token_id"] = 1;
    language["eos_token_id"] = ids.at("\u010a"); // the line feed
    return config.dump(1);
}

/// Patches of pictures of the first phase, `[M, 3·p·p]`.
at::Tensor patchesOf(const Recipe& recipe, const synthetic::GlyphSet& glyphs, const vlm::ModelConfig& config) {
    synthetic::PictureOptions options;
    for (const auto& [modality, share] : recipe.phases.front().data) options = share.picture;
    options.names = recipe.names;
    const std::int64_t p = config.vision.patchSize, side = config.vision.imageSize / p;
    std::vector<at::Tensor> patches;
    for (std::size_t i = 0; i < kPatchPictures; ++i) {
        const at::Tensor pixels = vlm::pixelsOf(synthetic::makePicture(glyphs, options, recipe.seed, i).image, config);
        patches.push_back(pixels.view({3, side, p, side, p}).permute({1, 3, 0, 2, 4}).reshape({side * side, 3 * p * p}));
    }
    return at::cat(patches);
}

} // namespace

Status makeStartModel(const Recipe& recipe, const synthetic::GlyphSet& glyphs, const fs::path& folder) {
    PartialFolder partial(folder);
    std::error_code ignored;
    fs::remove_all(fs::path(folder).concat(".partial"), ignored); // of a killed run
    if (Status created = partial.create(); !created.ok()) return created;
    const fs::path tokenizer = partial.path() / "tokenizer";
    std::error_code error;
    if (!fs::create_directory(tokenizer, error)) return writeFailed(tokenizer, error);
    std::vector<std::string> texts = sceneTexts(recipe, glyphs, recipe.texts);
    const text::LearntBpe bpe = text::learnByteLevelBpe(texts, {std::begin(kOptReserved), std::end(kOptReserved)}, recipe.pieces);
    texts.emplace_back(kAlphabet);
    const std::vector<std::string> words = text::learnWordPieces(texts, recipe.wordPieces);
    if (Status written = writeBpe(bpe, tokenizer); !written.ok()) return written;
    if (Status written = writeWordPieces(words, tokenizer); !written.ok()) return written;
    const Result<std::string> configText = configFor(recipe, bpe, words);
    if (!configText.ok()) return configText.error();
    if (Status written = replaceFile(partial.path() / "config.json", *configText); !written.ok()) return written;
    const auto config = vlm::readModelConfig(partial.path() / "config.json");
    if (!config.ok()) return config.error();
    const auto weights = freshWeights(*config, patchesOf(recipe, glyphs, *config), recipe.seed);
    if (Status written = vlm::writeTensors(partial.path() / "model.safetensors", weights, {{"format", "regionblip"}}); !written.ok()) return written;
    return partial.finish();
}

} // namespace rb::pretrain
