#pragma once

#include "core/exchange/project_import.h"
#include "core/project/edit_parts.h"

#include <QHash>

#include <unordered_map>

namespace rb::exchange {

/// Puts records into a project, some thousand rows a transaction.
class RecordWriter {
public:
    RecordWriter(project::Project& project, const QString& editName, PictureFinder& finder, const ImportOptions& options);

    Status take(formats::PictureRecord record);
    /// Writes what is gathered and makes the edit stay.
    Status finish();
    const ImportCounts& counts() const { return m_counts; }

private:
    Status flush();
    void write(project::Edit& edit, const formats::PictureRecord& record);
    project::Id mediaOf(project::Edit& edit, const formats::PictureRecord& record, const FoundPicture& found);
    void writeRegion(project::Edit& edit, project::Id media, const formats::RegionRecord& record, const FoundPicture& found,
                     const formats::PictureRecord& picture);
    /// `present`: texts that the region or picture has already; the new ones are added.
    void writeCaptions(project::Edit& edit, project::Id media, project::Id region, const std::vector<formats::CaptionRecord>& captions,
                       QStringList& present);

    /// What the project had of a picture.
    struct Present {
        std::vector<project::Region> regions;
        QHash<project::Id, QStringList> captions; ///< texts by region; 0: of the whole picture
    };
    Present& presentOf(project::Id media);

    project::Project& m_project;
    PictureFinder& m_finder;
    ImportOptions m_options;
    project::EditParts m_parts;
    QHash<QString, project::Id> m_media;                            ///< by absolute path: of the project and of this import
    QSet<project::Id> m_before;                                     ///< pictures that the project had
    std::unordered_map<project::Id, Present> m_present;             ///< of some of them, read once a picture
    std::size_t m_presentRegions = 0;
    std::vector<formats::PictureRecord> m_waiting;
    std::size_t m_waitingRows = 0;
    ImportCounts m_counts;
};

} // namespace rb::exchange
