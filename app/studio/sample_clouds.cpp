#include "app/studio/sample_clouds.h"

#include "core/clouds/ply_writer.h"
#include "core/project/region_edits.h"
#include "core/synthetic/object_cloud.h"
#include "core/synthetic/room.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace rb::studio {
namespace {

constexpr std::uint64_t kSeed = 2024; // none that the embedded model has learnt from
constexpr std::size_t kRoomPoints = 60'000, kObjectPoints = 8'192;
constexpr int kRooms = 3, kObjects = 2;

struct SampleCloud {
    QString name;                                ///< in the list behind the pictures
    clouds::Cloud cloud;
    QString caption;                             ///< of the whole; empty: none
    std::vector<synthetic::RoomObject> objects;
};

clouds::Cloud cloudOf(const geometry::PointCloud& points) {
    clouds::Cloud cloud;
    cloud.positions = points.positions;
    cloud.colors = points.colors;
    return cloud;
}

SampleCloud room(int number) {
    synthetic::RoomOptions options;
    options.points = kRoomPoints;
    options.minObjects = 4;
    auto scene = synthetic::makeRoom(options, kSeed, static_cast<std::uint64_t>(number));
    SampleCloud sample{QStringLiteral("space-room%1.ply").arg(number + 1), cloudOf(scene.cloud), {}, std::move(scene.objects)};
    sample.cloud.normals = std::move(scene.normals);
    sample.cloud.classes.assign(scene.semantics.begin(), scene.semantics.end());
    sample.cloud.instances.assign(scene.instances.begin(), scene.instances.end());
    return sample;
}

SampleCloud object(int number) {
    synthetic::ObjectOptions options;
    options.points = kObjectPoints;
    const auto made = synthetic::makeObject(options, kSeed, static_cast<std::uint64_t>(number));
    return {QStringLiteral("space-object%1.ply").arg(number + 1), cloudOf(made.cloud), QString::fromStdString(made.caption), {}};
}

project::Caption accepted(project::Id media, project::Id region, const QString& text) {
    project::Caption caption;
    caption.media = media;
    caption.region = region;
    caption.text = text;
    caption.state = project::CaptionState::Accepted;
    return caption;
}

void insert(project::Edit& edit, const SampleCloud& sample, const QString& folder, bool bare) {
    project::Media media;
    media.root = folder;
    media.path = sample.name;
    media.kind = project::MediaKind::Cloud;
    media.byteSize = QFileInfo(QDir(folder).filePath(sample.name)).size();
    media.pointCount = static_cast<qint64>(sample.cloud.size());
    const project::Id id = edit.insert(media);
    if (!sample.caption.isEmpty()) edit.insert(accepted(id, 0, sample.caption));
    for (const synthetic::RoomObject& object : sample.objects) {
        if (bare) break;
        project::Region region;
        region.media = id;
        region.label = QString::fromStdString(object.name);
        project::setCloudShape(region, {object.box, {}});
        edit.insert(accepted(id, edit.insert(region), QString::fromStdString(object.caption)));
    }
}

} // namespace

Status addSampleClouds(project::Project& project, const QString& folder) {
    std::vector<SampleCloud> samples;
    for (int i = 0; i < kRooms; ++i) samples.push_back(room(i));
    for (int i = 0; i < kObjects; ++i) samples.push_back(object(i));
    QDir().mkpath(folder);
    for (const SampleCloud& sample : samples)
        if (Status written = clouds::writePly(QFile::encodeName(QDir(folder).filePath(sample.name)).toStdString(), sample.cloud); !written.ok()) return written;
    return project.edit(QCoreApplication::translate("Edits", "Add sample clouds"), [&](project::Edit& edit) {
        for (int i = 0; i < static_cast<int>(samples.size()); ++i) insert(edit, samples[static_cast<std::size_t>(i)], folder, i == kRooms - 1);
    });
}

} // namespace rb::studio
