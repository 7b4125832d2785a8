#include "core/formats/datasets/datasets.h"
#include "core/formats/datasets/visual_genome.h"
#include "core/formats/json_head.h"

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
        .holds = {.exactBoxes = false, .wholePixels = true, .rounding = "corners are truncated to whole pixels, and sizes are rounded",
                  .regionFields = kVisualGenome, .pictureFields = kVisualGenome},
        .recognises = recognisesVisualGenome,
        .read = readVisualGenome,
        .write = writeVisualGenome,
    };
    return kFormat;
}

} // namespace rb::formats
