#pragma once

#include "core/base/result.h"
#include "core/nn/weights.h"
#include "core/vlm/region_captioner.h"

#include <string>
#include <vector>

#include <c10/core/Device.h>

namespace rb::vlm {

/// "auto" takes CUDA where the libtorch beside the program and the machine have it. An explicit
/// device that is not there is an error.
Result<at::Device> chooseDevice(const std::string& name);

/// Storage and computing types on a device: bfloat16 computes only where the processor is fast at
/// it; elsewhere it is how matrices are stored.
nn::ModelTypes modelTypes(Precision precision, const at::Device& device);

/// Features that matter for speed, for benchmarks and reports: "AVX2", "AVX512_BF16", …
std::vector<std::string> processorFeatures();

/// Intra-op threads of the calling process; call before any tensor work. 0: one a core.
void useThreads(int threads);

} // namespace rb::vlm
