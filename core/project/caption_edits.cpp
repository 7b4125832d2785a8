#include "core/project/caption_edits.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace rb::project {

static QString named(const char* text) { return QCoreApplication::translate("Edits", text); }

static const QString kTokens = QStringLiteral("tokens");

QStringList tokensOf(const Caption& caption) {
    QStringList tokens;
    for (const QJsonValue& token : caption.options.value(kTokens).toArray()) tokens.append(token.toString());
    const bool unchanged = tokens.size() == static_cast<qsizetype>(caption.tokenScores.size()) && tokens.join(QString()).trimmed() == caption.text.trimmed();
    return unchanged ? tokens : QStringList();
}

std::vector<Caption> captionsOf(const Project& project, Id media, Id region) {
    std::vector<Caption> captions = project.captionsOf(media);
    std::erase_if(captions, [&](const Caption& caption) { return caption.region != region; });
    return captions;
}

std::optional<Caption> shownCaption(const Project& project, Id media, Id region) {
    for (const Caption& caption : captionsOf(project, media, region))
        if (caption.rank == 0) return caption;
    return std::nullopt;
}

bool isHumanWork(const Caption& caption) {
    return caption.source == CaptionSource::Human || caption.state == CaptionState::Accepted;
}

void storeMachineCaptions(Edit& edit, const std::vector<Caption>& present, Caption target,
                          const std::vector<MachineCaption>& captions, const MachineAuthor& author) {
    int rank = 0;
    for (const Caption& caption : present) {
        if (isHumanWork(caption)) rank = std::max(rank, caption.rank + 1);
        else edit.removeCaption(caption.id);
    }
    const bool shownStays = std::any_of(present.begin(), present.end(), [](const Caption& caption) {
        return caption.rank == 0 && isHumanWork(caption);
    });
    if (!shownStays) rank = 0;
    const auto taken = [&present](int wanted) {
        return std::any_of(present.begin(), present.end(), [&](const Caption& caption) {
            return isHumanWork(caption) && caption.rank == wanted;
        });
    };
    for (const MachineCaption& written : captions) {
        while (taken(rank)) ++rank;
        target.text = written.text;
        target.score = written.score;
        target.tokenScores = written.tokenScores;
        target.rank = rank++;
        target.source = CaptionSource::Model;
        target.state = CaptionState::Draft;
        target.model = author.model;
        target.adapter = author.adapter;
        target.options = author.options;
        if (!written.tokens.isEmpty()) target.options.insert(kTokens, QJsonArray::fromStringList(written.tokens));
        edit.insert(target);
    }
}

Status setCaptionText(Project& project, Id media, Id region, const QString& text) {
    const std::optional<Caption> shown = shownCaption(project, media, region);
    if (shown ? shown->text == text : text.isEmpty()) return {};
    return project.edit(named("Edit caption"), [&](Edit& edit) {
        Caption caption = shown.value_or(Caption());
        caption.media = media;
        caption.region = region;
        if (shown && caption.source == CaptionSource::Model) caption.editedFrom = caption.text;
        caption.text = text;
        caption.source = CaptionSource::Human;
        caption.tokenScores.clear();
        if (shown) edit.update(caption);
        else edit.insert(caption);
    });
}

Status chooseAlternative(Project& project, Id media, Id region, int rank) {
    const std::vector<Caption> captions = captionsOf(project, media, region);
    const auto chosen = std::find_if(captions.begin(), captions.end(), [&](const Caption& c) { return c.rank == rank; });
    if (rank == 0 || chosen == captions.end()) return {};
    return project.edit(named("Choose caption"), [&](Edit& edit) {
        for (Caption caption : captions) {
            if (caption.rank != 0 && caption.rank != rank) continue;
            caption.rank = caption.rank == 0 ? rank : 0;
            edit.update(caption);
        }
    });
}

Status setCaptionState(Project& project, Id media, Id region, CaptionState state) {
    std::optional<Caption> shown = shownCaption(project, media, region);
    if (!shown || shown->state == state) return {};
    shown->state = state;
    return project.edit(named(state == CaptionState::Accepted ? "Accept caption" : "Reject caption"),
                        [&](Edit& edit) { edit.update(*shown); });
}

} // namespace rb::project
