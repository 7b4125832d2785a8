#include "core/exchange/format_table.h"

#include "core/formats/annotators/annotators.h"
#include "core/formats/datasets/datasets.h"
#include "core/formats/trainers/trainers.h"

namespace rb::exchange {

using formats::Format;

const std::vector<const Format*>& allFormats() {
    static const std::vector<const Format*> table{
        &formats::jsonlFormat(),   &formats::regionBlipFormat(),   &formats::cocoFormat(),   &formats::refcocoFormat(), &formats::visualGenomeFormat(),
        &formats::labelmeFormat(), &formats::cvatFormat(),         &formats::vocFormat(),    &formats::yoloFormat(),    &formats::llavaFormat(),
        &formats::shareGptFormat(), &formats::groundingFormat(),   &formats::webDatasetFormat(), &formats::kohyaFormat(), &formats::csvFormat()};
    return table;
}

Result<const Format*> formatNamed(const std::string& name) {
    std::string names;
    for (const Format* format : allFormats()) {
        if (name == format->name) return format;
        names += (names.empty() ? "" : ", ") + std::string(format->name);
    }
    return Error{ErrorCode::InvalidArgument, "There is no format \"" + name + "\"; choose one of " + names + "."};
}

Result<const Format*> formatOf(const std::filesystem::path& path) {
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) return Error{ErrorCode::FileNotFound, "There is no file or folder " + path.string() + "."};
    // Our plain form, which stands first, would take lines of others for its own.
    const auto& table = allFormats();
    for (auto format = table.rbegin(); format != table.rend(); ++format)
        if ((*format)->read && (*format)->recognises(path)) return *format;
    return Error{ErrorCode::Unsupported, path.string() + " is in no format that this program reads; name its format if you know it."};
}

Result<const Format*> chosenFormat(const std::string& name, const std::filesystem::path& path) {
    return name.empty() ? formatOf(path) : formatNamed(name);
}

} // namespace rb::exchange
