#include "core/pretrain/scene_batches.h"

#include "core/pretrain/patch_names.h"
#include "core/synthetic/furniture.h"
#include "core/synthetic/object_cloud.h"
#include "core/synthetic/room.h"
#include "core/text/caption_normalisation.h"
#include "core/train/shuffle.h"
#include "core/vlm/preprocess.h"

#include <ATen/ATen.h>

namespace rb::pretrain {
namespace {

using train::mixed;

/// In [0, 1), from a number that says which.
double unit(std::uint64_t number) { return static_cast<double>(mixed(number, 1) >> 11) * 0x1.0p-53; }

geometry::Box2 jittered(const geometry::Box2& box, double part, std::uint64_t seed) {
    const auto shift = [&](std::uint64_t which, double size) { return (2 * unit(mixed(seed, which)) - 1) * part * size; };
    const double left = box.x + shift(1, box.width), right = box.x + box.width + shift(2, box.width);
    const double top = box.y + shift(3, box.height), bottom = box.y + box.height + shift(4, box.height);
    return {left, top, right - left, bottom - top};
}

/// One of the keys of shares, by their parts.
template <typename Shares, typename Part>
const std::string& drawn(const Shares& shares, Part part, double at) {
    double sum = 0;
    for (const auto& [name, share] : shares) sum += part(share);
    for (const auto& [name, share] : shares)
        if ((at -= part(share) / sum) < 0) return name;
    return shares.rbegin()->first;
}

} // namespace

/// What a batch is stacked from.
struct SceneBatches::Scenes {
    std::vector<at::Tensor> inputs;
    std::vector<std::int64_t> itemOf, names, patches;
    std::vector<float> boxes, shares;
    std::vector<std::string> captions;

