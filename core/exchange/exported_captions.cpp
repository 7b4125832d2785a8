#include "core/exchange/exported_captions.h"

#include <map>

namespace rb::formats {

using project::Caption;
using project::CaptionState;

static std::vector<QString> textsOf(const std::vector<Caption>& captions, CaptionState state) {
    std::vector<QString> texts;
    for (const Caption& caption : captions)
        if (caption.state == state && !caption.text.trimmed().isEmpty()) texts.push_back(caption.text);
    return texts;
}

ExportedCaptions exportedCaptions(const std::vector<Caption>& captions, CaptionChoice choice) {
    ExportedCaptions chosen;
    chosen.texts = textsOf(captions, CaptionState::Accepted);
    if (chosen.texts.empty() && choice == CaptionChoice::AcceptedElseDraft) {
        chosen.texts = textsOf(captions, CaptionState::Draft);
        if (chosen.texts.size() > 1) chosen.texts.resize(1);
    }
    chosen.leftOut = static_cast<int>(captions.size() - chosen.texts.size());
    return chosen;
}

ExportedPicture exportedPicture(const project::Project& project, const project::Media& media, int number,
                                CaptionChoice choice) {
    std::map<project::Id, std::vector<Caption>> byRegion;
    for (Caption& caption : project.captionsOf(media.id)) byRegion[caption.region].push_back(std::move(caption));
    ExportedPicture picture{media, number, {}, exportedCaptions(byRegion[0], choice)};
    for (project::Region& region : project.regionsOf(media.id)) {
        ExportedCaptions captions = exportedCaptions(byRegion[region.id], choice);
        picture.regions.push_back({std::move(region), std::move(captions)});
    }
    return picture;
}

void countCommonLosses(LossTally& tally, const ExportedPicture& picture) {
    tally.drop("splits", "the format does not name train, val and test", picture.media.split.isEmpty() ? 0 : 1);
    tally.drop("picture folders", "paths are relative to a folder that the format does not name",
               picture.media.root.isEmpty() ? 0 : 1);
    for (const ExportedRegion& each : picture.regions)
        tally.drop("hidden or locked marks", "the format has no place for them", each.region.hidden || each.region.locked ? 1 : 0);
}

} // namespace rb::formats
