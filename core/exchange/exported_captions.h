#pragma once

#include "core/exchange/export.h"
#include "core/formats/loss_tally.h"

namespace rb::formats {

/// The captions of one region, or of a whole picture, that leave the project, by rank.
struct ExportedCaptions {
    std::vector<QString> texts;
    int leftOut = 0;   ///< captions that stay: rejected, blank, or drafts that were not chosen
};

/// Chooses among the captions of one region, given by rank.
ExportedCaptions exportedCaptions(const std::vector<project::Caption>& captions, CaptionChoice choice);

struct ExportedRegion {
    project::Region region;
    ExportedCaptions captions;
};

/// One picture with its regions in their order.
struct ExportedPicture {
    project::Media media;
    int number = 0;                    ///< from 1, in the order of Project::allMedia()
    std::vector<ExportedRegion> regions;
    ExportedCaptions ownCaptions;      ///< of the whole picture
};

/// UTF-8 for a Json value; lone surrogates are replaced.
inline std::string utf8(const QString& text) { return text.toUtf8().toStdString(); }

/// What no export format of this folder can hold: splits, hidden and locked marks, the folder that
/// a path is relative to.
void countCommonLosses(LossTally& tally, const ExportedPicture& picture);

ExportedPicture exportedPicture(const project::Project& project, const project::Media& media, int number,
                                CaptionChoice choice);

} // namespace rb::formats
