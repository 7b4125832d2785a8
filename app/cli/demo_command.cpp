#include "app/cli/captioning.h"
#include "app/cli/command.h"
#include "app/cli/generation_flags.h"
#include "app/shared/resource_folder.h"
#include "core/base/durable_file.h"
#include "core/media/annotated_image.h"

#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

using nlohmann::json;

std::vector<geometry::Box2> boxesOf(const json& sample) {
    std::vector<geometry::Box2> boxes;
    for (const json& region : sample.value("regions", json::array())) {
        const json& b = region.at("bbox");
        boxes.push_back({b[0].get<double>(), b[1].get<double>(), b[2].get<double>(), b[3].get<double>()});
    }
    return boxes;
}

Status writeAnnotated(const CaptionReport& report, const std::filesystem::path& path) {
    const auto image = media::readImage(report.input);
    if (!image.ok()) return image.error();
    std::vector<media::Annotation> annotations;
    for (std::size_t i = 0; i < report.boxes.size(); ++i)
        annotations.push_back({report.boxes[i], report.captions[i].empty() ? "" : report.captions[i].front().text});
    return media::writeImage(path, media::annotated(*image, annotations));
}

int runDemo(const std::filesystem::path& output) {
    const std::filesystem::path samples = app::embeddedModelFolder() / "samples";
    const auto text = readFile(samples / "samples.json", 16 * 1024 * 1024);
    if (!text.ok()) return fail(text.error());
    auto captioner = GenerationFlags().openModel();
    if (!captioner.ok()) return fail(captioner.error());
    std::error_code error;
    std::filesystem::create_directories(output, error);
    std::string lines;
    for (const json& sample : json::parse(*text, nullptr, false)) {
        const auto name = sample.at("file").get<std::string>();
        const auto report = captionInput(*captioner, (samples / name).string(), {boxesOf(sample), {}, captioner->description().generation});
        if (!report.ok()) return fail(report.error());
        CaptionReport shown = *report;
        shown.input = name;
        std::fputs(textTable(shown).c_str(), stdout);
        lines += jsonLine(shown, captioner->description()) + "\n";
        if (Status written = writeAnnotated(*report, output / name); !written.ok()) return fail(written.error());
    }
    if (Status written = replaceFile(output / "captions.jsonl", lines); !written.ok()) return fail(written.error());
    std::printf("\nAnnotated pictures and captions.jsonl are in %s\n", output.c_str());
    return kGood;
}

} // namespace

void addDemoCommand(CLI::App& app, int& exitCode) {
    auto output = std::make_shared<std::string>("regionblip-demo");
    CLI::App* verb = app.add_subcommand("demo", "Caption the sample pictures: a table, annotated pictures and JSON lines");
    verb->add_option("output", *output, "Folder for the annotated pictures and captions.jsonl")->capture_default_str();
    verb->callback([output, &exitCode] { exitCode = runDemo(*output); });
}

} // namespace rb::cli
