#include "core/runs/captioning_job.h"

#include "core/project/copies.h"
#include "core/runs/job_folder.h"

#include <QDir>
#include <QFileInfo>

namespace rb::runs {
namespace {

// A project file is written on a local disk, so each part works in a scratch folder and lays its copy back at its end.
QString partScript(const QString& project, int parts, const QStringList& arguments) {
    return QStringLiteral(
               "#!/bin/sh\n"
               "# ./caption.sh 2 writes the captions of part 2 of %1. Begun again, it goes on where it was.\n"
               "part=${1:?\"name a part, from 1 to %1\"}\n"
               "name=%2\n"
               "cd \"$(dirname \"$0\")\" || exit 1\n"
               "here=$(pwd)\n"
               "program=$(command -v \"${REGIONBLIP:-regionblip}\") || { echo \"regionblip is not on the PATH; name it in REGIONBLIP.\" >&2; exit 1; }\n"
               "copy=\"$name.shard-$part-of-%1.rbproject\"\n"
               "work=$(mktemp -d \"${TMPDIR:-/tmp}/regionblip.XXXXXX\") || exit 1\n"
               "save() {\n"
               "    for end in \"\" -wal; do\n"
               "        [ -e \"$work/$copy$end\" ] && cp \"$work/$copy$end\" \"$here/$copy$end.new\" && mv \"$here/$copy$end.new\" \"$here/$copy$end\"\n"
               "    done\n"
               "    [ -e \"$work/$copy-wal\" ] || rm -f \"$here/$copy-wal\"\n"
               "    rm -rf \"$work\"\n"
               "}\n"
               "trap save EXIT\n"
               "trap 'kill \"$child\" 2>/dev/null; wait \"$child\"; exit 143' TERM INT\n"
               "for each in *; do\n"
               "    case $each in *.rbproject) ;; *) ln -s \"$here/$each\" \"$work/$each\" ;; esac\n"
               "done\n"
               "for each in \"$name.rbproject\" \"$copy\" \"$copy-wal\"; do\n"
               "    [ -e \"$each\" ] && cp \"$each\" \"$work/\"\n"
               "done\n"
               "cd \"$work\" || exit 1\n"
               "\"$program\" caption --project \"$name.rbproject\" --shard \"$part/%1\" %3 &\n"
               "child=$!\n"
               "wait \"$child\"\n")
        .arg(parts).arg(shellWords({project}), shellWords(arguments));
}

QString slurmScript(int parts) {
    return QStringLiteral(
               "#!/bin/sh\n"
               "# sbatch caption.sbatch, in this folder: all parts, as many at once as there is room for.\n"
               "#SBATCH --job-name=caption\n"
               "#SBATCH --array=1-%1\n"
               "#SBATCH --gpus-per-task=1\n"
               "#SBATCH --cpus-per-task=8\n"
               "#SBATCH --time=24:00:00\n"
               "#SBATCH --requeue\n"
               "#SBATCH --signal=B:TERM@120\n"
               "#SBATCH --output=slurm-%A-%a.log\n"
               "cd \"${SLURM_SUBMIT_DIR:-$(dirname \"$0\")}\" || exit 1\n"
               "exec ./caption.sh \"$SLURM_ARRAY_TASK_ID\"\n").arg(parts);
}

QString readme(const QString& project, const CaptioningJob& wish) {
    return QStringLiteral("%1: captions by RegionBLIP Studio in %2 parts\n\n"
                          "Here:    ./caption.sh 1, ./caption.sh 2, … at the same time or one after the other\n"
                          "Slurm:   sbatch caption.sbatch\n\n"
                          "A part that was cut off goes on when it is begun again. REGIONBLIP names the program where it is not on the PATH.\n\n"
                          "To bring the captions into your project, also while some parts still work:\n"
                          "    regionblip project merge YOUR.rbproject %1.shard-*.rbproject\n").arg(project).arg(wish.parts);
}

/// Those in the project's folder, at the same place beside the copy.
Status takeMedia(JobFolder& job, const project::Project& project, CaptioningJobReport& report) {
    const QDir folder(project.folder());
    for (const project::Media& media : project.allMedia()) {
        const QString file = project.filePath(media);
        const bool inside = media.root.isEmpty() && QDir::isRelativePath(media.path) && !folder.relativeFilePath(file).startsWith(QLatin1String("../"));
        if (!QFileInfo::exists(file)) ++report.missing;
        else if (!inside) ++report.elsewhere;
        else if (Status added = job.add(file, folder.relativeFilePath(file)); !added.ok()) return added;
        else ++report.copied;
    }
    return {};
}

} // namespace

Result<CaptioningJobReport> writeCaptioningJob(const project::Project& project, const CaptioningJob& wish, const QString& folder) {
    JobFolder job(folder);
    if (Status made = job.create(); !made.ok()) return made.error();
    CaptioningJobReport report;
    if (Status taken = takeMedia(job, project, report); !taken.ok()) return taken.error();
    const QString name = QFileInfo(project.path()).completeBaseName();
    if (Status copied = project::copyProject(project.path(), job.path() + QLatin1Char('/') + name + QStringLiteral(".rbproject")); !copied.ok()) return copied.error();
    if (Status added = job.addModel(wish.model); !added.ok()) return added.error();
    QStringList arguments{QStringLiteral("--model"), QStringLiteral("model"), QStringLiteral("--scope"), wish.scope, QStringLiteral("--what"), wish.what};
    if (!wish.query.isEmpty()) arguments << QStringLiteral("--query") << wish.query;
    for (const QString& file : wish.adapters) {
        const auto inside = job.addAdapter(file);
        if (!inside.ok()) return inside.error();
        arguments << QStringLiteral("--adapter") << *inside;
    }
    if (Status written = job.addScript(QStringLiteral("caption.sh"), partScript(name, wish.parts, arguments)); !written.ok()) return written.error();
    if (Status written = job.addScript(QStringLiteral("caption.sbatch"), slurmScript(wish.parts)); !written.ok()) return written.error();
    if (Status written = job.addText(QStringLiteral("README.txt"), readme(name, wish)); !written.ok()) return written.error();
    if (Status done = job.finish(); !done.ok()) return done.error();
    return report;
}

} // namespace rb::runs
