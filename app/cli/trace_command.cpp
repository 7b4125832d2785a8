#include "app/cli/command.h"
#include "core/vlm/trace_model.h"

#include <memory>

#include <CLI/CLI.hpp>

namespace rb::cli {

void addTraceCommand(CLI::App& app, int& exitCode) {
    struct Arguments {
        std::string model, inputs, outputs;
    };
    auto arguments = std::make_shared<Arguments>();
    CLI::App* verb = app.add_subcommand("trace", "Write the activations of every stage by name, for checking ports");
    verb->add_option("model", arguments->model, "Model folder")->required();
    verb->add_option("inputs", arguments->inputs,
                     "safetensors with any of pixel_values, box + box_image, pointcloud, scene + scene_box_corners")->required();
    verb->add_option("outputs", arguments->outputs, "safetensors to write")->required();
    verb->callback([arguments, &exitCode] {
        if (Status status = vlm::traceModel(arguments->model, arguments->inputs, arguments->outputs); !status.ok())
            exitCode = fail(status.error());
    });
}

} // namespace rb::cli
