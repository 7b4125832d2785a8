#pragma once

#include "core/base/result.h"
#include "core/train/feature_exchange.h"
#include "core/train/processes/process_place.h"

#include <memory>
#include <vector>

namespace rb::train {

/// All processes of a training: torch's own process groups (c10d), Gloo between processors. Every process calls
/// the same functions in the same order, from one thread. When a process is gone, the others' next call throws
/// within seconds, and `broken()` tells.
class ProcessGroup final : public FeatureExchange {
public:
    /// Waits until everybody is there.
    static Result<std::unique_ptr<ProcessGroup>> join(const ProcessPlace& place);
    ~ProcessGroup() override;

    std::int64_t rank() const override;
    std::int64_t worldSize() const override;
    std::int64_t localRank() const; ///< among the processes of this machine
    at::Tensor gathered(const at::Tensor& own) const override;
    /// Each tensor becomes its mean over the processes: one message for all of them. All float32.
    void average(const std::vector<at::Tensor>& tensors) const;
    /// Everybody's tensor becomes that of rank 0.
    void takeFromFirst(at::Tensor& tensor) const;
    bool broken() const;

private:
    struct Private;
    explicit ProcessGroup(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace rb::train
