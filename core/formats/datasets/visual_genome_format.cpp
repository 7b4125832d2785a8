#include "core/formats/datasets/datasets.h"
#include "core/formats/datasets/json_head.h"
#include "core/formats/datasets/visual_genome.h"

namespace rb::formats {

static bool recognisesVisualGenome(const std::filesystem::path& path) {
    std::error_code ignored;
    const bool folder = std::filesystem::is_directory(path, ignored);
    return jsonHead(folder ? path / kGenomeRegions : path).recordHas("", "regions");
}

const Format& visualGenomeFormat() {
    static const Format kFormat{
        .name = kVisualGenome,
        .title = "Visual Genome region descriptions",
        .output = Format::Output::Folder,
        .suffix = "",
        .dialects = {},
        .holds = {.exactBoxes = false, .rounding = "the corners are truncated to whole pixels, and the size is rounded"},
        .recognises = recognisesVisualGenome,
        .read = readVisualGenome,
        .write = writeVisualGenome,
    };
    return kFormat;
}

} // namespace rb::formats
