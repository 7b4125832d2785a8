#pragma once

#include "core/base/result.h"
#include "core/geometry/box2.h"
#include "core/geometry/box3.h"
#include "core/geometry/point_cloud.h"
#include "core/media/image.h"
#include "core/vlm/generation/generation.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

namespace rb::vlm {

struct LoadedModel;
struct ModelPaths;

enum class Precision { Float32, BFloat16 };

struct CaptionerOptions {
    std::string device = "auto";                 ///< "auto", "cpu", "cuda", "cuda:1"
    Precision precision = Precision::Float32;
    int threads = 0;                             ///< 0: as many as the machine has cores
    /// Written with instead of the one of the four that has its encoder and kind; empty: those four.
    std::string modality;
};

/// What an open model is and can do.
struct ModelDescription {
    std::string name;                        ///< from the model card, else the folder's name
    std::string adapter;                     ///< names of the adapters, joined by " + "; empty: none
    std::string device;                      ///< "cpu", "cuda:0"
    std::string precision;                   ///< "fp32", "bf16"
    std::vector<std::string> modalities;     ///< of config.json: "image", "image_region", …
    std::vector<std::string> missing;        ///< what could not run, one sentence each
    std::uint64_t parameters = 0;
    int imageSize = 0;                       ///< side of the picture the encoder sees, in pixels
    GenerationOptions generation;            ///< the model's own decoding defaults
};

/// One caption with what is known about it.
struct Caption {
    std::string text;
    std::vector<text::TokenId> tokenIds;
    std::vector<std::string> tokenTexts;     ///< the piece of text each token added
    std::vector<float> tokenScores;          ///< log-probabilities
    double score = 0;
};

/// Encoder states of one picture or cloud; serves every region of it. Copies share the states.
class EncodedImage {
public:
    int width() const { return m_width; }
    int height() const { return m_height; }

private:
    friend class RegionCaptioner;
    struct States;
    std::shared_ptr<const States> m_states;
    int m_width = 0;
    int m_height = 0;
};

class EncodedCloud {
private:
    friend class RegionCaptioner;
    struct States;
    std::shared_ptr<const States> m_states;
};

/// Regions of one picture; no boxes mean the whole picture.
struct ImageRegions {
    EncodedImage image;
    std::vector<geometry::Box2> boxes;
};

/// Texts as a modality compares them with what it sees.
class EncodedTexts {
private:
    friend class RegionCaptioner;
    struct Features;
    std::shared_ptr<const Features> m_features;
};

/// By region and text: the cosine of the region's best query and the text, in [-1, 1].
using Similarities = std::vector<std::vector<float>>;

/// What a region's queries show, for comparing with texts later: of length 1 each.
struct RegionEmbedding {
    std::vector<float> queries; ///< `[Q, width]`, row-major
    int width = 0;
};

/// How well a text fits what is seen, as the training objective compares them.
struct MatchingScore {
    float itc = 0;            ///< cosine of the best query and the text, in [-1, 1]
    std::optional<float> itm; ///< probability of a match, in [0, 1]; absent: the modality has no such head
};

/// Called from the calling thread while captions grow; `region` is the index into the regions.
using CaptionObserver = std::function<void(std::size_t region, const std::string& textSoFar)>;

/// The embedded RegionBLIP model behind a header without torch. Not thread-safe: one thread owns
/// it, opens it, uses it and destroys it. No exception leaves it.
class RegionCaptioner {
public:
    /// Opens our model folder, a Hugging Face BLIP-2 folder, or what ModelSource describes.
    static Result<RegionCaptioner> open(const std::filesystem::path& folder, const CaptionerOptions& options = {});
    static Result<RegionCaptioner> open(const ModelPaths& paths, const CaptionerOptions& options = {});

    /// Over a model that is in memory already. `modality`: as CaptionerOptions::modality.
    static Result<RegionCaptioner> of(LoadedModel model, const std::string& modality = {});

    RegionCaptioner(RegionCaptioner&&) noexcept;
    RegionCaptioner& operator=(RegionCaptioner&&) noexcept;
    ~RegionCaptioner();

    const ModelDescription& description() const;

    Result<EncodedImage> encode(const media::Image& image);
    /// A whole object: sampled, centred and scaled to the unit sphere.
    Result<EncodedCloud> encodeObject(const geometry::PointCloud& cloud, std::uint64_t seed = 0);
    /// A scene in metres for region captions.
    Result<EncodedCloud> encodeScene(const geometry::PointCloud& cloud, std::uint64_t seed = 0);

    /// For each region `options.numCaptions` captions, best first. An empty box list means the
    /// whole picture or object: one entry in the result.
    Result<std::vector<std::vector<Caption>>> caption(const EncodedImage& image,
                                                      const std::vector<geometry::Box2>& boxes,
                                                      const GenerationOptions& options,
                                                      const CaptionObserver& observer = {},
                                                      std::stop_token stop = {});
    /// The same of several pictures, whose regions share the language model's batches; in their order, and with the
    /// captions that each picture alone would have. All are to have boxes, or none.
    Result<std::vector<std::vector<Caption>>> caption(const std::vector<ImageRegions>& pictures,
                                                      const GenerationOptions& options,
                                                      const CaptionObserver& observer = {},
                                                      std::stop_token stop = {});
    Result<std::vector<std::vector<Caption>>> caption(const EncodedCloud& cloud,
                                                      const std::vector<geometry::Box3>& boxes,
                                                      const GenerationOptions& options,
                                                      const CaptionObserver& observer = {},
                                                      std::stop_token stop = {});

    /// Texts for comparing in one modality, as they stand. Needs a model with its training heads (`stage1_proj_…`)
    /// and the text side of its Q-Formers.
    Result<EncodedTexts> encodeTexts(const std::string& modality, const std::vector<std::string>& texts);
    /// How like each region is to each text, by ITC's features (arXiv 2301.12597, section 3.1). No boxes mean the
    /// whole, as in caption(); the texts are of that modality.
    Result<Similarities> similarities(const EncodedImage& image, const std::vector<geometry::Box2>& boxes, const EncodedTexts& texts);
    Result<Similarities> similarities(const EncodedCloud& cloud, const std::vector<geometry::Box3>& boxes, const EncodedTexts& texts);
    /// The same features as plain numbers, to be kept: similarities() is the largest product of a text's and a region's
    /// rows. Of one entry when there are no boxes.
    Result<std::vector<RegionEmbedding>> embed(const EncodedImage& image, const std::vector<geometry::Box2>& boxes);
    /// By text `[width]`, of length 1.
    Result<std::vector<std::vector<float>>> embedTexts(const std::string& modality, const std::vector<std::string>& texts);
    /// Caption i with region i or, without boxes, every caption with the whole picture. Captions are normalised as in
    /// training. ITM is there where the model has `<suffix>_itm_head`; released ones have it for whole pictures alone.
    Result<std::vector<MatchingScore>> matchingScores(const EncodedImage& image, const std::vector<geometry::Box2>& boxes,
                                                      const std::vector<std::string>& captions);

private:
    struct Model;
    explicit RegionCaptioner(std::unique_ptr<Model> model);
    Result<EncodedCloud> encodePoints(const geometry::PointCloud& cloud, bool scene, std::uint64_t seed);
    std::unique_ptr<Model> m_model;
};

} // namespace rb::vlm
