#include "core/vlm/captioner_model.h"

#include "core/vlm/preprocess.h"

#include <algorithm>
#include <sstream>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {
namespace {

// More regions than this at once cost memory and delay the first words without being faster.
constexpr std::size_t kRegionsAtOnce = 16;

std::string boxText(const geometry::Box2& box) {
    std::ostringstream out;
    out << box.x << "," << box.y << "," << box.width << "," << box.height;
    return out.str();
}

} // namespace

Result<at::Tensor> boxTensor(const std::vector<geometry::Box2>& boxes, int width, int height) {
    std::vector<float> corners;
    for (const geometry::Box2& box : boxes) {
        const geometry::Box2 inside = geometry::clipped(box, width, height);
        if (!(inside.width > 0 && inside.height > 0))
            return Error{ErrorCode::InvalidArgument, "The box " + boxText(box) + " lies outside the picture of " + std::to_string(width) +
                                                         " by " + std::to_string(height) + " pixels."};
        const auto normalised = geometry::normalisedCorners(box, width, height);
        corners.insert(corners.end(), normalised.begin(), normalised.end());
    }
    return boxes.empty() ? at::Tensor() : at::tensor(corners).view({-1, 4});
}

Result<at::Tensor> boxTensor(const std::vector<geometry::Box3>& boxes, const ModelConfig& config) {
    std::vector<float> corners;
    for (const geometry::Box3& box : boxes) {
        if (!(box.size[0] > 0 && box.size[1] > 0 && box.size[2] > 0))
            return Error{ErrorCode::InvalidArgument, "A box of the cloud has a size that is not positive."};
        const auto values = cornersOf(box, config);
        corners.insert(corners.end(), values.begin(), values.end());
    }
    return boxes.empty() ? at::Tensor() : at::tensor(corners).view({-1, 24});
}

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

std::vector<std::vector<Caption>> RegionCaptioner::Model::batch(const Modality& modality, const at::Tensor& output,
                                                                std::size_t first, const GenerationOptions& options,
                                                                const CaptionObserver& observer,
                                                                std::stop_token stop) const {
    const RegionBlip& network = *loaded.network;
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

at::Tensor RegionCaptioner::Model::outputsOf(const Modality& modality, const std::vector<Seen>& seen, std::size_t first,
                                             std::size_t size) const {
    std::vector<at::Tensor> parts;
    std::size_t before = 0; // regions of the pictures passed
    for (const Seen& each : seen) {
        const std::size_t from = std::max(first, before), to = std::min(first + size, before + each.count());
        if (from < to) {
            const at::Tensor boxes = each.boxes.defined() ? each.boxes.narrow(0, static_cast<std::int64_t>(from - before), static_cast<std::int64_t>(to - from)) : at::Tensor();
            parts.push_back(loaded.network->queryOutput(modality, each.states->crossFor(modality), boxes));
        }
        before += each.count();
    }
    return parts.size() == 1 ? parts.front() : at::cat(parts);
}

Result<std::vector<std::vector<Caption>>> RegionCaptioner::Model::run(const Modality& modality, const std::vector<Seen>& seen,
                                                                      const GenerationOptions& options,
                                                                      const CaptionObserver& observer,
                                                                      std::stop_token stop) const {
    if (options.numCaptions > 1 && !options.sample && options.numCaptions > options.numBeams)
        return Error{ErrorCode::InvalidArgument, "Asked for " + std::to_string(options.numCaptions) + " captions from " +
                                                     std::to_string(options.numBeams) +
                                                     " beams; beam search gives at most one caption a beam."};
    std::vector<std::vector<Caption>> all;
    std::size_t count = 0;
    for (const Seen& each : seen) count += each.count();
    const Status status = guarded("Captioning", [&] {
        const c10::InferenceMode inference;
        for (std::size_t first = 0; first < count && !stop.stop_requested(); first += kRegionsAtOnce) {
            const at::Tensor output = outputsOf(modality, seen, first, std::min(kRegionsAtOnce, count - first));
            for (auto& captions : batch(modality, output, first, options, observer, stop)) all.push_back(std::move(captions));
        }
    });
    if (!status.ok()) return status.error();
    all.resize(count);
    return all;
}

} // namespace rb::vlm
