#include "core/train/plan_hash.h"

#include "core/base/sha256.h"

#include <sstream>

namespace rb::train {

LossWeights defaultTerms(Preset preset) {
    LossWeights terms;
    if (preset == Preset::Lora) terms.itc = terms.itm = terms.itg = 0;
    return terms;
}

std::string planHash(const TrainingOptions& o, const std::string& dataFingerprint, const std::string& modelFingerprint,
                     std::int64_t processes) {
    std::ostringstream out;
    out.precision(17);
    out << dataFingerprint << '\n' << modelFingerprint << '\n' << nameOf(o.preset) << ' ' << o.rank.value_or(0) << ' ' << o.alpha.value_or(0) << ' ' << o.batch << ' '
        << o.accumulate << ' ' << o.learningRate << ' ' << o.minimumRate << ' ' << o.warmup << ' ' << o.weightDecay << ' '
        << static_cast<int>(o.schedule) << ' ' << o.clip << ' ' << o.dropout << ' ' << o.bfloat16 << ' ' << o.seed << ' ' << o.cache.empty() << '\n'
        << o.terms.itc << ' ' << o.terms.itm << ' ' << o.terms.itg << ' ' << o.terms.llm << ' ' << o.terms.reg << ' '
        << o.terms.labelSmoothing << (o.terms.gatherWithGradient ? " with gradient" : "") << '\n';
    if (processes > 1) out << "processes " << processes << '\n';
    for (const LoraTarget target : o.targets) out << nameOf(target) << ' ';
    for (const std::string& modality : o.modalities) out << modality << ' ';
    if (o.newModality) out << '\n' << o.newModality->name << ' ' << o.newModality->like << (o.newModality->color ? " color" : "");
    return sha256Of(out.str());
}

} // namespace rb::train
