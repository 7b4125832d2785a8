#include "core/vlm/region_captioner.h"

#include "core/vlm/compute_device.h"
#include "core/vlm/loaded_model.h"
#include "core/vlm/preprocess.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <sstream>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {
namespace {

// More regions than this at once cost memory and delay the first words without being faster.
constexpr std::size_t kRegionsAtOnce = 16;

/// Encoder states and, made on first use, what each modality's Q-Former reads of them.
struct SharedStates {
    at::Tensor states;
    mutable std::map<std::string, CrossStates> cross;

    const CrossStates& crossFor(const Modality& modality) const {
        auto found = cross.find(modality.name);
        if (found == cross.end())
            found = cross.emplace(modality.name, modality.qformer->crossStates(states, modality.adapter)).first;
        return found->second;
    }
};

std::string boxText(const geometry::Box2& box) {
    std::ostringstream out;
    out << box.x << "," << box.y << "," << box.width << "," << box.height;
    return out.str();
}

} // namespace

struct EncodedImage::States : SharedStates {};
struct EncodedCloud::States : SharedStates {
    bool scene = false;
};

struct RegionCaptioner::Model {
    LoadedModel loaded;
    ModelDescription description;
    std::string replaced, replacement; ///< CaptionerOptions::modality

    Result<const Modality*> modality(const std::string& asked) const {
        const std::string& name = asked == replaced ? replacement : asked;
        if (const Modality* found = loaded.network->modality(name)) return found;
        return Error{ErrorCode::Unsupported, "The model " + description.name + " has no modality " + name +
                                                 (description.missing.empty() ? "." : ": " + description.missing.front())};
    }
    Result<std::vector<std::vector<Caption>>> run(const Modality& modality, const SharedStates& states,
                                                  const at::Tensor& boxes, const GenerationOptions& options,
                                                  const CaptionObserver& observer, std::stop_token stop) const;
    std::vector<std::vector<Caption>> batch(const Modality& modality, const SharedStates& states,
                                            const at::Tensor& boxes, std::size_t first,
                                            const GenerationOptions& options, const CaptionObserver& observer,
                                            std::stop_token stop) const;
    Caption captionOf(const Hypothesis& hypothesis) const;
};

Caption RegionCaptioner::Model::captionOf(const Hypothesis& hypothesis) const {
    Caption caption;
    caption.text = loaded.captionText(hypothesis.tokens);
    caption.tokenIds = hypothesis.tokens;
    caption.tokenScores = hypothesis.tokenScores;
    caption.score = hypothesis.score;
    std::string before;
    for (std::size_t i = 1; i <= hypothesis.tokens.size(); ++i) {
        const std::string now = loaded.languageTokenizer->decodePartial(std::span(hypothesis.tokens).first(i));
        caption.tokenTexts.push_back(now.size() > before.size() ? now.substr(before.size()) : std::string());
        before = now;
    }
    return caption;
}

std::vector<std::vector<Caption>> RegionCaptioner::Model::batch(const Modality& modality, const SharedStates& states,
                                                                const at::Tensor& boxes, std::size_t first,
                                                                const GenerationOptions& options,
                                                                const CaptionObserver& observer,
                                                                std::stop_token stop) const {
    const RegionBlip& network = *loaded.network;
    const at::Tensor output = network.queryOutput(modality, states.crossFor(modality), boxes);
    const auto promptIds = loaded.promptIds(modality.name);
    const auto session = network.languageModel().start(
        {network.softPrompt(modality, output), promptIds, modality.adapter, nullptr, {}});
    TokenObserver onToken;
    if (observer)
        onToken = [&](std::size_t item, std::span<const TokenId> tokens) {
            observer(first + item, loaded.languageTokenizer->decodePartial(tokens));
        };
    std::vector<std::vector<Caption>> captions;
    for (const auto& hypotheses : generate(*session, static_cast<std::size_t>(output.size(0)), options,
                                           loaded.generationContext(promptIds), onToken, stop)) {
        std::vector<Caption>& best = captions.emplace_back();
        for (const Hypothesis& hypothesis : hypotheses) best.push_back(captionOf(hypothesis));
    }
    return captions;
}

