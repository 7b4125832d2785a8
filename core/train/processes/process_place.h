#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

namespace rb::train {

/// Which of the processes of a training this one is, and where they meet.
struct ProcessPlace {
    int rank = 0;
    int worldSize = 1;
    int localRank = 0;         ///< among the processes of this machine: its device
    std::string host = "127.0.0.1"; ///< of rank 0
    std::uint16_t port = 29500;
    bool launcherListens = false;   ///< torchrun's agent holds the meeting place, not rank 0
    std::string attempt;       ///< torchrun's count of restarts: each meets anew
};

/// Reads the variables of `torchrun` (RANK, WORLD_SIZE, LOCAL_RANK), Slurm (SLURM_PROCID, SLURM_NTASKS,
/// SLURM_LOCALID) or `mpirun` (OMPI_COMM_WORLD_…, PMI_…), with MASTER_ADDR and MASTER_PORT for the meeting
/// place. Nothing when this process was started alone. `variable` is std::getenv, or a test's.
Result<std::optional<ProcessPlace>> processPlace(const std::function<const char*(const char*)>& variable);

} // namespace rb::train
