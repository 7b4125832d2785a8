#include "app/cli/command.h"
#include "core/vlm/model_source.h"
#include "core/vlm/model_writer.h"

#include <cstdio>
#include <memory>
#include <unistd.h>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

struct ConvertCommand {
    std::string model, regionblip, llm, pointBert, bert, vision, config, output, dtype;
    vlm::WriteOptions options;

    int run() {
        vlm::ModelPaths paths;
        paths.model = model;
        paths.regionblip = regionblip;
        paths.llm = llm;
        paths.pointBert = pointBert;
        paths.bert = bert;
        paths.vision = vision;
        paths.config = config;
        const auto source = vlm::openModelSource(paths);
        if (!source.ok()) return fail(source.error());
        if (dtype == "fp32") options.dtype = checkpoint::DType::F32;
        if (dtype == "fp16") options.dtype = checkpoint::DType::F16;
        if (dtype == "bf16") options.dtype = checkpoint::DType::BF16;
        const bool terminal = ::isatty(STDERR_FILENO);
        if (terminal)
            options.progress = [](std::size_t done, std::size_t total, const std::string& name) {
                std::fprintf(stderr, "\r%zu of %zu  %.60s\033[K", done, total, name.c_str());
            };
        const Status written = vlm::writeModelFolder(*source, output, options);
        if (terminal) std::fprintf(stderr, "\r\033[K");
        if (!written.ok()) return fail(written.error());
        std::printf("%s: %zu tensors", output.c_str(), source->tensors.size());
        for (const auto& [name, modality] : source->config.modalities) std::printf(", %s", name.c_str());
        std::printf("\n");
        for (const std::string& sentence : source->missing) std::printf("  %s\n", sentence.c_str());
        return kGood;
    }
};

} // namespace

void addConvertCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<ConvertCommand>();
    CLI::App* verb = app.add_subcommand("convert", "Put a model together from shipped files and write it as one of our folders");
    verb->add_option("model", command->model, "LAVIS BLIP-2 .pth, Hugging Face BLIP-2 folder, or one of our folders")->required();
    verb->add_option("output", command->output, "New folder")->required();
    verb->add_option("--regionblip", command->regionblip, "The authors' regionblip_*.pth, on top of the BLIP-2");
    verb->add_option("--llm", command->llm, "Hugging Face folder of OPT or FLAN-T5 (needed with a LAVIS .pth)");
    verb->add_option("--point-bert", command->pointBert, "point_bert_pretrained.pt, for clouds");
    verb->add_option("--bert", command->bert, "Folder with vocab.txt of bert-base-uncased");
    verb->add_option("--vision", command->vision, "eva_vit_g.pth, unless the BLIP-2 holds the ViT");
    verb->add_option("--config", command->config, "config.json with dimensions that the files do not tell");
    verb->add_option("--store", command->dtype, "Store weights as fp32, fp16 or bf16 (default: as they are)")
        ->check(CLI::IsMember({"fp32", "fp16", "bf16"}));
    verb->add_option("--name", command->options.name, "For the model card");
    verb->add_option("--licence", command->options.licence, "Of the weights, for the model card");
    verb->add_option("--source", command->options.source, "Where the weights come from, for the model card");
    verb->footer("Example: regionblip convert blip2_pretrained_opt2.7b.pth my-model --regionblip regionblip_opt2.7b.pth \\\n"
                 "           --llm opt-2.7b/ --point-bert point_bert_pretrained.pt --bert bert-base-uncased/");
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
