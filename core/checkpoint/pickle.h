#pragma once

#include "core/checkpoint/checkpoint.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rb::checkpoint {

/// What a name of the allow-list stands for. Nothing is ever imported or called: a name selects one
/// of these, and "calling" it rearranges values.
enum class PickleGlobal : std::uint8_t {
    Dictionary,       ///< OrderedDict, Counter, defaultdict
    Size,             ///< torch.Size: a tuple
    Plain,            ///< set, bytearray, complex, torch.device …: data that is passed over
    TensorType,       ///< the classes Tensor and Parameter, as an argument only
    RebuildTensor,    ///< (storage, offset, size, stride)
    RebuildTensorV2,  ///< (storage, offset, size, stride, requires_grad, hooks[, metadata])
    RebuildTensorV3,  ///< (storage, offset, size, stride, requires_grad, hooks, dtype[, metadata])
    RebuildParameter, ///< (tensor, requires_grad, hooks[, state])
    RebuildFromType,  ///< (function, type, arguments, state)
    StorageType,      ///< of one element type, or untyped bytes
    ElementType,      ///< torch.float32 …
};

struct AllowedGlobal {
    std::string_view name; ///< "module name"
    PickleGlobal meaning;
    std::optional<DType> dtype = {}; ///< of StorageType (none: untyped) and ElementType
};

/// The entry for "module name", or null: then the file is refused.
const AllowedGlobal* findAllowedGlobal(std::string_view name);

/// One value of a pickle; the content of containers lies in Pickle::nodes.
struct PickleValue {
    enum class Kind : std::uint8_t { Opaque, Int, Text, List, Tuple, Dictionary, Storage, Tensor, Global };
    Kind kind = Kind::Opaque;
    PickleGlobal meaning = PickleGlobal::Plain; ///< of a Tensor: which function rebuilds it
    std::uint32_t index = 0; ///< Text: first byte; containers, Storage and Tensor (their arguments): node
    std::int64_t number = 0; ///< Int: the value; Text: length
    const AllowedGlobal* global = nullptr;
};

/// A pickle's values. Dictionaries hold key, value, key, value, …; a Storage its five-part
/// persistent id; a Tensor the arguments of its rebuild function. Values may refer to one another in
/// circles: whoever walks them bounds depth and steps.
struct Pickle {
    std::string bytes;
    std::vector<std::vector<PickleValue>> nodes;
    PickleValue root;

    std::string_view text(const PickleValue& value) const {
        return std::string_view(bytes).substr(value.index, static_cast<std::size_t>(value.number));
    }
    const std::vector<PickleValue>& items(const PickleValue& value) const { return nodes[value.index]; }
};

} // namespace rb::checkpoint
