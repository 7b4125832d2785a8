#include "core/vlm/captioner_model.h"

#include "core/text/caption_normalisation.h"
#include "core/text/truncation.h"

#include <algorithm>

#include <ATen/ATen.h>
#include <c10/core/InferenceMode.h>

namespace rb::vlm {
namespace {

// Pairs that go through the Q-Former at once.
constexpr std::size_t kPairsAtOnce = 16;

/// The captions as the Q-Former reads them in training, right-padded.
TextBatch textBatch(const LoadedModel& model, const std::vector<std::string>& captions) {
    std::vector<std::vector<text::TokenId>> rows;
    std::size_t longest = 1;
    for (const std::string& caption : captions) {
        rows.push_back(model.bertTokenizer->encode(text::normalisedCaption(caption)));
        text::truncate(rows.back(), static_cast<std::size_t>(model.source->config.maxTextLength), true);
        longest = std::max(longest, rows.back().size());
    }
    const std::vector<std::int64_t> shape{static_cast<std::int64_t>(rows.size()), static_cast<std::int64_t>(longest)};
    at::Tensor ids = at::full(shape, model.source->config.qformer.padTokenId, at::kLong), mask = at::zeros(shape, at::kBool);
    auto idCells = ids.accessor<std::int64_t, 2>();
    auto maskCells = mask.accessor<bool, 2>();
    for (std::int64_t row = 0; row < shape[0]; ++row)
        for (std::size_t i = 0; i < rows[static_cast<std::size_t>(row)].size(); ++i) {
            idCells[row][static_cast<std::int64_t>(i)] = rows[static_cast<std::size_t>(row)][i];
            maskCells[row][static_cast<std::int64_t>(i)] = true;
        }
    return {ids.to(model.device), mask.to(model.device)};
}

/// Boxes `[P, 4]` of as many pairs, or undefined: all with the whole picture.
std::vector<MatchingScore> scored(const LoadedModel& model, const Modality& modality, const CrossStates& cross, const at::Tensor& boxes,
                                  const TextBatch& text) {
    const RegionBlip& network = *model.network;
    const at::Tensor features = network.queryFeatures(modality, network.queryOutput(modality, cross, boxes)).to(at::kFloat); // [P or 1, Q, E]
    const at::Tensor texts = network.textFeatures(modality, text).to(at::kFloat).unsqueeze(2);                              // [P, E, 1]
    const at::Tensor itc = at::matmul(features, texts).squeeze(2).amax(1).cpu();
    at::Tensor itm;
    if (modality.match) {
        const at::Tensor queries = network.queries(modality, boxes, text.ids.size(0));
        itm = at::softmax(network.matchLogits(modality, queries, text, cross), 1).select(1, 1).cpu();
    }
    std::vector<MatchingScore> scores(static_cast<std::size_t>(itc.size(0)));
    for (std::size_t i = 0; i < scores.size(); ++i) {
        scores[i].itc = itc[static_cast<std::int64_t>(i)].item<float>();
        if (itm.defined()) scores[i].itm = itm[static_cast<std::int64_t>(i)].item<float>();
    }
    return scores;
}

} // namespace

Result<std::vector<MatchingScore>> RegionCaptioner::matchingScores(const EncodedImage& image, const std::vector<geometry::Box2>& boxes,
                                                                   const std::vector<std::string>& captions) {
    if (!boxes.empty() && boxes.size() != captions.size())
        return Error{ErrorCode::InvalidArgument, std::to_string(captions.size()) + " captions were given for " + std::to_string(boxes.size()) + " boxes."};
    const auto modality = m_model->modality(boxes.empty() ? "image" : "image_region");
    if (!modality.ok()) return modality.error();
    if (const Status compares = m_model->comparesTexts(**modality); !compares.ok()) return compares.error();
    const auto corners = boxTensor(boxes, image.width(), image.height());
    if (!corners.ok()) return corners.error();
    std::vector<MatchingScore> scores;
    const Status status = guarded("Scoring", [&] {
        const c10::InferenceMode inference;
        const CrossStates& cross = image.m_states->crossFor(**modality);
        for (std::size_t first = 0; first < captions.size(); first += kPairsAtOnce) {
            const std::size_t size = std::min(kPairsAtOnce, captions.size() - first);
            const std::vector<std::string> some(captions.begin() + std::ptrdiff_t(first), captions.begin() + std::ptrdiff_t(first + size));
            const at::Tensor part = corners->defined() ? corners->narrow(0, std::int64_t(first), std::int64_t(size)) : *corners;
            const auto found = scored(m_model->loaded, **modality, cross, part, textBatch(m_model->loaded, some));
            scores.insert(scores.end(), found.begin(), found.end());
        }
    });
    if (!status.ok()) return status.error();
    return scores;
}

} // namespace rb::vlm
