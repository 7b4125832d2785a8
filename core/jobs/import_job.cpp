#include "core/jobs/import_job.h"

#include <QCoreApplication>

namespace rb::jobs {

// Some milliseconds of work for the project's thread.
static constexpr std::size_t kPiece = 500;

ImportJob::ImportJob(project::Project& project, const formats::Format& format, std::filesystem::path path, const exchange::ImportOptions& options,
                     QObject* parent)
    : QObject(parent), m_project(project), m_format(format), m_path(std::move(path)), m_options(options),
      m_finder(exchange::mediaFolder(m_path, options.reading)) {}

ImportJob::~ImportJob() { stop(); }

void ImportJob::start() {
    m_writer = std::make_unique<exchange::RecordWriter>(m_project, exchange::importName(m_path), m_finder, m_options);
    m_reader = std::jthread([this](std::stop_token stop) { read(stop); });
}

void ImportJob::stop() {
    if (!m_writer) return;
    m_reader.request_stop();
    m_taken.notify_all();
    if (m_reader.joinable()) m_reader.join();
    end(Error{ErrorCode::Cancelled, "The import was stopped; the project is as it was."});
}

void ImportJob::read(std::stop_token stop) {
    formats::LossTally tally;
    const Status read = m_format.read(m_path, m_options.reading, [&](formats::PictureRecord record) { return hand(std::move(record), stop); }, tally);
    const std::lock_guard lock(m_mutex);
    m_read = read;
    QMetaObject::invokeMethod(this, &ImportJob::takePiece, Qt::QueuedConnection);
}

Status ImportJob::hand(formats::PictureRecord record, std::stop_token stop) {
    std::unique_lock lock(m_mutex);
    m_taken.wait(lock, stop, [this] { return m_piece.size() < kPiece; });
    if (stop.stop_requested()) return Error{ErrorCode::Cancelled, ""};
    m_piece.push_back(std::move(record));
    if (!m_asked) QMetaObject::invokeMethod(this, &ImportJob::takePiece, Qt::QueuedConnection);
    m_asked = true;
    return {};
}

void ImportJob::takePiece() {
    if (!m_writer) return;
    std::vector<formats::PictureRecord> piece;
    std::optional<Status> read;
    {
        const std::lock_guard lock(m_mutex);
        piece.swap(m_piece);
        m_asked = false;
        read = m_read;
    }
    m_taken.notify_all();
    for (formats::PictureRecord& record : piece) {
        m_regions += static_cast<qint64>(record.regions.size());
        if (Status taken = m_writer->take(std::move(record)); !taken.ok()) return end(taken);
    }
    Q_EMIT progressed(m_regions);
    if (read) end(read->ok() ? m_writer->finish() : *read);
}

void ImportJob::end(const Status& status) {
    m_reader.request_stop();
    m_taken.notify_all();
    const exchange::ImportCounts counts = m_writer->counts();
    m_writer.reset(); // takes back what is unfinished
    if (status.ok()) Q_EMIT finished(counts);
    else Q_EMIT failed(status.error());
}

} // namespace rb::jobs
