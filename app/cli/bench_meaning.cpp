#include "app/cli/bench_meaning.h"

#include "app/cli/bench_clock.h"
#include "core/meaning/region_finder.h"

#include <QFileInfo>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <random>

namespace rb::cli {
namespace {

constexpr int kQueries = 32, kWidth = 256, kChunk = 1000;
constexpr std::size_t kLimit = 50;
const QString kModel = QStringLiteral("made up");

/// What a region shows: a direction of its own, seen a little differently by each query.
std::vector<float> queriesOf(int region, int queries = kQueries) {
    std::minstd_rand random(static_cast<unsigned>(region) + 1);
    std::uniform_real_distribution<float> any(-1, 1);
    std::vector<float> middle(kWidth), numbers;
    for (float& each : middle) each = any(random);
    for (int q = 0; q < queries; ++q) {
        const std::size_t begin = numbers.size();
        float square = 0;
        for (int k = 0; k < kWidth; ++k) {
            numbers.push_back(middle[static_cast<std::size_t>(k)] + 0.8F * any(random));
            square += numbers.back() * numbers.back();
        }
        for (std::size_t k = begin; k < numbers.size(); ++k) numbers[k] /= std::sqrt(square);
    }
    return numbers;
}

Status fill(meaning::EmbeddingStore& store, int regions) {
    for (int from = 0; from < regions; from += kChunk) {
        std::vector<meaning::Embedding> some;
        for (int i = from; i < std::min(regions, from + kChunk); ++i)
            some.push_back({{1 + i / 10, 1 + i}, {0, 0, 10, 10}, {1, 1}, meaning::toBytes(queriesOf(i), kWidth)});
        if (Status put = store.put(kModel, some); !put.ok()) return put;
    }
    return {};
}

/// Without the first look: every query of every region is read and compared. The region of the best.
Result<project::Id> exhaustive(meaning::EmbeddingStore& store, const std::vector<float>& text) {
    std::vector<std::pair<qint64, project::Id>> entries;
    const Status read = store.forEach(kModel, 0, [&](const auto& entry) {
        entries.emplace_back(entry.number, entry.place.region);
        return true;
    });
    if (!read.ok()) return read.error();
    double best = -2;
    project::Id found = 0;
    for (const auto& [number, region] : entries)
        if (const auto queries = store.queriesOf(number, kWidth)) {
            const double similarity = meaning::textSimilarity(*queries, text);
            if (similarity > best) found = region;
            best = std::max(best, similarity);
        }
    return found;
}

} // namespace

Status benchMeaning(const QString& folder, int regions) {
    const QString path = folder + QStringLiteral("/large.embeddings");
    auto finder = meaning::RegionFinder::open(path, kModel);
    if (!finder.ok()) return finder.error();
    if (Status filled = fill(finder->store(), regions); !filled.ok()) return filled;
    const int wanted = regions / 3;
    const std::vector<float> text = queriesOf(wanted, 1);
    QElapsedTimer timer;
    timer.start();
    if (const auto first = finder->findText({text, {}}, kLimit); !first.ok()) return first.error();
    const double cold = secondsOf(timer);
    timer.start();
    const auto found = finder->findText({text, {}}, kLimit);
    if (!found.ok()) return found.error();
    const double ours = secondsOf(timer);
    timer.start();
    const auto like = finder->findLike({1 + wanted / 10, 1 + wanted}, kLimit);
    if (!like.ok()) return like.error();
    std::printf("meaning          %d regions, %.0f MB: %.3f s for a text, %.3f s for a region like this one; %.2f s the first time\n", regions,
                static_cast<double>(QFileInfo(path).size()) / 1e6, ours, secondsOf(timer), cold);
    timer.start();
    const auto theirs = exhaustive(finder->store(), text);
    if (!theirs.ok()) return theirs.error();
    const bool same = !found->empty() && found->front().place.region == *theirs;
    std::printf("                 the same by comparing all their queries: %.2f s; ratio %.0f, %s\n", secondsOf(timer), secondsOf(timer) / ours,
                same ? "the same region first" : "ANOTHER REGION FIRST");
    return {};
}

} // namespace rb::cli
