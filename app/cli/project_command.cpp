#include "app/cli/camera_argument.h"
#include "app/cli/command.h"
#include "app/cli/find_command.h"
#include "core/exchange/relink.h"
#include "core/project/copies.h"
#include "core/project/links.h"
#include "core/project/merge.h"
#include "core/project/schema.h"

#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <limits>
#include <memory>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

namespace rb::cli {
namespace {

using project::Project;

struct ProjectCommand {
    std::string file, folder, backup, name, picture, cloud, lens, pose;
    std::vector<std::string> others;
    bool json = false;

    QString path() const { return QFile::decodeName(file.c_str()); }

    int info() const {
        const auto opened = Project::open(path());
        if (!opened.ok()) return fail(opened.error());
        const Project::Counts counts = (*opened)->counts();
        int missing = 0;
        for (const project::Media& media : (*opened)->allMedia()) missing += QFileInfo::exists((*opened)->filePath(media)) ? 0 : 1;
        const auto backups = project::backupsOf(path());
        if (json) {
            const nlohmann::ordered_json report{{"media", counts.media}, {"missing", missing}, {"regions", counts.regions}, {"drafts", counts.drafts},
                                                {"accepted", counts.accepted}, {"file_version", project::kSchemaVersion}, {"backups", backups.size()},
                                                {"undo", (*opened)->undoName().toStdString()}, {"open_in", (*opened)->lockHolder().toStdString()}};
            std::printf("%s\n", report.dump(2).c_str());
            return kGood;
        }
        std::printf("%lld pictures and clouds (%d missing on disk), %lld regions, %lld drafts, %lld accepted captions\n", static_cast<long long>(counts.media),
                    missing, static_cast<long long>(counts.regions), static_cast<long long>(counts.drafts), static_cast<long long>(counts.accepted));
        std::printf("last edit: %s\nbackups: %lld\n", (*opened)->canUndo() ? (*opened)->undoName().toUtf8().constData() : "none", static_cast<long long>(backups.size()));
        return kGood;
    }

    int verify() const {
        const auto opened = Project::open(path());
        if (!opened.ok()) return fail(opened.error());
        if (!project::isSound((*opened)->database()))
            return fail({ErrorCode::FileInvalid, file + " is damaged; `regionblip project restore` puts a backup in its place."});
        const auto changed = exchange::changedMedia(**opened);
        for (const QString& each : changed) std::printf("changed since it was added: %s\n", each.toUtf8().constData());
        std::printf("%s is sound; %lld pictures changed on disk\n", file.c_str(), static_cast<long long>(changed.size()));
        return changed.isEmpty() ? kGood : kFailed;
    }

    int backUp() const {
        const auto made = name.empty() ? project::backUp(path()) : project::takeSnapshot(path(), QString::fromStdString(name));
        if (!made.ok()) return fail(made.error());
        std::printf("%s\n", made->toUtf8().constData());
        return kGood;
    }

    static const char* kindOf(const project::ProjectCopy& copy) {
        using Kind = project::ProjectCopy::Kind;
        switch (copy.kind) {
        case Kind::Backup: return "backup";
        case Kind::Replaced: return "replaced";
        case Kind::OlderVersion: return "older version";
        case Kind::Snapshot: break;
        }
        return "snapshot";
    }

    int copies() const {
        nlohmann::ordered_json report = nlohmann::ordered_json::array();
        for (const project::ProjectCopy& copy : project::copiesOf(path())) {
            const QString time = copy.time.toString(Qt::ISODate);
            if (json) report.push_back({{"kind", kindOf(copy)}, {"name", copy.name.toStdString()}, {"time", time.toStdString()}, {"bytes", copy.bytes}, {"file", copy.file.toStdString()}});
            else std::printf("%s  %-13s  %s\n", time.toUtf8().constData(), kindOf(copy), copy.file.toUtf8().constData());
        }
        if (json) std::printf("%s\n", report.dump(2).c_str());
        return kGood;
    }

    int restore() const {
        const QStringList backups = project::backupsOf(path());
        const QString chosen = backup.empty() ? backups.value(0) : QFile::decodeName(backup.c_str());
        if (chosen.isEmpty()) return fail({ErrorCode::FileNotFound, file + " has no backups."});
        if (Status restored = project::restoreCopy(chosen, path()); !restored.ok()) return fail(restored.error());
        std::printf("%s is as it was in %s; what it was before is kept beside it\n", file.c_str(), chosen.toUtf8().constData());
        return kGood;
    }

    int hash() const {
        auto opened = Project::open(path());
        if (!opened.ok()) return fail(opened.error());
        const auto left = exchange::hashMedia(**opened, std::numeric_limits<int>::max());
        if (!left.ok()) return fail(left.error());
        std::printf("%d pictures could not be read\n", *left);
        return kGood;
    }

