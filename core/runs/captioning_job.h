#pragma once

#include "core/base/result.h"
#include "core/project/project.h"

namespace rb::runs {

struct CaptioningJob {
    QString model;          ///< its folder
    QStringList adapters;   ///< files
    QString query;          ///< what is captioned; empty: everything
    QString scope = QStringLiteral("empty"); ///< as in `regionblip caption --scope`
    QString what = QStringLiteral("regions");
    int parts = 4;          ///< processes that share the project
};

struct CaptioningJobReport {
    int copied = 0;         ///< pictures and clouds in the job
    int elsewhere = 0;      ///< outside the project's folder: must be readable there at the same place
    int missing = 0;
};

/// Writes a folder that captions a project elsewhere: a copy of the project, its pictures and clouds, model and adapters, `caption.sh N`
/// for part N, and `caption.sbatch` for all parts under Slurm. Each part is written into a copy of its own
/// (`NAME.shard-N-of-M.rbproject`), which `regionblip project merge` brings into the project, as often as one likes.
Result<CaptioningJobReport> writeCaptioningJob(const project::Project& project, const CaptioningJob& wish, const QString& folder);

} // namespace rb::runs
