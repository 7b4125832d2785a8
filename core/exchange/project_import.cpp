#include "core/exchange/project_import.h"

#include "core/exchange/record_writer.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace rb::exchange {
namespace {

const Error kStopped{ErrorCode::Cancelled, "The import was stopped; the project is as it was."};

Status readable(const formats::Format& format) {
    if (format.read) return {};
    return Error{ErrorCode::Unsupported, std::string(format.title) + " can be written, but not read."};
}

/// Lets records through until it is asked to stop.
class Watched {
public:
    Watched(const ImportProgress& progress, std::stop_token stop) : m_progress(progress), m_stop(std::move(stop)) {}

    Status pass(const formats::PictureRecord& record) {
        constexpr std::size_t kStep = 1000;
        if (m_stop.stop_requested()) return kStopped;
        const std::size_t before = m_regions / kStep;
        m_regions += record.regions.size();
        if (m_progress && m_regions / kStep != before) m_progress(m_regions);
        return {};
    }

private:
    const ImportProgress& m_progress;
    std::stop_token m_stop;
    std::size_t m_regions = 0;
};

class Checker {
public:
    explicit Checker(PictureFinder& finder) : m_finder(finder) {}

    void look(const formats::PictureRecord& record) {
        const FoundPicture& found = m_finder.find(record.path);
        m_doctor.look(record, found.size);
        if (!m_seen.contains(found.file)) {
            m_seen.insert(found.file);
            ++m_report.pictures;
            if (!found.there) ++m_report.missing;
            if (!found.there && m_report.firstMissing.size() < 5) m_report.firstMissing.append(found.file);
        }
        m_report.regions += record.regions.size();
        m_report.pictureCaptions += record.captions.size();
        for (const formats::RegionRecord& region : record.regions) m_report.captions += region.captions.size();
    }
    ImportReport report(const formats::LossTally& tally) {
        m_report.findings = m_doctor.findings();
        m_report.losses = tally.report();
        return std::move(m_report);
    }

private:
    PictureFinder& m_finder;
    formats::CoordinateDoctor m_doctor;
    QSet<QString> m_seen;
    ImportReport m_report;
};

} // namespace

QString mediaFolder(const std::filesystem::path& path, const formats::ReadOptions& options) {
    if (!options.media.empty()) return QFile::decodeName(options.media.string().c_str());
    const QFileInfo info(QFile::decodeName(std::filesystem::absolute(path).string().c_str()));
    return info.isDir() ? info.absoluteFilePath() : info.absolutePath();
}

QString importName(const std::filesystem::path& path) {
    return QCoreApplication::translate("Edits", "Import %1").arg(QFile::decodeName(path.filename().string().c_str()));
}

Result<ImportReport> checkFile(const formats::Format& format, const std::filesystem::path& path, const ImportOptions& options,
                               const ImportProgress& progress, std::stop_token stop) {
    if (Status good = readable(format); !good.ok()) return good.error();
    PictureFinder finder(mediaFolder(path, options.reading));
    Checker checker(finder);
    Watched watched(progress, stop);
    formats::LossTally tally;
    const Status read = format.read(path, options.reading, [&](formats::PictureRecord record) {
        checker.look(record);
        return watched.pass(record);
    }, tally);
    if (!read.ok()) return read.error();
    return checker.report(tally);
}

Result<ImportCounts> importInto(project::Project& project, const formats::Format& format, const std::filesystem::path& path,
                                const ImportOptions& options, const ImportProgress& progress, std::stop_token stop) {
    if (Status good = readable(format); !good.ok()) return good.error();
    PictureFinder finder(mediaFolder(path, options.reading));
    RecordWriter writer(project, importName(path), finder, options);
    Watched watched(progress, stop);
    formats::LossTally tally;
    const Status read = format.read(path, options.reading, [&](formats::PictureRecord record) -> Status {
        if (Status passed = watched.pass(record); !passed.ok()) return passed;
        return writer.take(std::move(record));
    }, tally);
    if (!read.ok()) return read.error();
    if (Status finished = writer.finish(); !finished.ok()) return finished.error();
    return writer.counts();
}

} // namespace rb::exchange
