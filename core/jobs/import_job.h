#pragma once

#include "core/exchange/record_writer.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace rb::jobs {

/// Imports a file of annotations while the window goes on: a thread of its own reads the file, and the
/// project's thread takes what it found a piece at a time between events. One edit, as
/// exchange::importInto(); no other edit may be made until it has finished. Stopping, or destroying it,
/// leaves the project as it was.
class ImportJob : public QObject {
    Q_OBJECT

public:
    ImportJob(project::Project& project, const formats::Format& format, std::filesystem::path path, const exchange::ImportOptions& options,
              QObject* parent = nullptr);
    ~ImportJob() override;

    void start();
    void stop();

Q_SIGNALS:
    void progressed(qint64 regions);
    /// Once, at the end. `error` is a Cancelled one after stop().
    void finished(const rb::exchange::ImportCounts& counts);
    void failed(const rb::Error& error);

private:
    void read(std::stop_token stop);
    Status hand(formats::PictureRecord record, std::stop_token stop);
    void takePiece();
    void end(const Status& status);

    project::Project& m_project;
    const formats::Format& m_format;
    std::filesystem::path m_path;
    exchange::ImportOptions m_options;
    exchange::PictureFinder m_finder;
    std::unique_ptr<exchange::RecordWriter> m_writer;
    qint64 m_regions = 0;

    std::mutex m_mutex;                              ///< of what both threads see
    std::condition_variable_any m_taken;
    std::vector<formats::PictureRecord> m_piece;
    std::optional<Status> m_read;                    ///< how reading ended
    bool m_asked = false;                            ///< takePiece() is on its way
    std::jthread m_reader;
};

} // namespace rb::jobs
