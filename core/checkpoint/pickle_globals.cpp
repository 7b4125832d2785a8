#include "core/checkpoint/pickle.h"

namespace rb::checkpoint {
namespace {

using enum PickleGlobal;

constexpr AllowedGlobal kAllowed[] = {
    {"collections OrderedDict", Dictionary},
    {"collections Counter", Dictionary},
    {"collections defaultdict", Dictionary},
    {"torch Size", Size},
    {"torch device", Plain},
    {"__builtin__ set", Plain},
    {"builtins set", Plain},
    {"__builtin__ bytearray", Plain},
    {"builtins bytearray", Plain},
    {"__builtin__ complex", Plain},
    {"builtins complex", Plain},
    {"_codecs encode", Plain},
    {"torch Tensor", TensorType},
    {"torch.nn.parameter Parameter", TensorType},
    {"torch._utils _rebuild_tensor", RebuildTensor},
    {"torch._utils _rebuild_tensor_v2", RebuildTensorV2},
    {"torch._utils _rebuild_tensor_v3", RebuildTensorV3},
    {"torch._utils _rebuild_parameter", RebuildParameter},
    {"torch._utils _rebuild_parameter_with_state", RebuildParameter},
    {"torch._tensor _rebuild_from_type_v2", RebuildFromType},
    {"torch FloatStorage", StorageType, DType::F32},
    {"torch DoubleStorage", StorageType, DType::F64},
    {"torch HalfStorage", StorageType, DType::F16},
    {"torch BFloat16Storage", StorageType, DType::BF16},
    {"torch ByteStorage", StorageType, DType::U8},
    {"torch CharStorage", StorageType, DType::I8},
    {"torch ShortStorage", StorageType, DType::I16},
    {"torch IntStorage", StorageType, DType::I32},
    {"torch LongStorage", StorageType, DType::I64},
    {"torch BoolStorage", StorageType, DType::Bool},
    {"torch UntypedStorage", StorageType},
    {"torch.storage UntypedStorage", StorageType},
    {"torch float32", ElementType, DType::F32},
    {"torch float64", ElementType, DType::F64},
    {"torch float16", ElementType, DType::F16},
    {"torch bfloat16", ElementType, DType::BF16},
    {"torch uint8", ElementType, DType::U8},
    {"torch int8", ElementType, DType::I8},
    {"torch uint16", ElementType, DType::U16},
    {"torch int16", ElementType, DType::I16},
    {"torch uint32", ElementType, DType::U32},
    {"torch int32", ElementType, DType::I32},
    {"torch uint64", ElementType, DType::U64},
    {"torch int64", ElementType, DType::I64},
    {"torch bool", ElementType, DType::Bool},
    {"torch float8_e4m3fn", ElementType, DType::F8E4M3},
    {"torch float8_e5m2", ElementType, DType::F8E5M2},
};

} // namespace

const AllowedGlobal* findAllowedGlobal(std::string_view name) {
    for (const AllowedGlobal& allowed : kAllowed)
        if (allowed.name == name) return &allowed;
    return nullptr;
}

} // namespace rb::checkpoint
