#include "app/cli/command.h"
#include "core/checkpoint/checkpoint.h"
#include "core/clouds/cloud_reader.h"
#include "core/clouds/scene_files.h"
#include "core/formats/file_bytes.h"
#include "core/media/image.h"
#include "core/vlm/model_source.h"

#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

using nlohmann::ordered_json;

Result<ordered_json> inspectModel(const std::string& path) {
    vlm::ModelPaths paths;
    paths.model = path;
    const auto source = vlm::openModelSource(paths);
    if (!source.ok()) return source.error();
    ordered_json json;
    json["kind"] = "model";
    json["name"] = source->name;
    json["language_model"] = source->config.languageModel.type;
    json["parameters"] = source->parameterCount();
    json["image_size"] = source->config.vision.imageSize;
    json["modalities"] = ordered_json::array();
    for (const auto& [name, modality] : source->config.modalities) json["modalities"].push_back(name);
    json["missing"] = source->missing;
    json["unused_tensors"] = source->unused.size();
    return json;
}

Result<ordered_json> inspectCheckpoint(const std::string& path) {
    const auto file = checkpoint::Checkpoint::open(path);
    if (!file.ok()) return file.error();
    ordered_json json;
    json["kind"] = "checkpoint";
    json["tensors"] = ordered_json::object();
    for (const auto& [name, info] : file->tensors())
        json["tensors"][name] = {{"dtype", checkpoint::toString(info.dtype)}, {"shape", info.shape}};
    json["metadata"] = file->metadata();
    return json;
}

Result<ordered_json> inspectCloud(const std::string& path) {
    // Every point is looked at: a good header may stand before damaged ones.
    const auto cloud = clouds::measureCloud(path);
    if (!cloud.ok()) return cloud.error();
    ordered_json json;
    json["kind"] = "cloud";
    json["format"] = cloud->format;
    json["points"] = cloud->points;
    if (cloud->bounds) json["bounds"] = {{"min", cloud->bounds->lower}, {"max", cloud->bounds->upper}};
    json["fields"] = cloud->fields;
    json["colors"] = cloud->has.colors;
    json["memory_bytes"] = cloud->memoryBytes();
    return json;
}

Result<ordered_json> inspectPicture(const std::string& path) {
    // Decoding is part of the answer: a good header may stand before damaged pixels.
    const auto header = media::readImageHeader(path);
    if (!header.ok()) return header.error();
    if (const auto image = media::readImage(path); !image.ok()) return image.error();
    ordered_json json;
    json["kind"] = "picture";
    json["format"] = header->format;
    json["width"] = header->shownWidth();
    json["height"] = header->shownHeight();
    json["exif_orientation"] = header->exifOrientation;
    return json;
}

/// A zip or a pickle, and no KITTI scan, which ends alike.
bool isTorchFile(const std::filesystem::path& file) {
    const std::string head = formats::headOf(file);
    return head.starts_with("PK\x03\x04") || head.starts_with("\x80\x02");
}

Result<ordered_json> inspect(const std::string& path) {
    const std::filesystem::path file(path);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored)) return Error{ErrorCode::FileNotFound, "There is nothing at " + path + "."};
    if (std::filesystem::is_directory(file, ignored)) return clouds::sceneFileIn(file).ok() ? inspectCloud(path) : inspectModel(path);
    for (const char* ending : {".safetensors", ".pth", ".pt"})
        if (file.extension() == ending) return inspectCheckpoint(path);
    if (file.extension() == ".bin" && isTorchFile(file)) return inspectCheckpoint(path);
    return clouds::isCloudFile(file) ? inspectCloud(path) : inspectPicture(path);
}

void print(const ordered_json& json) {
    for (const auto& [key, value] : json.items()) {
        if (key == "tensors") {
            for (const auto& [name, tensor] : value.items())
                std::printf("  %-90s %-5s %s\n", name.c_str(), tensor["dtype"].get<std::string>().c_str(), tensor["shape"].dump().c_str());
        } else {
            std::printf("%-16s %s\n", key.c_str(), value.is_string() ? value.get<std::string>().c_str() : value.dump().c_str());
        }
    }
}

} // namespace

void addInspectCommand(CLI::App& app, int& exitCode) {
    struct Arguments {
        std::string path;
        bool json = false;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* verb = app.add_subcommand("inspect", "Tell what a model folder or file is, what is missing, and what would run");
    verb->add_option("path", arguments->path, "Model folder, .safetensors, .pth, picture, cloud or scene folder")->required();
    verb->add_flag("--json", arguments->json, "As one JSON object");
    verb->footer("A bad file is refused with its reason; nothing in it is ever executed.");
    verb->callback([arguments, &exitCode] {
        const auto found = inspect(arguments->path);
        if (!found.ok()) {
            exitCode = fail(found.error());
            return;
        }
        if (arguments->json) std::printf("%s\n", found->dump().c_str());
        else print(*found);
    });
}

} // namespace rb::cli