    int merge() const {
        auto opened = Project::open(path());
        if (!opened.ok()) return fail(opened.error());
        for (const std::string& other : others) {
            const auto merged = project::mergeFrom(**opened, QFile::decodeName(other.c_str()));
            if (!merged.ok()) return fail(merged.error());
            for (const QString& conflict : merged->conflicts) std::printf("! %s\n", conflict.toUtf8().constData());
            std::printf("%d edits of %s, %d rows taken, %lld conflicts\n", merged->edits, other.c_str(), merged->rows, static_cast<long long>(merged->conflicts.size()));
        }
        return kGood;
    }

    static std::optional<project::Media> mediaNamed(const Project& opened, const std::string& name) {
        const QString wanted = QFile::decodeName(name.c_str()), absolute = QFileInfo(wanted).absoluteFilePath();
        for (const project::Media& media : opened.allMedia())
            if (media.path == wanted || opened.filePath(media) == absolute) return media;
        return std::nullopt;
    }

    int link() const {
        auto opened = Project::open(path());
        if (!opened.ok()) return fail(opened.error());
        auto shown = mediaNamed(**opened, picture);
        const auto seen = mediaNamed(**opened, cloud);
        if (!shown || shown->kind != project::MediaKind::Image) return fail({ErrorCode::InvalidArgument, picture + " is no picture of " + file + "; add it first."});
        if (!seen || seen->kind != project::MediaKind::Cloud) return fail({ErrorCode::InvalidArgument, cloud + " is no cloud of " + file + "; add it first."});
        const auto camera = cameraFrom(lens, pose);
        if (!camera.ok()) return fail(camera.error());
        project::setCameraLink(*shown, {seen->id, *camera});
        if (Status linked = (*opened)->edit(QStringLiteral("Link picture"), [&](project::Edit& edit) { edit.update(*shown); }); !linked.ok()) return fail(linked.error());
        std::printf("%s was taken in %s; Ctrl+Alt+L goes between their regions\n", picture.c_str(), cloud.c_str());
        return kGood;
    }

    int relink() const {
        auto opened = Project::open(path());
        if (!opened.ok()) return fail(opened.error());
        const auto found = exchange::findMedia((*opened)->database(), (*opened)->folder(), QFile::decodeName(folder.c_str()));
        if (!found.ok()) return fail(found.error());
        if (Status relinked = exchange::relinkMedia(**opened, *found); !relinked.ok()) return fail(relinked.error());
        for (const QString& each : found->unfound) std::printf("still missing: %s\n", each.toUtf8().constData());
        std::printf("%lld found again, %lld still missing\n", static_cast<long long>(found->files.size()), static_cast<long long>(found->unfound.size()));
        return kGood;
    }
};

} // namespace

void addProjectCommand(CLI::App& app, int& exitCode) {
    auto command = std::make_shared<ProjectCommand>();
    CLI::App* verb = app.add_subcommand("project", "Look after a project file: info, verify, hash, backup, copies, restore, merge, relink, link, find");
    verb->require_subcommand(1);
    const auto add = [&](const char* name, const char* what, int (ProjectCommand::*run)() const) {
        CLI::App* sub = verb->add_subcommand(name, what);
        sub->add_option("file", command->file, "Project file")->required();
        sub->callback([command, run, &exitCode] { exitCode = (command.get()->*run)(); });
        return sub;
    };
    add("info", "Counts, missing pictures, last edit", &ProjectCommand::info)->add_flag("--json", command->json, "As JSON");
    add("verify", "Read every page of the file and compare pictures with their sizes and hashes", &ProjectCommand::verify);
    add("hash", "Remember what the pictures hold, so that moved ones are found by it", &ProjectCommand::hash);
    add("backup", "Make a rolling backup beside the project, or a copy under a name, which stays", &ProjectCommand::backUp)
        ->add_option("--name", command->name, "What the copy is for, such as \"before cleaning up\"");
    add("copies", "List snapshots, backups and what was replaced, newest first", &ProjectCommand::copies)->add_flag("--json", command->json, "As JSON");
    add("restore", "Put a copy in the project's place; what was there is kept", &ProjectCommand::restore)
        ->add_option("--backup,--copy", command->backup, "Which, as `copies` lists them; the newest backup when it is not given");
    add("merge", "Take over what was done in other copies of the project", &ProjectCommand::merge)->add_option("other", command->others, "The other copies")->required();
    CLI::App* link = add("link", "Tell where in a cloud a picture was taken, so that its regions show which points they see", &ProjectCommand::link);
    link->add_option("--picture", command->picture, "Picture of the project")->required();
    link->add_option("--cloud", command->cloud, "Cloud of the project")->required();
    link->add_option("--lens", command->lens, "fx,fy,cx,cy in pixels of the picture as shown")->required();
    link->add_option("--pose", command->pose, "Text file with the 4x4 matrix from the camera (x right, y down, z ahead) to the cloud, as ScanNet's pose files")->required();
    add("relink", "Find moved pictures again by content", &ProjectCommand::relink)->add_option("folder", command->folder, "Where to look")->required();
    addFindCommand(*verb, exitCode);
}

} // namespace rb::cli
