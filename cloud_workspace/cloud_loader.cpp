#include "cloud_workspace/cloud_loader.h"

#include "core/clouds/cloud_reader.h"

#include <QFile>

namespace rb::cloud_workspace {

// A point takes about 45 bytes with its index; larger clouds are shown thinned, which the view says.
static constexpr std::uint64_t kMostPoints = 40'000'000;
static constexpr double kReading = 0.6; // of all the time; the rest builds the index

CloudLoader::CloudLoader(QObject* parent) : QObject(parent) {}
CloudLoader::~CloudLoader() = default;

void CloudLoader::load(const QString& file) {
    m_loading = true;
    const quint64 number = ++m_number;
    m_thread = {}; // stops the one before, and waits for it
    m_thread = std::jthread([this, file, number](const std::stop_token& stop) { run(file, number, stop); });
}

void CloudLoader::cancel() {
    ++m_number;
    m_loading = false;
    m_thread.request_stop();
}

template <typename Answer>
void CloudLoader::answer(quint64 number, Answer give) {
    QMetaObject::invokeMethod(this, [this, number, give] {
        if (number == m_number) give();
    }, Qt::QueuedConnection);
}

void CloudLoader::run(const QString& file, quint64 number, const std::stop_token& stop) {
    const auto fail = [&](const Error& error) {
        answer(number, [this, error] {
            m_loading = false;
            Q_EMIT failed(error);
        });
    };
    clouds::CloudReadOptions options;
    options.thinTo = kMostPoints;
    options.stop = stop;
    options.progress = [&](double part) { answer(number, [this, part] { Q_EMIT progressed(part * kReading); }); };
    auto cloud = clouds::readCloud(QFile::encodeName(file).toStdString(), options);
    if (!cloud.ok()) return fail(cloud.error());
    CloudDocument document;
    document.cloud = std::make_shared<const clouds::Cloud>(std::move(*cloud));
    auto octree = spatial::PointOctree::build(document.cloud->positions, {}, stop);
    if (!octree.ok()) return fail(octree.error());
    document.octree = std::move(*octree);
    answer(number, [this, document] {
        m_loading = false;
        Q_EMIT loaded(document);
    });
}

} // namespace rb::cloud_workspace
