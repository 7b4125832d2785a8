#include "app/cli/command.h"
#include "app/shared/resource_folder.h"
#include "core/vlm/adapter.h"
#include "core/vlm/model_writer.h"

#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>

namespace rb::cli {
namespace {

struct AdapterCommand {
    std::string adapter, model, output;

    vlm::ModelPaths paths() const {
        vlm::ModelPaths paths;
        paths.model = model.empty() ? app::embeddedModelFolder() : std::filesystem::path(model);
        paths.adapters = {{adapter}};
        return paths;
    }

    int show() const {
        const auto card = vlm::readAdapterCard(adapter);
        if (!card.ok()) return fail(card.error());
        const auto file = checkpoint::Checkpoint::open(adapter);
        std::uint64_t numbers = 0;
        for (const auto& [name, tensor] : file->tensors()) numbers += tensor.elementCount();
        for (const auto& [key, value] : card->metadata) std::printf("%-12s %s\n", key.c_str(), value.c_str());
        std::printf("%-12s %zu (%.2f million numbers)\n", "tensors", file->tensors().size(), static_cast<double>(numbers) / 1e6);
        return kGood;
    }

    int verify() const {
        const auto source = vlm::openModelSource(paths());
        if (!source.ok()) return fail(source.error());
        std::printf("%s belongs to %s and fits it.\n", adapter.c_str(), source->name.c_str());
        return kGood;
    }

    int merge() const {
        const auto source = vlm::openModelSource(paths());
        if (!source.ok()) return fail(source.error());
        vlm::WriteOptions options;
        options.name = source->name + " + " + vlm::AdapterFile{adapter}.shownName();
        const Status written = vlm::writeModelFolder(*source, output, options);
        if (!written.ok()) return fail(written.error());
        std::printf("%s holds the model with the adapter.\n", output.c_str());
        return kGood;
    }
};

} // namespace

void addAdapterCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<AdapterCommand>();
    CLI::App* verb = app.add_subcommand("adapter", "Look at an adapter, or put it into a model");
    verb->require_subcommand(1);
    const auto add = [&](const char* name, const char* help, int (AdapterCommand::*run)() const) {
        CLI::App* sub = verb->add_subcommand(name, help);
        sub->add_option("adapter", command->adapter, "adapter.safetensors of a training")->required();
        sub->callback([command, &exitCode, run] { exitCode = (command.get()->*run)(); });
        return sub;
    };
    add("show", "What it says about itself", &AdapterCommand::show);
    CLI::App* verify = add("verify", "Whether it belongs to a model", &AdapterCommand::verify);
    CLI::App* merge = add("merge", "Write one model folder of both", &AdapterCommand::merge);
    for (CLI::App* sub : {verify, merge}) sub->add_option("--model", command->model, "Model folder (default: the embedded one)");
    merge->add_option("--output", command->output, "Model folder to write")->required();
}

} // namespace rb::cli
