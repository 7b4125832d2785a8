#include "core/train/processes/process_group.h"

#include <atomic>
#include <chrono>

#include <ATen/ATen.h>
#include <torch/csrc/distributed/c10d/PrefixStore.hpp>
#include <torch/csrc/distributed/c10d/ProcessGroupGloo.hpp>
#include <torch/csrc/distributed/c10d/TCPStore.hpp>

namespace rb::train {
namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds kMeeting = 60s; ///< until everybody is there
constexpr std::chrono::milliseconds kAnswer = 120s; ///< a slow neighbour; a dead one is told at once by its closed connection

c10::intrusive_ptr<c10d::Store> meetingPlace(const ProcessPlace& place) {
    c10d::TCPStoreOptions options;
    options.port = place.port;
    options.isServer = place.rank == 0 && !place.launcherListens;
    options.numWorkers = static_cast<std::size_t>(place.worldSize);
    options.waitWorkers = !place.launcherListens;
    options.timeout = kMeeting;
    auto store = c10::make_intrusive<c10d::TCPStore>(place.host, options);
    return c10::make_intrusive<c10d::PrefixStore>("/regionblip/" + place.attempt, store);
}

bool isThisMachine(const std::string& host) { return host == "localhost" || host == "::1" || host.starts_with("127."); }

} // namespace

struct ProcessGroup::Private {
    ProcessPlace place;
    c10::intrusive_ptr<c10d::Store> store;
    c10::intrusive_ptr<c10d::ProcessGroupGloo> group;
    std::atomic<bool> broken = false;

    /// Runs one exchange and waits for it.
    template <typename Exchange>
    void wait(const Exchange& exchange) {
        try {
            exchange()->wait();
        } catch (...) {
            broken = true;
            throw;
        }
    }
};

ProcessGroup::ProcessGroup(std::unique_ptr<Private> d) : m_d(std::move(d)) {}
ProcessGroup::~ProcessGroup() = default;

Result<std::unique_ptr<ProcessGroup>> ProcessGroup::join(const ProcessPlace& place) {
    auto d = std::make_unique<Private>();
    d->place = place;
    try {
        d->store = meetingPlace(place);
        auto options = c10d::ProcessGroupGloo::Options::create(kAnswer);
        options->devices = {isThisMachine(place.host) ? c10d::ProcessGroupGloo::createDeviceForHostname("127.0.0.1")
                                                      : c10d::ProcessGroupGloo::createDefaultDevice()};
        d->group = c10::make_intrusive<c10d::ProcessGroupGloo>(d->store, place.rank, place.worldSize, options);
    } catch (const std::exception&) {
        return Error{ErrorCode::Internal, "Process " + std::to_string(place.rank + 1) + " of " + std::to_string(place.worldSize) +
                                              " could not meet the others at " + place.host + ", port " + std::to_string(place.port) +
                                              "; start all of them within a minute, with the same MASTER_ADDR and MASTER_PORT."};
    }
    return std::unique_ptr<ProcessGroup>(new ProcessGroup(std::move(d)));
}

std::int64_t ProcessGroup::rank() const { return m_d->place.rank; }
std::int64_t ProcessGroup::localRank() const { return m_d->place.localRank; }
std::int64_t ProcessGroup::worldSize() const { return m_d->place.worldSize; }
bool ProcessGroup::broken() const { return m_d->broken; }

at::Tensor ProcessGroup::gathered(const at::Tensor& own) const {
    const bool isBool = own.scalar_type() == at::kBool; // Gloo knows no such type
    std::vector<at::Tensor> input{(isBool ? own.to(at::kByte) : own).detach().to(at::kCPU).contiguous()};
    std::vector<std::vector<at::Tensor>> parts(1);
    for (std::int64_t i = 0; i < worldSize(); ++i) parts[0].push_back(at::empty_like(input[0]));
    m_d->wait([&] { return m_d->group->allgather(parts, input); });
    const at::Tensor all = at::cat(parts[0]).to(own.device());
    return isBool ? all.to(at::kBool) : all;
}

void ProcessGroup::average(const std::vector<at::Tensor>& tensors) const {
    if (tensors.empty()) return;
    std::vector<at::Tensor> flat;
    for (const at::Tensor& tensor : tensors) flat.push_back(tensor.detach().to(at::kCPU).reshape({-1}));
    std::vector<at::Tensor> all{at::cat(flat)};
    m_d->wait([&] { return m_d->group->allreduce(all); });
    all[0].div_(static_cast<double>(worldSize()));
    std::int64_t first = 0;
    for (const at::Tensor& tensor : tensors) {
        tensor.detach().copy_(all[0].slice(0, first, first + tensor.numel()).view(tensor.sizes()));
        first += tensor.numel();
    }
}

void ProcessGroup::takeFromFirst(at::Tensor& tensor) const {
    std::vector<at::Tensor> one{tensor};
    m_d->wait([&] { return m_d->group->broadcast(one); });
}

} // namespace rb::train
