#include "core/formats/file_names.h"
#include "core/formats/trainers/format_parts.h"
#include "core/formats/trainers/tar_reader.h"
#include "core/formats/trainers/trainers.h"

namespace rb::formats {
namespace {

bool startsWithSample(const std::filesystem::path& path) {
    Result<TarReader> tar = TarReader::open(path);
    if (!tar.ok()) return false;
    const Result<std::optional<TarHeader>> first = tar->next();
    if (!first.ok() || !*first) return false;
    const std::string suffix = suffixOf((*first)->name);
    return isPictureSuffix(suffix) || suffix == ".json" || suffix == ".txt" || suffix == ".cls";
}

bool recognises(const std::filesystem::path& path) {
    std::error_code error;
    if (std::filesystem::is_regular_file(path, error)) return startsWithSample(path);
    int looked = 0;
    for (std::filesystem::directory_iterator at(path, error), end; !error && at != end && looked < 1000;
         at.increment(error), ++looked)
        if (at->path().extension() == ".tar" && at->is_regular_file(error)) return startsWithSample(at->path());
    return false;
}

} // namespace

const Format& webDatasetFormat() {
    static const Format kFormat{
        .name = kWebDataset, .title = "WebDataset shards", .output = Format::Output::Folder, .suffix = "", .dialects = {},
        .holds = {.pictureCaptions = true, .labels = true, .severalCaptions = true, .splits = true, .scores = true,
                  .regionFields = kWebDataset, .pictureFields = kWebDataset},
        .recognises = recognises, .read = readWebDataset, .write = writeWebDataset};
    return kFormat;
}

} // namespace rb::formats