Result<std::vector<std::vector<Caption>>> RegionCaptioner::Model::run(const Modality& modality,
                                                                      const SharedStates& states,
                                                                      const at::Tensor& boxes,
                                                                      const GenerationOptions& options,
                                                                      const CaptionObserver& observer,
                                                                      std::stop_token stop) const {
    if (options.numCaptions > 1 && !options.sample && options.numCaptions > options.numBeams)
        return Error{ErrorCode::InvalidArgument, "Asked for " + std::to_string(options.numCaptions) + " captions from " +
                                                     std::to_string(options.numBeams) +
                                                     " beams; beam search gives at most one caption a beam."};
    std::vector<std::vector<Caption>> all;
    const std::size_t count = boxes.defined() ? static_cast<std::size_t>(boxes.size(0)) : 1;
    const Status status = guarded("Captioning", [&] {
        const c10::InferenceMode inference;
        for (std::size_t first = 0; first < count && !stop.stop_requested(); first += kRegionsAtOnce) {
            const std::size_t size = std::min(kRegionsAtOnce, count - first);
            const at::Tensor part = boxes.defined() ? boxes.narrow(0, static_cast<std::int64_t>(first),
                                                                   static_cast<std::int64_t>(size))
                                                    : boxes;
            for (auto& captions : batch(modality, states, part, first, options, observer, stop))
                all.push_back(std::move(captions));
        }
    });
    if (!status.ok()) return status.error();
    all.resize(count);
    return all;
}

RegionCaptioner::RegionCaptioner(std::unique_ptr<Model> model) : m_model(std::move(model)) {}
RegionCaptioner::RegionCaptioner(RegionCaptioner&&) noexcept = default;
RegionCaptioner& RegionCaptioner::operator=(RegionCaptioner&&) noexcept = default;
RegionCaptioner::~RegionCaptioner() = default;

static ModelDescription described(const LoadedModel& model) {
    ModelDescription description;
    description.name = model.source->name;
    description.device = model.device.str();
    description.precision = model.types.storage == at::kBFloat16 ? "bf16" : "fp32";
    for (const auto& [name, config] : model.source->config.modalities) description.modalities.push_back(name);
    description.missing = model.source->missing;
    for (const auto& [name, reference] : model.source->tensors) {
        const auto shape = model.source->shapeOf(name)->second;
        description.parameters += static_cast<std::uint64_t>(
            std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>()));
    }
    description.imageSize = static_cast<int>(model.source->config.vision.imageSize);
    description.generation = model.source->config.generation;
    return description;
}

Result<RegionCaptioner> RegionCaptioner::open(const std::filesystem::path& folder, const CaptionerOptions& options) {
    ModelPaths paths;
    paths.model = folder;
    return open(paths, options);
}

Result<RegionCaptioner> RegionCaptioner::open(const ModelPaths& paths, const CaptionerOptions& options) {
    Result<LoadedModel> loaded = loadModel(paths, options);
    if (!loaded.ok()) return loaded.error();
    ModelDescription description = described(*loaded);
    description.adapter = paths.adapter.stem().string();
    auto model = std::unique_ptr<Model>(new Model{std::move(*loaded), std::move(description), {}, {}});
    if (options.modality.empty()) return RegionCaptioner(std::move(model));
    const auto& modalities = model->loaded.source->config.modalities;
    const auto chosen = modalities.find(options.modality);
    if (chosen == modalities.end())
        return Error{ErrorCode::InvalidArgument, "The model " + model->description.name + " has no modality " + options.modality + "."};
    const std::string kind = chosen->second.encoder == "vision" ? "image" : "pointcloud";
    model->replaced = chosen->second.region ? kind + "_region" : kind;
    model->replacement = options.modality;
    return RegionCaptioner(std::move(model));
}

const ModelDescription& RegionCaptioner::description() const { return m_model->description; }

Result<EncodedImage> RegionCaptioner::encode(const media::Image& image) {
    EncodedImage encoded;
    encoded.m_width = image.width;
    encoded.m_height = image.height;
    const Status status = guarded("Encoding the picture", [&] {
        const c10::InferenceMode inference;
        const at::Tensor pixels = pixelsOf(image, m_model->loaded.source->config).unsqueeze(0).to(m_model->loaded.device);
        auto states = std::make_shared<EncodedImage::States>();
        states->states = m_model->loaded.network->encodePixels(pixels.to(m_model->loaded.types.compute));
        encoded.m_states = std::move(states);
    });
    if (!status.ok()) return status.error();
    return encoded;
}

