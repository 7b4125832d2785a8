#include "app/cli/command.h"
#include "app/cli/report_text.h"
#include "app/cli/terminal_count.h"
#include "core/exchange/clouds/cloud_import.h"
#include "core/exchange/format_table.h"

#include <QFile>

#include <algorithm>
#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

/// What `import` and `check` read, and how.
struct ReadingFlags {
    std::string path, format, media, origin = "detect", state = "accepted", split;
    std::vector<std::string> corrections;
    bool json = false;

    void addTo(CLI::App& verb) {
        verb.add_option("path", path, "File or folder of annotations")->required();
        verb.add_option("--format", format, "Its format, as `regionblip export --list` names them; recognised when it is not given");
        verb.add_option("--media", media, "Folder of the pictures; else the one that the format's habit names");
        verb.add_option("--origin", origin, "Number of the first pixel in Pascal VOC: detect, zero or one")->check(CLI::IsMember({"detect", "zero", "one"}))->capture_default_str();
        verb.add_option("--correct", corrections, "Mend all boxes: " + names())->check(CLI::IsMember(nameList()));
        verb.add_flag("--json", json, "The report as JSON");
    }
    static std::vector<std::string> nameList() {
        std::vector<std::string> list;
        for (const formats::Correction each : formats::allCorrections()) list.push_back(formats::nameOf(each));
        return list;
    }
    static std::string names() {
        std::string text;
        for (const std::string& name : nameList()) text += (text.empty() ? "" : ", ") + name;
        return text;
    }
    exchange::ImportOptions options() const {
        exchange::ImportOptions options;
        options.reading.media = media;
        using Origin = formats::ReadOptions::Origin;
        options.reading.origin = origin == "zero" ? Origin::Zero : origin == "one" ? Origin::One : Origin::Detect;
        for (const formats::Correction each : formats::allCorrections())
            if (std::find(corrections.begin(), corrections.end(), formats::nameOf(each)) != corrections.end()) options.corrections.push_back(each);
        options.captionState = state == "draft" ? project::CaptionState::Draft : project::CaptionState::Accepted;
        options.split = QString::fromStdString(split);
        return options;
    }
};

/// The format of clouds that is named, or recognised where none is; nullptr: the file is for pictures.
const exchange::CloudFormat* cloudFormat(const ReadingFlags& flags) {
    return flags.format.empty() ? exchange::cloudFormatOf(flags.path) : exchange::cloudFormatNamed(flags.format);
}

int tell(const ReadingFlags& flags, const char* name, const char* title, const Result<exchange::ImportReport>& report) {
    if (!report.ok()) return fail(report.error());
    nlohmann::ordered_json json{{"path", flags.path}, {"format", name}};
    json.update(toJson(*report));
    if (flags.json) std::printf("%s\n", json.dump(2).c_str());
    else std::printf("%s: %s\n%s", flags.path.c_str(), title, toTable(*report).c_str());
    return kGood;
}

int check(const ReadingFlags& flags) {
    if (const auto* clouds = cloudFormat(flags)) return tell(flags, clouds->name, clouds->title, exchange::checkClouds(*clouds, flags.path, flags.options()));
    const auto format = exchange::chosenFormat(flags.format, flags.path);
    if (!format.ok()) return fail(format.error());
    return tell(flags, (*format)->name, (*format)->title, exchange::checkFile(**format, flags.path, flags.options()));
}

/// An existing project, or a new one.
Result<std::unique_ptr<project::Project>> projectAt(const std::string& file) {
    const QString path = QFile::decodeName(file.c_str());
    return QFile::exists(path) ? project::Project::open(path) : project::Project::create(path);
}

Result<exchange::ImportCounts> importPictures(project::Project& project, const formats::Format& format, const ReadingFlags& flags) {
    const auto count = terminalCount();
    return exchange::importInto(project, format, flags.path, flags.options(), [&count](std::size_t regions) {
        if (count) count(regions, 0);
    });
}

int import(const ReadingFlags& flags, const std::string& project) {
    const exchange::CloudFormat* clouds = cloudFormat(flags);
    const auto format = clouds ? Result<const formats::Format*>(nullptr) : exchange::chosenFormat(flags.format, flags.path);
    if (!format.ok()) return fail(format.error());
    auto opened = projectAt(project);
    if (!opened.ok()) return fail(opened.error());
    const auto done = clouds ? exchange::importClouds(**opened, *clouds, flags.path, flags.options()) : importPictures(**opened, **format, flags);
    if (!done.ok()) return fail(done.error());
    const nlohmann::ordered_json json{{"format", clouds ? clouds->name : (*format)->name}, {"pictures", done->pictures}, {"missing", done->missing}, {"regions", done->regions},
                                      {"captions", done->captions}, {"known", done->known}};
    if (flags.json) std::printf("%s\n", json.dump(2).c_str());
    else
        std::printf("%s: %d new %s (%d of them missing on disk), %d regions, %d captions; %d regions were there already\n", clouds ? clouds->title : (*format)->title,
                    done->pictures, clouds ? "clouds" : "pictures", done->missing, done->regions, done->captions, done->known);
    return kGood;
}

} // namespace

void addImportCommand(CLI::App& app, int& exitCode) {
    auto flags = std::make_shared<ReadingFlags>();
    auto project = std::make_shared<std::string>();
    CLI::App* verb = app.add_subcommand("import", "Take regions and captions of another program into a project");
    flags->addTo(*verb);
    verb->add_option("--project", *project, "Project file; made when it is missing")->required();
    verb->add_option("--state", flags->state, "Of captions whose file does not say: accepted or draft")->check(CLI::IsMember({"accepted", "draft"}))->capture_default_str();
    verb->add_option("--split", flags->split, "Of pictures whose file does not say: train, val or test");
    verb->footer("`regionblip check PATH` looks first. The import is one edit: the window's undo takes it back.\n"
                 "Example: regionblip import instances.json --media images/ --project animals.rbproject");
    verb->callback([flags, project, &exitCode] { exitCode = import(*flags, *project); });
}

void addCheckCommand(CLI::App& app, int& exitCode) {
    auto flags = std::make_shared<ReadingFlags>();
    CLI::App* verb = app.add_subcommand("check", "Look at a file of annotations: what it holds, what looks wrong");
    flags->addTo(*verb);
    verb->footer("Tells of boxes counted from 1, corners read as sizes, fractions, pictures of another size or turned by\n"
                 "their EXIF orientation, missing pictures. Nothing is written.");
    verb->callback([flags, &exitCode] { exitCode = check(*flags); });
}

} // namespace rb::cli
