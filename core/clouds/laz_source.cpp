#include "core/clouds/las_header.h"
#include "core/clouds/point_source.h"
#include "core/clouds/refusal.h"

#include <laszip/laszip_api.h>

#include <algorithm>

namespace rb::clouds {
namespace {

constexpr std::size_t kBatchPoints = 8192;
/// Points that are all alike pack to less than a bit; no scan comes near this many a byte.
constexpr std::uint64_t kMostPointsAByte = 100;

/// LASzip's reader of one file.
class LazReader {
public:
    explicit LazReader(const std::string& name) : m_name(name) {
        laszip_BOOL packed = 0;
        m_good = laszip_create(&m_reader) == 0 && laszip_open_reader(m_reader, name.c_str(), &packed) == 0 &&
                 laszip_get_point_pointer(m_reader, &m_point) == 0;
    }
    ~LazReader() {
        if (!m_reader) return;
        laszip_close_reader(m_reader);
        laszip_destroy(m_reader);
    }
    LazReader(const LazReader&) = delete;
    LazReader& operator=(const LazReader&) = delete;

    /// Goes to the point `number` and reads it.
    bool readAt(std::uint64_t number) {
        if (number != m_next && laszip_seek_point(m_reader, static_cast<laszip_I64>(number)) != 0) m_good = false;
        m_next = number + 1;
        m_good = m_good && laszip_read_point(m_reader) == 0;
        return m_good;
    }
    bool good() const { return m_good; }
    const laszip_point_struct& point() const { return *m_point; }

private:
    std::string m_name;
    laszip_POINTER m_reader = nullptr;
    laszip_point_struct* m_point = nullptr;
    std::uint64_t m_next = 0;
    bool m_good = false;
};

class LazSource final : public PointSource {
public:
    LazSource(std::string name, const LasHeader& header) : m_name(std::move(name)), m_las(header) {
        m_header = cloudHeaderOf(header);
        const std::vector<Column> columns = lasColumns(header.format);
        m_header.has.colors = std::any_of(columns.begin(), columns.end(), [](const Column& c) { return c.role == Role::Red; });
        m_header.has.intensity = m_header.has.classes = true;
    }
    bool shortColors() const override { return m_header.has.colors; }

    Result<PointBatch> sample(std::size_t count) override {
        // To seek means to unpack a chunk of 50,000 points: the first points must do.
        LazReader reader(m_name);
        PointBatch batch;
        for (std::uint64_t i = 0; i < std::min<std::uint64_t>(count, m_header.points); ++i) {
            if (!reader.good() || !reader.readAt(i)) return damage(i);
            add(reader.point(), i, batch);
        }
        // The header's bounds tell where the rest lies.
        if (m_header.bounds)
            for (std::size_t axis = 0; axis < 3; ++axis)
                batch.columns[axis].insert(batch.columns[axis].end(), {m_header.bounds->lower[axis], m_header.bounds->upper[axis]});
        return batch;
    }

    Status read(const Thinning& thinning, const BatchTaker& take) override {
        LazReader reader(m_name);
        if (!reader.good()) return damage(0);
        PointBatch batch;
        for (std::uint64_t k = 0; k < thinning.chosen(); ++k) {
            const std::uint64_t number = thinning.pick(k);
            if (!reader.readAt(number)) return damage(number);
            add(reader.point(), number, batch);
            if (batch.count < kBatchPoints && k + 1 < thinning.chosen()) continue;
            if (Status taken = take(batch); !taken.ok()) return taken;
            batch = {};
        }
        return {};
    }

private:
    Error damage(std::uint64_t number) const {
        return refusal(m_name, "its packed data are damaged at point " + std::to_string(number));
    }

    void add(const laszip_point_struct& point, std::uint64_t number, PointBatch& batch) const {
        if (batch.count++ == 0) batch.firstInFile = number;
        batch.lastInFile = number;
        const laszip_I32 place[3] = {point.X, point.Y, point.Z};
        for (std::size_t axis = 0; axis < 3; ++axis)
            batch.columns[axis].push_back(place[axis] * m_las.scale[axis] + m_las.origin[axis]);
        batch.of(Role::Intensity).push_back(point.intensity);
        batch.of(Role::Class).push_back(m_las.format < 6 ? point.classification : point.extended_classification);
        if (!m_header.has.colors) return;
        for (std::size_t i = 0; i < 3; ++i)
            batch.columns[static_cast<std::size_t>(Role::Red) + i].push_back(point.rgb[i]);
    }

    std::string m_name;
    LasHeader m_las;
};

} // namespace

OpenedSource openLaz(const std::filesystem::path& path) {
    const Result<std::shared_ptr<ByteSource>> bytes = openFileBytes(path);
    if (!bytes.ok()) return bytes.error();
    const Result<LasHeader> header = readLasHeader(**bytes);
    if (!header.ok()) return header.error();
    if (header->points == 0) return refusal(path.string(), "it holds no points");
    if (header->points / kMostPointsAByte > (*bytes)->size())
        return refusal(path.string(), "its " + std::to_string(header->points) + " points are more than its bytes can hold");
    if (!LazReader(path.string()).good()) return refusal(path.string(), "LASzip cannot open it");
    return std::unique_ptr<PointSource>(new LazSource(path.string(), *header));
}

} // namespace rb::clouds