Result<EncodedCloud> RegionCaptioner::encodePoints(const geometry::PointCloud& cloud, bool scene, std::uint64_t seed) {
    const auto modality = m_model->modality(scene ? "pointcloud_region" : "pointcloud");
    if (!modality.ok()) return modality.error();
    if (cloud.size() == 0) return Error{ErrorCode::InvalidArgument, "The cloud has no points."};
    EncodedCloud encoded;
    const Status status = guarded("Encoding the cloud", [&] {
        const c10::InferenceMode inference;
        const at::Tensor points = pointsOf(cloud, m_model->loaded.source->config, scene, seed).unsqueeze(0);
        auto states = std::make_shared<EncodedCloud::States>();
        states->states = m_model->loaded.network->encodePoints(points);
        states->scene = scene;
        encoded.m_states = std::move(states);
    });
    if (!status.ok()) return status.error();
    return encoded;
}

Result<EncodedCloud> RegionCaptioner::encodeObject(const geometry::PointCloud& cloud, std::uint64_t seed) {
    return encodePoints(cloud, false, seed);
}

Result<EncodedCloud> RegionCaptioner::encodeScene(const geometry::PointCloud& cloud, std::uint64_t seed) {
    return encodePoints(cloud, true, seed);
}

Result<std::vector<std::vector<Caption>>> RegionCaptioner::caption(const EncodedImage& image,
                                                                   const std::vector<geometry::Box2>& boxes,
                                                                   const GenerationOptions& options,
                                                                   const CaptionObserver& observer,
                                                                   std::stop_token stop) {
    const auto modality = m_model->modality(boxes.empty() ? "image" : "image_region");
    if (!modality.ok()) return modality.error();
    std::vector<float> corners;
    for (const geometry::Box2& box : boxes) {
        const geometry::Box2 inside = geometry::clipped(box, image.width(), image.height());
        if (!(inside.width > 0 && inside.height > 0))
            return Error{ErrorCode::InvalidArgument, "The box " + boxText(box) + " lies outside the picture of " +
                                                         std::to_string(image.width()) + " by " +
                                                         std::to_string(image.height()) + " pixels."};
        const auto normalised = geometry::normalisedCorners(box, image.width(), image.height());
        corners.insert(corners.end(), normalised.begin(), normalised.end());
    }
    const at::Tensor tensor = boxes.empty() ? at::Tensor() : at::tensor(corners).view({-1, 4});
    return m_model->run(**modality, *image.m_states, tensor, options, observer, stop);
}

Result<std::vector<std::vector<Caption>>> RegionCaptioner::caption(const EncodedCloud& cloud,
                                                                   const std::vector<geometry::Box3>& boxes,
                                                                   const GenerationOptions& options,
                                                                   const CaptionObserver& observer,
                                                                   std::stop_token stop) {
    if (boxes.empty() == cloud.m_states->scene)
        return Error{ErrorCode::InvalidArgument, cloud.m_states->scene
                                                     ? "A scene is captioned by its regions; give at least one box."
                                                     : "An object is captioned as a whole; encode it as a scene for boxes."};
    const auto modality = m_model->modality(boxes.empty() ? "pointcloud" : "pointcloud_region");
    if (!modality.ok()) return modality.error();
    std::vector<float> corners;
    for (const geometry::Box3& box : boxes) {
        if (!(box.size[0] > 0 && box.size[1] > 0 && box.size[2] > 0))
            return Error{ErrorCode::InvalidArgument, "A box of the cloud has a size that is not positive."};
        const auto values = cornersOf(box, m_model->loaded.source->config);
        corners.insert(corners.end(), values.begin(), values.end());
    }
    const at::Tensor tensor = boxes.empty() ? at::Tensor() : at::tensor(corners).view({-1, 24});
    return m_model->run(**modality, *cloud.m_states, tensor, options, observer, stop);
}

} // namespace rb::vlm
