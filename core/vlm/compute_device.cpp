#include "core/vlm/compute_device.h"

#include <dlfcn.h>
#include <thread>

#include <ATen/Context.h>
#include <ATen/Parallel.h>

namespace rb::vlm {

// A CUDA build of libtorch registers itself when its library is loaded; nothing links to it, so
// that the same program runs with the CPU build.
static bool cudaAvailable() {
    static const bool available = [] {
        ::dlopen("libtorch_cuda.so", RTLD_NOW | RTLD_GLOBAL);
        return at::hasCUDA();
    }();
    return available;
}

Result<at::Device> chooseDevice(const std::string& name) {
    if (name == "auto") return at::Device(cudaAvailable() ? at::kCUDA : at::kCPU);
    if (name == "cpu") return at::Device(at::kCPU);
    if (name == "cuda" || name.rfind("cuda:", 0) == 0) {
        if (!cudaAvailable())
            return Error{ErrorCode::Unsupported, "There is no usable CUDA device for --device " + name +
                                                     "; use auto or cpu, or install a CUDA build of torch."};
        try {
            return at::Device(name);
        } catch (const std::exception&) {
        }
    }
    return Error{ErrorCode::InvalidArgument, "Device \"" + name + "\" is not one of auto, cpu, cuda, cuda:N."};
}

nn::ModelTypes modelTypes(Precision precision, const at::Device& device) {
    if (precision == Precision::Float32) return {at::kFloat, at::kFloat};
    const bool fast = !device.is_cpu() || __builtin_cpu_supports("avx512bf16");
    return {at::kBFloat16, fast ? at::kBFloat16 : at::kFloat};
}

std::vector<std::string> processorFeatures() {
    std::vector<std::string> features;
    const auto add = [&](bool has, const char* name) {
        if (has) features.emplace_back(name);
    };
    add(__builtin_cpu_supports("avx2"), "AVX2");
    add(__builtin_cpu_supports("fma"), "FMA");
    add(__builtin_cpu_supports("avx512f"), "AVX512");
    add(__builtin_cpu_supports("avx512vnni"), "AVX512_VNNI");
    add(__builtin_cpu_supports("avx512bf16"), "AVX512_BF16");
    return features;
}

void useThreads(int threads) {
    const int cores = static_cast<int>(std::thread::hardware_concurrency());
    at::set_num_threads(threads > 0 ? threads : (cores > 0 ? cores : 1));
}

} // namespace rb::vlm
