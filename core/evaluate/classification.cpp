#include "core/evaluate/classification.h"

#include "core/evaluate/sample_media.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace rb::evaluate {
namespace {

constexpr std::size_t kRanked = 5;

/// The paper's text for clouds; pictures have none there.
std::string defaultText(const std::string& modality) { return modality.starts_with("pointcloud") ? "a point cloud model of {}." : "a {}"; }

std::string filled(const std::string& text, const std::string& name) {
    const auto at = text.find("{}");
    return at == std::string::npos ? text + " " + name : text.substr(0, at) + name + text.substr(at + 2);
}

std::vector<std::string> classesOf(const std::vector<train::Sample>& samples, const ClassifyOptions& options) {
    if (!options.classes.empty()) return options.classes;
    std::set<std::string> names;
    for (const train::Sample& sample : samples) names.insert(sample.name);
    return {names.begin(), names.end()};
}

std::vector<std::size_t> ranked(const std::vector<float>& similarities) {
    std::vector<std::size_t> order(similarities.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return similarities[a] > similarities[b]; });
    order.resize(std::min(order.size(), kRanked));
    return order;
}

void count(Classification& result) {
    result.confusion.assign(result.classes.size(), std::vector<std::size_t>(result.classes.size()));
    std::size_t first = 0, among = 0;
    for (const ClassifiedItem& item : result.items) {
        ++result.confusion[item.truth][item.ranking.front()];
        first += item.ranking.front() == item.truth;
        among += std::find(item.ranking.begin(), item.ranking.end(), item.truth) != item.ranking.end();
    }
    const double all = std::max<double>(1, static_cast<double>(result.items.size()));
    result.top1 = static_cast<double>(first) / all;
    result.top5 = static_cast<double>(among) / all;
}

Status checkSamples(const std::vector<train::Sample>& samples) {
    for (const train::Sample& sample : samples) {
        if (sample.name.empty()) return Error{ErrorCode::InvalidArgument, sample.media.string() + " has no name to compare with."};
        if (sample.modality != samples.front().modality)
            return Error{ErrorCode::InvalidArgument, "The data have " + samples.front().modality + " and " + sample.modality + "; choose one with --modality."};
    }
    if (samples.empty()) return Error{ErrorCode::InvalidArgument, "There is nothing to classify."};
    return {};
}

} // namespace

Result<Classification> classify(vlm::RegionCaptioner& captioner, const std::vector<train::Sample>& samples, const ClassifyOptions& options) {
    if (Status checked = checkSamples(samples); !checked.ok()) return checked.error();
    Classification result;
    result.classes = classesOf(samples, options);
    std::map<std::string, std::size_t> indexOf;
    std::vector<std::string> texts;
    const std::string text = options.text.empty() ? defaultText(samples.front().modality) : options.text;
    for (const std::string& name : result.classes) {
        indexOf.emplace(name, indexOf.size());
        texts.push_back(filled(text, name));
    }
    const auto encoded = captioner.encodeTexts(samples.front().modality, texts);
    if (!encoded.ok()) return encoded.error();
    const std::vector<SampleMedium> media = mediaOf(samples);
    for (std::size_t done = 0; done < media.size(); ++done) {
        const auto similarities = similaritiesOf(captioner, media[done], *encoded);
        if (!similarities.ok()) return similarities.error();
        for (std::size_t i = 0; i < media[done].samples.size(); ++i) {
            const train::Sample& sample = samples[media[done].samples[i]];
            const auto truth = indexOf.find(sample.name);
            if (truth == indexOf.end()) return Error{ErrorCode::InvalidArgument, "\"" + sample.name + "\" of " + sample.id + " is not among the classes."};
            result.items.push_back({sample.id, truth->second, ranked((*similarities)[i])});
        }
        if (options.progress) options.progress(done + 1, media.size());
    }
    count(result);
    return result;
}

} // namespace rb::evaluate
