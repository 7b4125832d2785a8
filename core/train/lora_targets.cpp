#include "core/train/lora_targets.h"

#include <algorithm>
#include <array>

namespace rb::train {
namespace {

constexpr std::array kTargets{LoraTarget::Query, LoraTarget::Key, LoraTarget::Value, LoraTarget::Output, LoraTarget::FeedForward};

/// How the products are called in the Q-Former, in OPT and in T5.
LoraTarget targetOf(std::string_view product) {
    const auto is = [&product](std::initializer_list<const char*> endings) {
        for (const char* ending : endings)
            if (product.ends_with(ending)) return true;
        return false;
    };
    if (is({".self.query", ".q_proj", "Attention.q"})) return LoraTarget::Query;
    if (is({".self.key", ".k_proj", "Attention.k"})) return LoraTarget::Key;
    if (is({".self.value", ".v_proj", "Attention.v"})) return LoraTarget::Value;
    if (is({"attention.output.dense", ".out_proj", "Attention.o"})) return LoraTarget::Output;
    return LoraTarget::FeedForward;
}

} // namespace

std::string nameOf(LoraTarget target) {
    switch (target) {
    case LoraTarget::Query: return "query";
    case LoraTarget::Key: return "key";
    case LoraTarget::Value: return "value";
    case LoraTarget::Output: return "output";
    case LoraTarget::FeedForward: break;
    }
    return "ffn";
}

Result<std::set<LoraTarget>> loraTargetsNamed(const std::vector<std::string>& names) {
    std::set<LoraTarget> targets;
    for (const std::string& name : names) {
        const auto found = std::find_if(kTargets.begin(), kTargets.end(), [&name](LoraTarget target) { return nameOf(target) == name; });
        if (found == kTargets.end())
            return Error{ErrorCode::InvalidArgument, "LoRA has no target \"" + name + "\"; choose of query, key, value, output, ffn."};
        targets.insert(*found);
    }
    return targets;
}

std::optional<LoraName> loraNameOf(std::string_view tensor) {
    for (const bool isA : {true, false}) {
        const std::size_t at = tensor.find(isA ? ".lora_A_" : ".lora_B_");
        if (at != std::string_view::npos) return LoraName{std::string(tensor.substr(at + 8)), isA, targetOf(tensor.substr(0, at))};
    }
    return std::nullopt;
}

} // namespace rb::train
