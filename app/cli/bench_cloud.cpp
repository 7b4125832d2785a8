#include "app/cli/bench_cloud.h"

#include "app/cli/bench_clock.h"
#include "app/cli/command.h"
#include "core/base/process_memory.h"
#include "core/clouds/cloud_reader.h"
#include "core/clouds/ply_writer.h"
#include "core/spatial/spatial_benchmark.h"
#include "core/vlm/point_group_benchmark.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <cstdio>

namespace rb::cli {
namespace {

Status benchReading(std::size_t points) {
    const QTemporaryDir folder;
    const QString file = folder.filePath(QStringLiteral("room.ply"));
    {
        clouds::Cloud cloud;
        cloud.positions = spatial::benchmarkRoom(points, 1);
        cloud.colors.assign(cloud.positions.size(), 128);
        if (Status written = clouds::writePly(QFile::encodeName(file).toStdString(), cloud); !written.ok()) return written;
    }
    QElapsedTimer timer;
    timer.start();
    const auto cloud = clouds::readCloud(QFile::encodeName(file).toStdString());
    if (!cloud.ok()) return cloud.error();
    const double took = secondsOf(timer), megabytes = static_cast<double>(QFileInfo(file).size()) / 1e6;
    std::printf("read PLY         %.0f MB, %.1f million points: %.2f s, %.1f million points a second\n", megabytes, static_cast<double>(cloud->size()) / 1e6, took,
                static_cast<double>(cloud->size()) / 1e6 / took);
    return {};
}

Status benchSelecting(std::size_t points) {
    spatial::SpatialBenchmark benchmark;
    benchmark.points = points;
    const auto f = spatial::measureSpatial(benchmark);
    if (!f.ok()) return f.error();
    std::printf("octree           %.2f s, %zu nodes\n", f->build / 1000, f->nodes);
    std::printf("select a box     %.1f ms (%zu points); by a plain loop %.1f ms, ratio %.1f\n", f->boxSelect, f->boxSelected, f->boxSelectPlain, f->boxSelectPlain / f->boxSelect);
    std::printf("select a frustum %.1f ms (%zu points); by a plain loop %.1f ms, ratio %.1f\n", f->frustumSelect, f->frustumSelected, f->frustumSelectPlain,
                f->frustumSelectPlain / f->frustumSelect);
    std::printf("select a lasso   %.1f ms (%zu points)\n", f->lassoSelect, f->lassoSelected);
    std::printf("pick a point     %.2f ms at worst; by a plain loop %.1f ms, ratio %.0f\n", f->pick, f->pickPlain, f->pickPlain / f->pick);
    if (!f->sameAsPlain) return Error{ErrorCode::Internal, "Octree and plain loop chose other points."};
    return {};
}

Status benchGroups() {
    const auto f = vlm::measurePointGroups();
    if (!f.ok()) return f.error();
    std::printf("group 40,000     %.1f + %.1f ms; libtorch %.1f + %.1f ms, ratio %.1f; centres %s, %.2f %% of neighbours the same\n", f->samplingMs, f->neighboursMs,
                f->torchSamplingMs, f->torchNeighboursMs, f->ratio(), f->sameCentres ? "identical" : "DIFFERENT", f->sameNeighbours * 100);
    return {};
}

/// Drawing needs VTK, which this program leaves to another one, so that it starts without.
int benchView(std::size_t points) {
    const QString program = QDir(QCoreApplication::applicationDirPath()).filePath(QStringLiteral("regionblip-bench-view"));
    std::fflush(stdout);
    return QProcess::execute(program, {QString::number(points)});
}

} // namespace

int CloudBench::run() const {
    if (Status read = benchReading(points); !read.ok()) return fail(read.error());
    if (Status selected = benchSelecting(points); !selected.ok()) return fail(selected.error());
    if (Status grouped = benchGroups(); !grouped.ok()) return fail(grouped.error());
    if (view && benchView(points) != 0) return fail({ErrorCode::Unsupported, "The view could not be measured; without a display use `xvfb-run -a` or --no-view."});
    return kGood;
}

} // namespace rb::cli
