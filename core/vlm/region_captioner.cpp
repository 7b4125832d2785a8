#include "core/vlm/region_captioner.h"

#include "core/vlm/captioner_model.h"
#include "core/vlm/compute_device.h"
#include "core/vlm/preprocess.h"


#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {

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
    description.parameters = model.source->parameterCount();
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
    Result<RegionCaptioner> captioner = of(std::move(*loaded), options.modality);
    if (!captioner.ok()) return captioner;
    std::string& names = captioner->m_model->description.adapter;
    for (const AdapterFile& adapter : paths.adapters) names += (names.empty() ? "" : " + ") + adapter.shownName();
    return captioner;
}

Result<RegionCaptioner> RegionCaptioner::of(LoadedModel loaded, const std::string& modality) {
    ModelDescription description = described(loaded);
    auto model = std::unique_ptr<Model>(new Model{std::move(loaded), std::move(description), {}, {}});
    if (modality.empty()) return RegionCaptioner(std::move(model));
    const auto& modalities = model->loaded.source->config.modalities;
    const auto chosen = modalities.find(modality);
    if (chosen == modalities.end())
        return Error{ErrorCode::InvalidArgument, "The model " + model->description.name + " has no modality " + modality + "."};
    const std::string kind = seesPoints(chosen->second) ? "pointcloud" : "image";
    model->replaced = chosen->second.region ? kind + "_region" : kind;
    model->replacement = modality;
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
    const InputPoints input{scene, seesColor((*modality)->config)};
    if (input.color && cloud.colors.empty())
        return Error{ErrorCode::InvalidArgument, "The cloud has no colours, and the modality " + (*modality)->name + " needs them."};
    EncodedCloud encoded;
    const Status status = guarded("Encoding the cloud", [&] {
        const c10::InferenceMode inference;
        const at::Tensor points = pointsOf(cloud, m_model->loaded.source->config, input, seed).unsqueeze(0);
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
    return caption({ImageRegions{image, boxes}}, options, observer, stop);
}

Result<std::vector<std::vector<Caption>>> RegionCaptioner::caption(const std::vector<ImageRegions>& pictures,
                                                                   const GenerationOptions& options,
                                                                   const CaptionObserver& observer,
                                                                   std::stop_token stop) {
    if (pictures.empty()) return std::vector<std::vector<Caption>>();
    const bool whole = pictures.front().boxes.empty();
    const auto modality = m_model->modality(whole ? "image" : "image_region");
    if (!modality.ok()) return modality.error();
    std::vector<Seen> seen;
    for (const ImageRegions& picture : pictures) {
        if (picture.boxes.empty() != whole)
            return Error{ErrorCode::InvalidArgument, "Whole pictures and regions are captioned by different modalities; ask for them apart."};
        auto corners = boxTensor(picture.boxes, picture.image.width(), picture.image.height());
        if (!corners.ok()) return corners.error();
        seen.push_back({picture.image.m_states.get(), std::move(*corners)});
    }
    return m_model->run(**modality, seen, options, observer, stop);
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
    const auto corners = boxTensor(boxes, m_model->loaded.source->config);
    if (!corners.ok()) return corners.error();
    return m_model->run(**modality, {Seen{cloud.m_states.get(), *corners}}, options, observer, stop);
}

} // namespace rb::vlm
