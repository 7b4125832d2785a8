#include "core/vlm/tensor_files.h"

#include "core/checkpoint/safetensors_writer.h"

#include <sstream>
#include <utility>

#include <ATen/ATen.h>
#include <c10/util/accumulate.h>

namespace rb::vlm {
namespace {

using checkpoint::DType;

constexpr std::pair<DType, at::ScalarType> kTypes[] = {
    {DType::Bool, at::kBool},      {DType::U8, at::kByte},    {DType::I8, at::kChar},
    {DType::U16, at::kUInt16},     {DType::I16, at::kShort},  {DType::U32, at::kUInt32},
    {DType::I32, at::kInt},        {DType::U64, at::kUInt64}, {DType::I64, at::kLong},
    {DType::F16, at::kHalf},       {DType::BF16, at::kBFloat16}, {DType::F32, at::kFloat},
    {DType::F64, at::kDouble},     {DType::F8E4M3, at::kFloat8_e4m3fn}, {DType::F8E5M2, at::kFloat8_e5m2},
};

class SourceWeights final : public nn::WeightSource {
public:
    SourceWeights(std::shared_ptr<const ModelSource> source, at::Device device)
        : m_source(std::move(source)), m_device(device) {}

    Result<at::Tensor> tensor(const std::string& name, at::IntArrayRef shape, at::ScalarType type) override {
        const auto stored = m_source->shapeOf(name);
        if (!stored) return at::Tensor();
        if (c10::multiply_integers(stored->second) != c10::multiply_integers(shape)) return shapeError(name, shape, stored->second);
        at::Tensor read = at::empty(shape, scalarType(stored->first));
        if (Status status = m_source->read(name, read.data_ptr()); !status.ok()) return status.error();
        return read.to(m_device, type);
    }

    std::optional<std::int64_t> elementCount(const std::string& name) const override {
        const auto stored = m_source->shapeOf(name);
        if (!stored) return std::nullopt;
        return c10::multiply_integers(stored->second);
    }

private:
    static Error shapeError(const std::string& name, at::IntArrayRef wanted, const std::vector<std::int64_t>& found) {
        std::ostringstream text;
        text << "Tensor " << name << " should have the shape " << wanted << " and has " << at::IntArrayRef(found)
             << "; the configuration and the weights do not belong together.";
        return {ErrorCode::ModelIncomplete, text.str()};
    }

    std::shared_ptr<const ModelSource> m_source;
    at::Device m_device;
};

} // namespace

at::ScalarType scalarType(DType dtype) {
    for (const auto& [file, scalar] : kTypes)
        if (file == dtype) return scalar;
    return at::kFloat;
}

DType fileType(at::ScalarType type) {
    for (const auto& [file, scalar] : kTypes)
        if (scalar == type) return file;
    return DType::F32;
}

Result<std::map<std::string, at::Tensor>> readTensors(const checkpoint::Checkpoint& checkpoint) {
    std::map<std::string, at::Tensor> tensors;
    for (const auto& [name, info] : checkpoint.tensors()) {
        at::Tensor tensor = at::empty(info.shape, scalarType(info.dtype));
        if (Status status = checkpoint.read(info, tensor.data_ptr()); !status.ok()) return status.error();
        tensors.emplace(name, std::move(tensor));
    }
    return tensors;
}

Status writeTensors(const std::filesystem::path& path, const std::map<std::string, at::Tensor>& tensors,
                    const std::map<std::string, std::string>& metadata) {
    std::vector<checkpoint::TensorToWrite> list;
    for (const auto& [name, tensor] : tensors) {
        const at::Tensor dense = tensor.detach().to(at::kCPU).contiguous();
        list.push_back({name, fileType(dense.scalar_type()), dense.sizes().vec(), [dense]() -> Result<std::string> {
                            return std::string(static_cast<const char*>(dense.const_data_ptr()), dense.nbytes());
                        }});
    }
    return checkpoint::writeSafetensors(path, list, metadata);
}

std::shared_ptr<nn::WeightSource> weightsOf(std::shared_ptr<const ModelSource> source, const at::Device& device) {
    return std::make_shared<SourceWeights>(std::move(source), device);
}

} // namespace rb::vlm
