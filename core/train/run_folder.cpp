#include "core/train/run_folder.h"

#include "core/base/durable_file.h"
#include "core/base/partial_folder.h"
#include "core/base/sha256.h"
#include "core/vlm/tensor_files.h"

#include <algorithm>

#include <ATen/ATen.h>
#include <ATen/core/grad_mode.h>
#include <nlohmann/json.hpp>

namespace rb::train {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr std::size_t kKept = 2;
constexpr const char* kFiles[] = {"parameters.safetensors", "optimizer.safetensors", "progress.json"};

std::map<std::string, at::Tensor> momentsOf(const AdamW& optimizer) {
    std::map<std::string, at::Tensor> tensors;
    for (const auto& [name, state] : optimizer.state()) {
        tensors["m." + name] = state.firstMoment;
        tensors["v." + name] = state.secondMoment;
        tensors["t." + name] = state.steps;
    }
    return tensors;
}

json toJson(const Progress& p) {
    return {{"step", p.step}, {"batch", p.batch}, {"seconds", p.seconds}, {"loss", p.loss}, {"plan", p.plan}};
}

Result<Progress> progressAt(const fs::path& file) {
    const Result<std::string> text = readFile(file, 1'000'000);
    if (!text.ok()) return text.error();
    const json j = json::parse(*text, nullptr, false);
    const bool whole = j.is_object() && j.contains("step") && j["step"].is_number_integer() && j.contains("batch") &&
                       j["batch"].is_number_integer() && j.contains("plan") && j["plan"].is_string();
    if (!whole) return Error{ErrorCode::FileInvalid, file.string() + " is damaged."};
    return Progress{j["step"], j["batch"], j.value("seconds", 0.0), j.value("loss", 0.0), j["plan"]};
}

Status writeManifest(const fs::path& folder) {
    json manifest = json::object();
    for (const char* file : kFiles) {
        const Result<std::string> hash = sha256OfFile(folder / file);
        if (!hash.ok()) return hash.error();
        manifest[file] = *hash;
    }
    return replaceFile(folder / "manifest.json", manifest.dump(1) + "\n");
}

bool isWhole(const fs::path& folder) {
    const Result<std::string> text = readFile(folder / "manifest.json", 1'000'000);
    if (!text.ok()) return false;
    const json manifest = json::parse(*text, nullptr, false);
    return manifest.is_object() && std::all_of(std::begin(kFiles), std::end(kFiles), [&](const char* file) {
        const Result<std::string> hash = sha256OfFile(folder / file);
        return hash.ok() && manifest.contains(file) && manifest[file] == *hash;
    });
}

Status readInto(const std::map<std::string, at::Tensor>& targets, const fs::path& file) {
    const auto checkpoint = checkpoint::Checkpoint::open(file);
    if (!checkpoint.ok()) return checkpoint.error();
    const auto tensors = vlm::readTensors(*checkpoint);
    if (!tensors.ok()) return tensors.error();
    const at::NoGradGuard noGradients;
    for (const auto& [name, target] : targets) {
        const auto found = tensors->find(name);
        if (found == tensors->end() || found->second.numel() != target.numel())
            return Error{ErrorCode::FileInvalid, file.string() + " does not fit this training: " + name + " is missing or of another size."};
        target.copy_(found->second.view(target.sizes()));
    }
    return {};
}

Result<std::map<std::string, AdamW::State>> readMoments(const ParameterSet& parameters, const fs::path& file) {
    const auto checkpoint = checkpoint::Checkpoint::open(file);
    if (!checkpoint.ok()) return checkpoint.error();
    std::map<std::string, AdamW::State> states;
    std::map<std::string, at::Tensor> targets;
    for (const auto& [name, parameter] : parameters.trained()) {
        if (!checkpoint->find("m." + name)) continue;
        const at::Tensor like = parameter.detach();
        AdamW::State& state = states[name] = {at::empty_like(like), at::empty_like(like), at::empty({}, like.options())};
        targets["m." + name] = state.firstMoment;
        targets["v." + name] = state.secondMoment;
        targets["t." + name] = state.steps;
    }
    if (Status read = readInto(targets, file); !read.ok()) return read.error();
    return states;
}

} // namespace

Result<RunFolder> RunFolder::open(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder / "checkpoints", error);
    if (error) return Error{ErrorCode::WriteFailed, folder.string() + " cannot be made: " + error.message() + "."};
    auto lock = FileLock::tryHold(folder / "lock");
    if (!lock.ok()) return lock.error();
    if (!*lock) return Error{ErrorCode::Locked, "Another training is writing to " + folder.string() + "; wait for its end, or choose another folder."};
    for (const fs::directory_entry& entry : fs::directory_iterator(folder / "checkpoints", error))
        if (entry.path().extension() == ".partial") fs::remove_all(entry.path(), error);
    RunFolder opened(folder);
    opened.m_lock = std::move(*lock);
    return opened;
}

std::vector<fs::path> RunFolder::checkpoints() const {
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(m_folder / "checkpoints", error))
        if (entry.path().filename().string().rfind("step-", 0) == 0 && entry.path().extension().empty()) found.push_back(entry.path());
    std::sort(found.begin(), found.end());
    return found;
}

Status RunFolder::save(const Progress& progress, const ParameterSet& parameters, const AdamW& optimizer) const {
    std::string number = std::to_string(progress.step);
    number.insert(0, number.size() < 9 ? 9 - number.size() : 0, '0');
    const fs::path final = m_folder / "checkpoints" / ("step-" + number);
    std::error_code ignored;
    if (fs::exists(final, ignored)) return {}; // the same step gives the same numbers
    PartialFolder folder(final);
    if (Status made = folder.create(); !made.ok()) return made;
    if (Status s = vlm::writeTensors(folder.path() / kFiles[0], parameters.changing(), {{"format", "regionblip-training"}}); !s.ok()) return s;
    if (Status s = vlm::writeTensors(folder.path() / kFiles[1], momentsOf(optimizer), {{"format", "regionblip-optimizer"}}); !s.ok()) return s;
    if (Status s = replaceFile(folder.path() / kFiles[2], toJson(progress).dump(1) + "\n"); !s.ok()) return s;
    if (Status s = writeManifest(folder.path()); !s.ok()) return s;
    if (Status s = folder.finish(); !s.ok()) return s;
    std::vector<fs::path> all = checkpoints();
    for (std::size_t i = 0; i + kKept < all.size(); ++i) fs::remove_all(all[i], ignored);
    return {};
}

Result<std::optional<Progress>> RunFolder::restore(ParameterSet& parameters, AdamW& optimizer) const {
    std::vector<fs::path> all = checkpoints();
    for (auto folder = all.rbegin(); folder != all.rend(); ++folder) {
        if (!isWhole(*folder)) continue;
        const Result<Progress> progress = progressAt(*folder / kFiles[2]);
        if (!progress.ok()) return progress.error();
        if (Status read = readInto(parameters.changing(), *folder / kFiles[0]); !read.ok()) return read.error();
        auto moments = readMoments(parameters, *folder / kFiles[1]);
        if (!moments.ok()) return moments.error();
        optimizer.restore(std::move(*moments));
        return std::optional<Progress>(*progress);
    }
    return std::optional<Progress>();
}

} // namespace rb::train
