#pragma once

#include "core/base/result.h"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rb::train {

/// The products of a transformer layer that LoRA pairs can stand beside.
enum class LoraTarget {
    Query, Key, Value, ///< of attention, self and cross
    Output,            ///< attention's last product
    FeedForward,       ///< both (T5: all three) products between two attentions
};

/// Those of the release.
inline const std::set<LoraTarget> kPublishedTargets{LoraTarget::Query, LoraTarget::Value};

/// "query", "key", "value", "output", "ffn".
Result<std::set<LoraTarget>> loraTargetsNamed(const std::vector<std::string>& names);
std::string nameOf(LoraTarget target);

/// The parts of `….self_attn.q_proj.lora_A_pc`.
struct LoraName {
    std::string suffix; ///< "pc"
    bool isA = false;
    LoraTarget target = LoraTarget::Query;
};
/// Nothing when the name is no LoRA pair's.
std::optional<LoraName> loraNameOf(std::string_view tensor);

} // namespace rb::train
