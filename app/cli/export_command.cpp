#include "app/cli/command.h"
#include "app/cli/report_text.h"
#include "core/exchange/clouds/cloud_export.h"
#include "core/exchange/format_table.h"
#include "core/exchange/project_export.h"

#include <QFile>

#include <cstdio>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

struct ExportCommand {
    std::string project, format, output, captions = "accepted-else-draft", split, dialect;
    bool copyPictures = false, preview = false, json = false, list = false;

    exchange::ExportOptions options() const {
        exchange::ExportOptions options;
        options.captions = captions == "all" ? exchange::CaptionChoice::All
                           : captions == "accepted" ? exchange::CaptionChoice::AcceptedOnly : exchange::CaptionChoice::AcceptedElseDraft;
        options.split = split;
        return options;
    }

    Status checkDialect(const formats::Format& chosen) const {
        if (dialect.empty()) return {};
        std::string names;
        for (const char* each : chosen.dialects) {
            if (dialect == each) return {};
            names += (names.empty() ? "" : ", ") + std::string(each);
        }
        return Error{ErrorCode::InvalidArgument, std::string(chosen.title) + " has no dialect \"" + dialect + "\"" + (names.empty() ? "." : "; choose one of " + names + ".")};
    }

    int listFormats() const {
        for (const formats::Format* each : exchange::allFormats()) {
            std::string dialects;
            for (const char* one : each->dialects) dialects += (dialects.empty() ? "  dialects: " : ", ") + std::string(one);
            std::printf("%-14s %-6s %-6s %s%s\n", each->name, each->read ? "read" : "", each->write ? "write" : "", each->title, dialects.c_str());
        }
        for (const exchange::CloudFormat& each : exchange::cloudFormats()) std::printf("%-14s %-6s %-6s %s (clouds)\n", each.name, each.read ? "read" : "", "write", each.title);
        return kGood;
    }

    Result<formats::LossReport> writeClouds(const project::Project& opened, const exchange::CloudFormat& chosen, nlohmann::ordered_json& files) const {
        if (preview) return exchange::previewCloudExport(opened, chosen, options());
        const auto written = exchange::exportClouds(opened, chosen, QFile::decodeName(output.c_str()), options());
        if (!written.ok()) return written.error();
        for (const auto& file : written->files) files.push_back(file.string());
        return written->losses;
    }

    /// The format of pictures; null: one of clouds.
    Result<const formats::Format*> chosen() const {
        if (exchange::cloudFormatNamed(format)) return static_cast<const formats::Format*>(nullptr);
        auto named = exchange::formatNamed(format);
        if (!named.ok()) return named.error();
        if (Status known = checkDialect(**named); !known.ok()) return known.error();
        return *named;
    }

    Result<formats::LossReport> writePictures(const project::Project& opened, const formats::Format& chosen, nlohmann::ordered_json& files) const {
        if (preview) return exchange::previewExport(opened, chosen, options(), {dialect, copyPictures});
        const auto written = exchange::exportProject(opened, chosen, QFile::decodeName(output.c_str()), options(), {dialect, copyPictures});
        if (!written.ok()) return written.error();
        for (const auto& file : written->files) files.push_back(file.string());
        return written->losses;
    }

    int run() const {
        if (list) return listFormats();
        if (project.empty() || format.empty() || (output.empty() && !preview))
            return fail({ErrorCode::InvalidArgument, "Give --project, --format and --output (or --preview); --list names the formats."});
        const auto pictures = chosen();
        if (!pictures.ok()) return fail(pictures.error());
        const auto opened = project::Project::open(QFile::decodeName(project.c_str()));
        if (!opened.ok()) return fail(opened.error());
        nlohmann::ordered_json report{{"format", format}, {"losses", nullptr}, {"files", nlohmann::ordered_json::array()}};
        const auto losses = *pictures ? writePictures(**opened, **pictures, report["files"]) : writeClouds(**opened, *exchange::cloudFormatNamed(format), report["files"]);
        if (!losses.ok()) return fail(losses.error());
        report["losses"] = toJson(*losses);
        if (json) std::printf("%s\n", report.dump(2).c_str());
        else std::printf("%s%s", toTable(*losses).c_str(), preview ? "Nothing was written.\n" : (std::to_string(report["files"].size()) + " files written: " + output + "\n").c_str());
        return kGood;
    }
};

} // namespace

void addExportCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<ExportCommand>();
    CLI::App* verb = app.add_subcommand("export", "Write a project's regions and captions for other programs");
    verb->add_option("--project", command->project, "Project file");
    verb->add_option("--format", command->format, "Name of the format; --list tells them");
    verb->add_option("--output", command->output, "File, or a new folder for formats of many files");
    verb->add_option("--captions", command->captions, "accepted-else-draft, accepted or all")->check(CLI::IsMember({"accepted-else-draft", "accepted", "all"}))->capture_default_str();
    verb->add_option("--split", command->split, "Only this split");
    verb->add_option("--dialect", command->dialect, "Variant of the format");
    verb->add_flag("--copy-pictures", command->copyPictures, "Put the pictures beside their labels, where the format has a place");
    verb->add_flag("--preview", command->preview, "Tell what would be kept, changed and dropped; write nothing");
    verb->add_flag("--json", command->json, "The report as JSON");
    verb->add_flag("--list", command->list, "All formats");
    verb->footer("Our own plain form loses nothing: regionblip export --project a.rbproject --format jsonl --captions all --output a.jsonl");
    verb->callback([command, &exitCode] { exitCode = command->run(); });
}

} // namespace rb::cli
