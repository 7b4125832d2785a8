#include "core/train/objective.h"

#include "core/train/contrast.h"
#include "core/train/matching.h"

#include <ATen/ATen.h>

namespace rb::train {
namespace {

constexpr double kBackgroundWeight = 0.2;

/// The forward pass of one batch, term by term.
class BatchPass {
public:
    BatchPass(const TrainingModel& model, const TrainingBatch& batch, const ObjectiveOptions& options)
        : m_model(model), m_batch(batch), m_options(options), m_modality(*model.network.modality(batch.modality)),
          m_qformer(*m_modality.qformer) {
        m_states = encoderStates();
        if (!batch.captions.language.defined()) return;
        vlm::CrossStates cross = m_qformer.crossStates(m_states, m_modality.adapter);
        if (batch.itemOf.defined()) cross = cross.rows(batch.itemOf);
        m_queries = model.network.queries(m_modality, batch.boxes, batch.captions.count());
        m_output = m_qformer(m_queries, cross, m_modality.adapter, m_kept);
    }

    Losses losses() {
        Losses losses;
        if (m_options.patch > 0 && m_batch.patchNames.defined() && m_model.heads.patchNames) losses.patch = patch();
        if (m_output.defined()) addCaptionTerms(losses);
        losses.total = weighted(losses);
        return losses;
    }

private:
    const std::string& suffix() const { return m_modality.config.suffix; }
    bool withText() const { return m_batch.captions.qformer.ids.defined() && m_qformer.wordEmbeddings().defined(); }

    void addCaptionTerms(Losses& losses) {
        const bool contrasts = m_options.itc > 0 || m_options.itm > 0;
        if (contrasts && withText() && m_model.heads.temperature.defined() && m_modality.stage1Weight.defined())
            contrast(losses);
        if (withText() && m_options.itg > 0 && m_model.heads.text.at(m_modality.config.qformer).present()) losses.itg = itg();
        if (m_options.llm > 0) losses.llm = llm();
        if (m_options.reg > 0 && m_model.heads.box.contains(suffix())) losses.reg = reg();
        if (m_options.name > 0 && m_batch.names.defined() && m_model.heads.names.contains(suffix())) losses.name = name();
    }

    at::Tensor encoderStates() const {
        if (vlm::seesPoints(m_modality.config)) {
            const at::Tensor features =
                m_batch.features.defined() ? m_batch.features : m_model.network.pointFeatures(m_batch.input);
            return m_model.network.adaptPoints(features);
        }
        return m_batch.features.defined() ? m_batch.features : m_model.network.encodePixels(m_batch.input);
    }

    void contrast(Losses& losses) {
        const at::Tensor queries = m_model.network.queryFeatures(m_modality, m_output);
        const at::Tensor texts = m_model.network.textFeatures(m_modality, m_batch.captions.qformer);
        const at::Tensor& temperature = m_model.heads.temperature;
        const std::int64_t firstOwn = m_options.exchange ? m_options.exchange->rank() * queries.size(0) : 0;
        const Similarities found = similarities(queries, texts, temperature, m_options.exchange);
        if (m_options.itc > 0)
            losses.itc = m_options.exchange && m_options.gatherWithGradient
                             ? contrastiveLossOfAll(queries, texts, temperature, *m_options.exchange, m_options.labelSmoothing)
                             : contrastiveLoss(found, firstOwn, m_options.labelSmoothing);
        const auto head = m_model.heads.match.find(suffix());
        if (m_options.itm > 0 && head != m_model.heads.match.end() && found.queryToText.size(1) > 1)
            losses.itm = itm(found, firstOwn, head->second);
    }

    at::Tensor everybodys(const at::Tensor& own) const { return m_options.exchange ? m_options.exchange->gathered(own) : own; }

    at::Tensor itm(const Similarities& found, std::int64_t firstOwn, const nn::Linear& head) const {
        const Negatives wrong = m_batch.negatives ? *m_batch.negatives : drawNegatives(found, firstOwn, m_options.negatives);
        const vlm::TextBatch& own = m_batch.captions.qformer;
        const at::Tensor pictures = at::tensor(wrong.pictures, own.ids.options()), texts = at::tensor(wrong.texts, own.ids.options());
        const auto chosenTexts = [&](const at::Tensor& rows) { return at::cat({rows, rows, everybodys(rows).index_select(0, texts)}); };
        const vlm::TextBatch text{chosenTexts(own.ids), chosenTexts(own.mask)};
        const at::Tensor right = m_batch.itemOf.defined() ? m_states.index_select(0, m_batch.itemOf) : m_states;
        const at::Tensor states = at::cat({right, everybodys(right).index_select(0, pictures), right});
        const vlm::CrossStates cross = m_qformer.crossStates(states, m_modality.adapter);
        const at::Tensor queries = at::cat({m_queries, m_queries, m_queries});
        return matchingLoss(head(m_qformer.encodePair(queries, text, cross, m_modality.adapter)).mean(1).to(at::kFloat));
    }

