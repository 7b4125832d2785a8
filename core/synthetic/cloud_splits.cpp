#include "core/synthetic/list_file.h"
#include "core/synthetic/npy_file.h"
#include "core/synthetic/split_writers.h"

#include <QJsonArray>

namespace rb::synthetic {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kCap3dPoints = 8192;

QString text(const std::string& utf8) {
    return QString::fromStdString(utf8);
}

/// `<uid>/<uid>_8192.npz`
Status writeObject(const fs::path& folder, const std::string& uid, const geometry::PointCloud& cloud) {
    if (Status made = makeFolder(folder / uid); !made.ok()) return made;
    return writeNpz(folder / uid / (uid + "_8192.npz"), npyBytes(std::span<const float>(cloud.positions), 3));
}

/// Words, with punctuation as words of its own.
QJsonArray tokensOf(const std::string& caption) {
    QJsonArray tokens;
    for (std::size_t at = 0; at < caption.size();) {
        const std::size_t end = caption[at] == ',' || caption[at] == '?'
                                    ? at + 1
                                    : std::min(caption.find_first_of(" ,?", at), caption.size());
        if (end > at) tokens.append(text(caption.substr(at, end - at)));
        at = end < caption.size() && caption[end] == ' ' ? end + 1 : end;
    }
    return tokens;
}

/// x y z, r g b, normal of every point.
std::vector<float> vertices(const RoomScene& scene) {
    std::vector<float> rows;
    for (std::size_t i = 0; i < scene.cloud.size(); ++i) {
        for (std::size_t axis = 0; axis < 3; ++axis)
            rows.push_back(scene.cloud.positions[3 * i + axis]);
        for (std::size_t axis = 0; axis < 3; ++axis)
            rows.push_back(scene.cloud.colors[3 * i + axis]);
        for (std::size_t axis = 0; axis < 3; ++axis)
            rows.push_back(scene.normals[3 * i + axis]);
    }
    return rows;
}

/// Centre, size, class and object id of every object.
std::vector<double> boxes(const RoomScene& scene) {
    std::vector<double> rows;
    for (std::size_t i = 0; i < scene.objects.size(); ++i) {
        const RoomObject& object = scene.objects[i];
        rows.insert(rows.end(), object.box.center.begin(), object.box.center.end());
        rows.insert(rows.end(), object.box.size.begin(), object.box.size.end());
        rows.push_back(object.nyu40Id);
        rows.push_back(static_cast<double>(i));
    }
    return rows;
}

Status writeArrays(const fs::path& folder, const std::string& id, const RoomScene& scene) {
    const std::pair<const char*, std::string> files[] = {
        {"_aligned_vert.npy", npyBytes(std::span<const float>(vertices(scene)), 9)},
        {"_aligned_bbox.npy", npyBytes(std::span<const double>(boxes(scene)), 8)},
        {"_ins_label.npy", npyBytes(std::span<const std::uint32_t>(scene.instances), 0)},
        {"_sem_label.npy", npyBytes(std::span<const std::uint32_t>(scene.semantics), 0)}};
    for (const auto& [ending, bytes] : files)
        if (Status written = replaceFile(folder / (id + ending), bytes); !written.ok()) return written;
    return {};
}

Status addDescriptions(const std::string& id, const RoomScene& scene, JsonListFile& list) {
    for (std::size_t i = 0; i < scene.objects.size(); ++i) {
        const RoomObject& object = scene.objects[i];
        const QJsonObject entry{{QStringLiteral("scene_id"), text(id)},
                                {QStringLiteral("object_id"), QString::number(i)},
                                {QStringLiteral("object_name"), text(object.name)},
                                {QStringLiteral("ann_id"), QStringLiteral("0")},
                                {QStringLiteral("description"), text(object.caption)},
                                {QStringLiteral("token"), tokensOf(object.caption)}};
        if (Status added = list.add(entry); !added.ok()) return added;
    }
    return {};
}

} // namespace

Status writeObjectSplit(const SplitJob& job) {
    const ObjectOptions options{.points = kCap3dPoints, .style = job.options.style};
    const auto fill = [&](const Sinks& sinks) -> Status {
        JsonListFile names(*sinks[1]);
        const Status made = job.eachScene([&](std::uint64_t index) -> Status {
            const ObjectCloud object = makeObject(options, job.options.seed, index);
            const std::string uid = "object" + sixDigits(index);
            if (Status written = writeObject(job.folder, uid, object.cloud); !written.ok()) return written;
            if (Status written = sinks[0]->write(uid + "," + object.caption + "\n"); !written.ok())
                return written;
            return names.add(object.name);
        });
        return made.ok() ? names.finish() : made;
    };
    return withFiles({job.folder / "captions.csv", job.folder / "names.json"}, fill);
}

Status writeRoomSplit(const SplitJob& job) {
    const RoomOptions options{.style = job.options.style};
    const auto fill = [&](const Sinks& sinks) -> Status {
        JsonListFile list(*sinks[0]);
        const Status made = job.eachScene([&](std::uint64_t index) -> Status {
            const RoomScene scene = makeRoom(options, job.options.seed, index);
            const std::string id = "scene" + sixDigits(index) + "_00";
            if (Status written = writeArrays(job.folder, id, scene); !written.ok()) return written;
            return addDescriptions(id, scene, list);
        });
        return made.ok() ? list.finish() : made;
    };
    return withFiles({job.folder / "scanrefer.json"}, fill);
}

} // namespace rb::synthetic
