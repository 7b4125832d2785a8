#include "core/jobs/shard.h"

#include "core/base/splitmix64.h"
#include "core/project/copies.h"

#include <QFileInfo>

namespace rb::jobs {

bool Shard::holds(project::Id media) const {
    // Ids rise with time; mixed, so that pictures that came in together are spread over all parts.
    return splitMixed(static_cast<std::uint64_t>(media)) % static_cast<std::uint64_t>(count) == static_cast<std::uint64_t>(number - 1);
}

std::vector<CaptionTarget> Shard::of(const std::vector<CaptionTarget>& targets) const {
    std::vector<CaptionTarget> mine;
    for (const CaptionTarget& target : targets)
        if (holds(target.media)) mine.push_back(target);
    return mine;
}

QString Shard::copyOf(const QString& projectFile) const {
    const QFileInfo file(projectFile);
    return QStringLiteral("%1/%2.shard-%3-of-%4.rbproject").arg(file.absolutePath(), file.completeBaseName()).arg(number).arg(count);
}

Result<Shard> shardFrom(const QString& text) {
    const QStringList parts = text.split(QLatin1Char('/'));
    Shard shard;
    bool numberGood = false, countGood = false;
    if (parts.size() == 2) {
        shard.number = parts[0].toInt(&numberGood);
        shard.count = parts[1].toInt(&countGood);
    }
    if (numberGood && countGood && shard.number >= 1 && shard.number <= shard.count) return shard;
    return Error{ErrorCode::InvalidArgument, "\"" + text.toStdString() + "\" is no part of a project; write 2/4 for the second of four."};
}

Result<std::unique_ptr<project::Project>> openShard(const QString& projectFile, const QString& copy) {
    if (!QFileInfo::exists(copy))
        if (Status copied = project::copyProject(projectFile, copy); !copied.ok()) return copied.error();
    auto opened = project::Project::open(copy);
    if (opened.ok() && (*opened)->access() == project::Project::Access::ReadOnly)
        return Error{ErrorCode::Locked, copy.toStdString() + " is being captioned by " + (*opened)->lockHolder().toStdString() + "; choose another part."};
    return opened;
}

} // namespace rb::jobs