    void add(const std::string& caption, std::int64_t name) {
        itemOf.push_back(static_cast<std::int64_t>(inputs.size()) - 1);
        captions.push_back(caption);
        if (name >= 0) names.push_back(name);
    }
};

SceneBatches::SceneBatches(const Recipe& recipe, const synthetic::GlyphSet& glyphs, const vlm::ModelConfig& config,
                           train::CaptionTokenizers tokenizers)
    : m_recipe(recipe), m_glyphs(glyphs), m_config(config), m_tokenizers(tokenizers) {
    for (std::size_t i = 0; i < glyphs.size(); ++i) m_glyphNames.emplace(glyphs.noun(i).name, static_cast<std::int64_t>(i));
    for (const synthetic::FurnitureKind& kind : synthetic::furnitureKinds())
        m_furnitureNames.emplace(kind.name, static_cast<std::int64_t>(m_furnitureNames.size()));
}

synthetic::CaptionStyle SceneBatches::style(std::uint64_t seed) const {
    const std::string& name = drawn(m_recipe.styles, [](double share) { return share; }, unit(seed));
    const auto style = synthetic::captionStyleNamed(name);
    return style.ok() ? *style : synthetic::CaptionStyle::Plain;
}

SceneBatches::Scenes SceneBatches::pictures(const SceneShare& share, bool region, std::uint64_t seed) const {
    Scenes scenes;
    const int side = static_cast<int>(m_config.vision.imageSize / m_config.vision.patchSize);
    for (std::size_t i = 0; i < share.scenes; ++i) {
        synthetic::PictureOptions options = share.picture;
        options.style = style(mixed(seed, i, 3));
        const synthetic::PictureScene scene = synthetic::makePicture(m_glyphs, options, seed, i);
        scenes.inputs.push_back(vlm::pixelsOf(scene.image, m_config));
        std::vector<std::int64_t> names;
        for (const synthetic::PictureObject& object : scene.objects) names.push_back(m_glyphNames.at(object.name));
        const auto patches = patchNames(scene, names, side, static_cast<std::int64_t>(m_glyphs.size()));
        scenes.patches.insert(scenes.patches.end(), patches.begin(), patches.end());
        if (!region) scenes.add(scene.caption, -1);
        for (std::size_t k = 0; region && k < scene.objects.size(); ++k) {
            const geometry::Box2 box = jittered(scene.objects[k].box, m_recipe.boxJitter, mixed(seed, i, 100 + k));
            const auto corners = geometry::normalisedCorners(box, scene.image.width, scene.image.height);
            scenes.boxes.insert(scenes.boxes.end(), corners.begin(), corners.end());
            const auto shares = patchShares(corners.data(), side);
            scenes.shares.insert(scenes.shares.end(), shares.begin(), shares.end());
            scenes.add(scene.objects[k].caption, names[k]);
        }
    }
    return scenes;
}

SceneBatches::Scenes SceneBatches::objects(const SceneShare& share, std::uint64_t seed) const {
    Scenes scenes;
    for (std::size_t i = 0; i < share.scenes; ++i) {
        synthetic::ObjectOptions options;
        options.points = static_cast<std::size_t>(m_config.point->objectPoints);
        options.style = style(mixed(seed, i, 3));
        const synthetic::ObjectCloud object = synthetic::makeObject(options, seed, i);
        scenes.inputs.push_back(vlm::pointsOf(object.cloud, m_config, {}, seed));
        scenes.add(object.caption, m_furnitureNames.at(object.name));
    }
    return scenes;
}

SceneBatches::Scenes SceneBatches::rooms(const SceneShare& share, std::uint64_t seed) const {
    Scenes scenes;
    for (std::size_t i = 0; i < share.scenes; ++i) {
        synthetic::RoomOptions options;
        options.points = static_cast<std::size_t>(m_config.point->scenePoints);
        options.style = style(mixed(seed, i, 3));
        const synthetic::RoomScene room = synthetic::makeRoom(options, seed, i);
        scenes.inputs.push_back(vlm::pointsOf(room.cloud, m_config, {true}, seed));
        for (const synthetic::RoomObject& object : room.objects) {
            const auto corners = vlm::cornersOf(object.box, m_config);
            scenes.boxes.insert(scenes.boxes.end(), corners.begin(), corners.end());
            scenes.add(object.caption, m_furnitureNames.at(object.name));
        }
    }
    return scenes;
}

Result<train::TrainingBatch> SceneBatches::batch(std::int64_t number) const {
    const Phase& phase = *m_recipe.phaseAt(number).first;
    const std::uint64_t seed = mixed(m_recipe.seed, static_cast<std::uint64_t>(number), 17);
    const std::string& modality = drawn(phase.data, [](const SceneShare& share) { return share.share; }, unit(seed));
    const vlm::ModalityConfig& kind = m_config.modalities.at(modality);
    const SceneShare& share = phase.data.at(modality);
    Scenes scenes = !vlm::seesPoints(kind) ? pictures(share, kind.region, seed) : kind.region ? rooms(share, seed) : objects(share, seed);
    train::TrainingBatch batch;
    batch.modality = modality;
    batch.input = at::stack(scenes.inputs);
    batch.itemOf = at::tensor(scenes.itemOf, at::kLong);
    const auto pictureCount = static_cast<std::int64_t>(scenes.inputs.size()), regions = static_cast<std::int64_t>(scenes.captions.size());
    if (!scenes.boxes.empty()) batch.boxes = at::tensor(scenes.boxes).view({regions, -1});
    if (!scenes.names.empty()) batch.names = at::tensor(scenes.names, at::kLong);
    if (!scenes.patches.empty()) batch.patchNames = at::tensor(scenes.patches, at::kLong).view({pictureCount, -1});
    if (!scenes.shares.empty()) batch.patchShares = at::tensor(scenes.shares).view({regions, -1});
    if (!phase.captions) return batch;
    for (std::string& caption : scenes.captions) caption = text::normalisedCaption(caption);
    batch.captions = train::tokenise(scenes.captions, m_tokenizers, m_config, "");
    return batch;
}

std::vector<std::string> sceneTexts(const Recipe& recipe, const synthetic::GlyphSet& glyphs, std::size_t count) {
    std::vector<std::string> texts;
    const auto add = [&texts](const std::string& caption) { texts.push_back(text::normalisedCaption(caption)); };
    synthetic::PictureOptions pictures;
    pictures.names = recipe.names;
    for (std::size_t i = 0; texts.size() < count; ++i)
        for (const auto& [name, share] : recipe.styles) {
            const auto style = synthetic::captionStyleNamed(name);
            if (!style.ok()) continue;
            pictures.style = *style;
            const synthetic::PictureScene scene = synthetic::makePicture(glyphs, pictures, recipe.seed, i);
            add(scene.caption);
            for (const synthetic::PictureObject& object : scene.objects) add(object.caption);
            add(synthetic::makeObject({.points = 16, .style = *style}, recipe.seed, i).caption);
            for (const synthetic::RoomObject& object : synthetic::makeRoom({.points = 64, .style = *style}, recipe.seed, i).objects)
                add(object.caption);
        }
    return texts;
}

} // namespace rb::pretrain
