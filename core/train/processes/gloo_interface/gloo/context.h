#pragma once

#include "gloo/transport/device.h"

#include <chrono>

/// The few declarations of Gloo (github.com/pytorch/gloo) that torch's ProcessGroupGloo.hpp names. libtorch
/// holds Gloo itself and ships no headers of it; its objects cross only as pointers.
namespace gloo {

class Context {
public:
    virtual ~Context();
    void setTimeout(std::chrono::milliseconds timeout);
};

} // namespace gloo