    /// The Q-Former writes the caption: `[DEC]` in front, each token predicted from those before it.
    at::Tensor itg() const {
        const vlm::QFormerConfig& config = m_model.network.config().qformer;
        vlm::TextBatch text = m_batch.captions.qformer;
        text.ids = text.ids.clone();
        text.ids.select(1, 0).fill_(config.bosTokenId);
        const at::Tensor states = m_qformer.decodeText(text, m_kept, m_modality.adapter);
        const at::Tensor counted = text.mask.slice(1, 1);
        const at::Tensor known = states.slice(1, 0, states.size(1) - 1).index({counted});
        const at::Tensor logits = m_model.heads.text.at(m_modality.config.qformer)(known, m_qformer.wordEmbeddings()).to(at::kFloat);
        return at::cross_entropy_loss(logits, text.ids.slice(1, 1).index({counted}), {}, at::Reduction::Mean, -100,
                                      m_options.labelSmoothing);
    }

    at::Tensor llm() const {
        const CaptionTokens& captions = m_batch.captions;
        vlm::LanguagePrompt prompt;
        prompt.softPrompt = m_model.network.softPrompt(m_modality, m_output);
        prompt.textIds = captions.prompt;
        prompt.adapter = m_modality.adapter;
        const vlm::LanguageModel& language = m_model.network.languageModel();
        const at::Tensor hidden = language.teacherForced(prompt, captions.language).index({captions.languageMask});
        return at::cross_entropy_loss(language.logits(hidden).to(at::kFloat), captions.language.index({captions.languageMask}));
    }

    at::Tensor reg() const {
        return at::l1_loss(m_model.heads.box.at(suffix())(m_output.mean(1)), m_batch.boxes);
    }

    at::Tensor name() const {
        return at::cross_entropy_loss(m_model.heads.names.at(suffix())(m_output.mean(1)).to(at::kFloat), m_batch.names);
    }

    /// Each patch by itself, of which most show background and count less; and the patches of each box together.
    at::Tensor patch() const {
        const at::Tensor logits = (*m_model.heads.patchNames)(m_states.slice(1, 1)).to(at::kFloat); // [P, N, C]
        at::Tensor weights = at::ones({logits.size(2)}, logits.options());
        weights[logits.size(2) - 1] = kBackgroundWeight;
        const at::Tensor each = at::cross_entropy_loss(logits.flatten(0, 1), m_batch.patchNames.flatten(), weights, at::Reduction::Mean, kUnclear);
        if (!m_batch.patchShares.defined() || !m_batch.names.defined()) return each;
        const at::Tensor ofBox = m_batch.patchShares.unsqueeze(1).bmm(logits.index_select(0, m_batch.itemOf)).squeeze(1);
        return each + at::cross_entropy_loss(ofBox, m_batch.names);
    }

    at::Tensor weighted(const Losses& l) const {
        at::Tensor total = at::zeros({}, m_states.options().dtype(at::kFloat));
        const auto add = [&total](const at::Tensor& term, double weight) {
            if (term.defined()) total = total + term * weight;
        };
        add(l.itc, m_options.itc);
        add(l.itm, m_options.itm);
        add(l.itg, m_options.itg);
        add(l.llm, m_options.llm);
        add(l.reg, m_options.reg);
        add(l.patch, m_options.patch);
        add(l.name, m_options.name);
        return total;
    }

    TrainingModel m_model;
    const TrainingBatch& m_batch;
    const ObjectiveOptions& m_options;
    const vlm::Modality& m_modality;
    const vlm::QFormer& m_qformer;
    at::Tensor m_states;    ///< of the encoder, `[P, N, D]`
    at::Tensor m_queries;   ///< `[R, Q, D]`
    vlm::CrossStates m_kept;
    at::Tensor m_output;    ///< of the queries, `[R, Q, D]`
};

} // namespace

Losses objective(const TrainingModel& model, const TrainingBatch& batch, const ObjectiveOptions& options) {
    return BatchPass(model, batch, options).losses();
}

} // namespace rb::train
