#include "core/clouds/cloud_reader.h"

#include "core/clouds/cloud_builder.h"
#include "core/clouds/refusal.h"
#include "core/clouds/scene_files.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <new>

namespace rb::clouds {
namespace {

constexpr std::size_t kSamplePoints = 1024;
constexpr std::uint64_t kPointsForModels = 2'000'000;

using Opener = OpenedSource (*)(const std::filesystem::path&);
constexpr std::pair<std::string_view, Opener> kOpeners[] = {
    {".ply", openPly}, {".pcd", openPcd}, {".las", openLas}, {".laz", openLas}, {".npy", openNpy}, {".npz", openNpz},
    {".xyz", openText}, {".txt", openText}, {".asc", openText}, {".csv", openText}, {".bin", openKitti},
};

Opener openerOf(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (const auto& [known, opener] : kOpeners)
        if (known == ending) return opener;
    return nullptr;
}

OpenedSource open(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::exists(path, error)) return Error{ErrorCode::FileNotFound, "There is no file " + path.string() + "."};
    const Opener opener = openerOf(path);
    if (!opener && std::filesystem::is_directory(path, error)) {
        const Result<std::filesystem::path> scene = sceneFileIn(path);
        if (!scene.ok()) return scene.error();
        return openScene(*scene);
    }
    if (!opener)
        return Error{ErrorCode::Unsupported, path.string() + " is of no known cloud format; .ply, .pcd, .las, .npy, .npz, .xyz, .txt, "
                                                             ".asc, .csv and KITTI's .bin are read."};
    return isSceneFile(path) ? openScene(path) : opener(path);
}

/// Hands batches on, tells the progress and looks at the stop token.
Status readAll(PointSource& source, const std::string& name, const CloudReadOptions& options, const Thinning& thinning, const BatchTaker& take) {
    return source.read(thinning, [&](const PointBatch& batch) -> Status {
        if (options.stop.stop_requested()) return Error{ErrorCode::Cancelled, "The reading of " + name + " was stopped."};
        Status taken = take(batch);
        if (options.progress) options.progress(static_cast<double>(batch.lastInFile + 1) / static_cast<double>(source.header().points));
        return taken;
    });
}

/// What the system would not give is a refusal and no exception.
template <typename T>
Result<T> guarded(const std::filesystem::path& path, const std::function<Result<T>()>& body) {
    try {
        return body();
    } catch (const std::bad_alloc&) {
        return Error{ErrorCode::TooLarge, path.string() + " needs more memory than there is."};
    } catch (const std::length_error&) {
        return Error{ErrorCode::TooLarge, path.string() + " needs more memory than there is."};
    }
}

Result<Cloud> build(PointSource& source, const std::string& name, const CloudReadOptions& options) {
    const Thinning thinning(source.header().points, options.thinTo);
    if (thinning.chosen() > options.maxPoints)
        return Error{ErrorCode::TooLarge, name + " has " + std::to_string(thinning.chosen()) + " points; at most " +
                                              std::to_string(options.maxPoints) + " are opened."};
    const Result<PointBatch> sample = source.sample(kSamplePoints);
    if (!sample.ok()) return sample.error();
    CloudBuilder builder(source, name, Conversion::of(source, *sample), thinning.chosen());
    const Status read = readAll(source, name, options, thinning, [&](const PointBatch& batch) { return builder.append(batch); });
    if (!read.ok()) return read.error();
    return builder.take();
}

Result<CloudBounds> boundsOf(PointSource& source, const std::string& name, const CloudReadOptions& options) {
    CloudBounds bounds;
    bounds.lower.fill(HUGE_VAL);
    bounds.upper.fill(-HUGE_VAL);
    const Status read = readAll(source, name, options, Thinning(source.header().points, 0), [&](const PointBatch& batch) -> Status {
        for (std::size_t axis = 0; axis < 3; ++axis)
            for (const double value : batch.columns[axis]) {
                if (std::isnan(value) && source.holesAreAllowed()) continue;
                if (!std::isfinite(value)) return refusal(name, "a point of it between " + std::to_string(batch.firstInFile) + " and " + std::to_string(batch.lastInFile) + " is not finite");
                bounds.lower[axis] = std::min(bounds.lower[axis], value);
                bounds.upper[axis] = std::max(bounds.upper[axis], value);
            }
        return {};
    });
    if (!read.ok()) return read.error();
    if (!(bounds.lower[0] <= bounds.upper[0])) return refusal(name, "none of its points has a place");
    return bounds;
}

} // namespace

std::uint64_t CloudHeader::memoryBytes(std::uint64_t count) const {
    return count * (12 + (has.colors ? 3U : 0U) + (has.normals ? 12U : 0U) + (has.intensity ? 4U : 0U) + (has.classes ? 4U : 0U) +
                    (has.instances ? 4U : 0U));
}

bool isCloudFile(const std::filesystem::path& path) {
    return openerOf(path) != nullptr;
}

Result<CloudHeader> readCloudHeader(const std::filesystem::path& path) {
    return guarded<CloudHeader>(path, [&]() -> Result<CloudHeader> {
        const OpenedSource source = open(path);
        if (!source.ok()) return source.error();
        return (*source)->header();
    });
}

Result<Cloud> readCloud(const std::filesystem::path& path, const CloudReadOptions& options) {
    return guarded<Cloud>(path, [&]() -> Result<Cloud> {
        const OpenedSource source = open(path);
        if (!source.ok()) return source.error();
        return build(**source, path.string(), options);
    });
}

Result<CloudHeader> measureCloud(const std::filesystem::path& path, const CloudReadOptions& options) {
    return guarded<CloudHeader>(path, [&]() -> Result<CloudHeader> {
        const OpenedSource source = open(path);
        if (!source.ok()) return source.error();
        const Result<CloudBounds> bounds = boundsOf(**source, path.string(), options);
        if (!bounds.ok()) return bounds.error();
        CloudHeader header = (*source)->header();
        header.bounds = *bounds;
        return header;
    });
}

geometry::PointCloud plainCloud(Cloud cloud) {
    if (cloud.offset != std::array<double, 3>{})
        for (std::size_t i = 0; i < cloud.positions.size(); ++i)
            cloud.positions[i] = static_cast<float>(cloud.offset[i % 3] + static_cast<double>(cloud.positions[i]));
    return {std::move(cloud.positions), std::move(cloud.colors)};
}

Result<geometry::PointCloud> readCloudForModel(const std::filesystem::path& path) {
    CloudReadOptions options;
    options.thinTo = kPointsForModels;
    Result<Cloud> cloud = readCloud(path, options);
    if (!cloud.ok()) return cloud.error();
    return plainCloud(*std::move(cloud));
}

} // namespace rb::clouds
