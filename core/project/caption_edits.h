#pragma once

#include "core/project/project.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace rb::project {

/// What a model wrote for a region (or, with region 0, for the whole picture), best first.
struct MachineCaption {
    QString text;
    double score = 0;
    std::vector<float> tokenScores;
    QStringList tokens;   ///< the piece of text that each token added
};

/// Which model wrote it, and how.
struct MachineAuthor {
    QString model;
    QString adapter;
    QJsonObject options;
};

/// The pieces of text that a caption's tokens added, one for each of its token scores; empty when it was
/// edited since, or nobody kept them.
QStringList tokensOf(const Caption& caption);

/// Captions of one region or, with region 0, of the whole picture, by rank.
std::vector<Caption> captionsOf(const Project& project, Id media, Id region);
/// The one that is shown: rank 0.
std::optional<Caption> shownCaption(const Project& project, Id media, Id region);
/// Whether a person wrote, edited or accepted it; machine text never takes its place.
bool isHumanWork(const Caption& caption);

/// Stores new machine captions in place of the old unedited drafts. Where the shown caption is a
/// person's work it stays, and the new ones become alternatives.
void storeMachineCaptions(Edit& edit, const std::vector<Caption>& present, Caption target,
                          const std::vector<MachineCaption>& captions, const MachineAuthor& author);

/// Makes `text` the shown caption: a person's, which remembers the machine's words it came from.
Status setCaptionText(Project& project, Id media, Id region, const QString& text);
/// Shows alternative number `rank` in place of the present one, which takes its rank.
Status chooseAlternative(Project& project, Id media, Id region, int rank);
/// Accepts or rejects the shown caption; nothing when there is none.
Status setCaptionState(Project& project, Id media, Id region, CaptionState state);

} // namespace rb::project
