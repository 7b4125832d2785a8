#include "core/train/batch_plan.h"

#include "core/train/shuffle.h"

#include <algorithm>
#include <map>

namespace rb::train {
namespace {

/// The captions of one picture or cloud.
struct Group {
    std::vector<std::size_t> samples;
    std::size_t characters = 0; ///< of its longest caption
};

// Captions are sorted by length within so many batches only: the order stays random at large.
constexpr std::size_t kBatchesAWindow = 16;

std::map<std::string, std::vector<Group>> groupedByModality(const std::vector<Sample>& samples) {
    std::map<std::string, std::map<std::string, Group>> byMedia;
    for (std::size_t i = 0; i < samples.size(); ++i) {
        Group& group = byMedia[samples[i].modality][samples[i].media.string()];
        group.samples.push_back(i);
        group.characters = std::max(group.characters, samples[i].caption.size());
    }
    std::map<std::string, std::vector<Group>> groups;
    for (auto& [modality, media] : byMedia)
        for (auto& [path, group] : media) groups[modality].push_back(std::move(group));
    return groups;
}

void sortWindows(std::vector<Group>& groups, std::size_t window) {
    const auto shorter = [](const Group& a, const Group& b) { return a.characters < b.characters; };
    for (std::size_t first = 0; first < groups.size(); first += window) {
        const auto begin = groups.begin() + static_cast<std::ptrdiff_t>(first);
        std::stable_sort(begin, groups.begin() + static_cast<std::ptrdiff_t>(std::min(first + window, groups.size())), shorter);
    }
}

void cutInto(std::vector<PlannedBatch>& batches, const std::string& modality, const std::vector<Group>& groups, std::size_t size) {
    PlannedBatch batch{modality, {}};
    const auto finish = [&] {
        if (!batch.samples.empty()) batches.push_back(batch);
        batch.samples.clear();
    };
    for (const Group& group : groups) {
        if (!batch.samples.empty() && batch.samples.size() + group.samples.size() > size) finish();
        for (const std::size_t sample : group.samples) {
            if (batch.samples.size() == size) finish();
            batch.samples.push_back(sample);
        }
    }
    finish();
}

} // namespace

std::vector<PlannedBatch> planEpoch(const std::vector<Sample>& samples, std::size_t captionsABatch, std::uint64_t seed,
                                    std::uint64_t epoch) {
    Shuffler shuffler(mixed(seed, epoch));
    std::vector<PlannedBatch> batches;
    for (auto& [modality, groups] : groupedByModality(samples)) {
        std::vector<Group> ordered = groups;
        shuffler.shuffle(ordered);
        sortWindows(ordered, kBatchesAWindow * captionsABatch);
        cutInto(batches, modality, ordered, captionsABatch);
    }
    shuffler.shuffle(batches);
    return batches;
}

PlannedBatch partOf(const PlannedBatch& batch, std::int64_t rank, std::int64_t worldSize) {
    if (worldSize == 1) return batch;
    const auto own = static_cast<std::size_t>(rank), world = static_cast<std::size_t>(worldSize), size = batch.samples.size();
    const std::size_t length = std::max<std::size_t>(1, size / world);
    PlannedBatch part{batch.modality, {}};
    for (std::size_t i = 0; i < length; ++i) part.samples.push_back(batch.samples[(own * length + i) % size]);
    return part;
}

EpochPlans::EpochPlans(const std::vector<Sample>& samples, std::size_t captionsABatch, std::uint64_t seed)
    : m_samples(samples), m_captionsABatch(captionsABatch), m_seed(seed) {
    goTo(0, 0);
    m_firstSize = static_cast<std::int64_t>(m_plan.size());
}

void EpochPlans::goTo(std::uint64_t epoch, std::int64_t first) {
    m_plan = planEpoch(m_samples, m_captionsABatch, m_seed, epoch);
    m_epoch = epoch;
    m_first = first;
}

// Epochs differ in how many batches their order is cut into, so they are walked.
const PlannedBatch& EpochPlans::batch(std::int64_t number) {
    if (number < m_first) goTo(0, 0);
    while (number >= m_first + static_cast<std::int64_t>(m_plan.size()))
        goTo(m_epoch + 1, m_first + static_cast<std::int64_t>(m_plan.size()));
    return m_plan[static_cast<std::size_t>(number - m_first)];
}

} // namespace rb::train
