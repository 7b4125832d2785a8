#include "core/train/processes/process_place.h"

#include <charconv>
#include <cstring>

namespace rb::train {
namespace {

using Variables = std::function<const char*(const char*)>;

/// How one launcher names its variables.
struct Launcher {
    const char *rank, *size, *localRank;
};
constexpr Launcher kLaunchers[] = {{"RANK", "WORLD_SIZE", "LOCAL_RANK"},
                                   {"OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_LOCAL_RANK"},
                                   {"PMI_RANK", "PMI_SIZE", "MPI_LOCALRANKID"},
                                   {"SLURM_PROCID", "SLURM_NTASKS", "SLURM_LOCALID"}};

Result<int> numberOf(const Variables& variable, const char* name, int least, int most) {
    const char* text = variable(name);
    int value = 0;
    const auto [end, error] = std::from_chars(text, text + std::strlen(text), value);
    if (error == std::errc() && *end == '\0' && value >= least && value <= most) return value;
    return Error{ErrorCode::InvalidArgument, std::string("The environment says ") + name + "=" + text + ", which is no number from " +
                                                 std::to_string(least) + " to " + std::to_string(most) + "."};
}

Status readMeetingPlace(const Variables& variable, ProcessPlace& place) {
    if (const char* host = variable("MASTER_ADDR")) place.host = host;
    else if (const char* launcher = variable("SLURM_LAUNCH_NODE_IPADDR")) place.host = launcher;
    if (variable("MASTER_PORT")) {
        const auto port = numberOf(variable, "MASTER_PORT", 1, 65535);
        if (!port.ok()) return port.error();
        place.port = static_cast<std::uint16_t>(*port);
    }
    const char* agent = variable("TORCHELASTIC_USE_AGENT_STORE");
    place.launcherListens = agent && std::strcmp(agent, "True") == 0;
    if (const char* attempt = variable("TORCHELASTIC_RESTART_COUNT")) place.attempt = attempt;
    return {};
}

} // namespace

Result<std::optional<ProcessPlace>> processPlace(const Variables& variable) {
    for (const Launcher& launcher : kLaunchers) {
        if (!variable(launcher.rank) || !variable(launcher.size)) continue;
        const auto size = numberOf(variable, launcher.size, 1, 100'000);
        if (!size.ok()) return size.error();
        const auto rank = numberOf(variable, launcher.rank, 0, *size - 1);
        if (!rank.ok()) return rank.error();
        if (*size == 1) return std::optional<ProcessPlace>();
        ProcessPlace place;
        place.rank = *rank;
        place.worldSize = *size;
        if (variable(launcher.localRank)) {
            const auto local = numberOf(variable, launcher.localRank, 0, *size - 1);
            if (!local.ok()) return local.error();
            place.localRank = *local;
        }
        if (Status read = readMeetingPlace(variable, place); !read.ok()) return read.error();
        return std::optional<ProcessPlace>(place);
    }
    return std::optional<ProcessPlace>();
}

} // namespace rb::train
