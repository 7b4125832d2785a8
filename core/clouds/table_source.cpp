#include "core/clouds/table_source.h"

#include "core/base/checked.h"
#include "core/clouds/refusal.h"

#include <algorithm>
#include <bit>

namespace rb::clouds {
namespace {

constexpr std::uint64_t kBlockBytes = 4 << 20;
/// Few enough that a batch's columns stay in the cache, and enough that a batch costs nothing.
constexpr std::uint64_t kBatchPoints = 8192;

const std::vector<std::uint32_t> kAll;

void unpackColors(PointBatch& batch) {
    std::vector<double>& red = batch.of(Role::Red);
    std::vector<double>& green = batch.of(Role::Green);
    std::vector<double>& blue = batch.of(Role::Blue);
    green.resize(batch.count);
    blue.resize(batch.count);
    for (std::size_t i = 0; i < batch.count; ++i) {
        const auto packed = static_cast<std::uint32_t>(red[i]);
        red[i] = packed >> 16 & 0xff;
        green[i] = packed >> 8 & 0xff;
        blue[i] = packed & 0xff;
    }
}

class TableSource final : public PointSource {
public:
    TableSource(CloudHeader header, Table table) : m_table(std::move(table)) {
        m_header = std::move(header);
        m_header.has = {typeOf(Role::Red) || typeOf(Role::PackedColor), typeOf(Role::NormalX) != nullptr,
                        typeOf(Role::Intensity) != nullptr, typeOf(Role::Class) != nullptr, typeOf(Role::Instance) != nullptr};
        std::uint64_t widest = 1;
        for (const Strip& strip : m_table.strips) widest = std::max(widest, strip.stride);
        m_blockPoints = std::max<std::uint64_t>(1, kBlockBytes / widest);
    }

    bool holesAreAllowed() const override { return m_table.holesAreAllowed; }
    bool floatPositions() const override { return is(Role::X, Scalar::Float32); }
    bool realColors() const override { return typeOf(Role::Red) && isReal(*typeOf(Role::Red)); }
    bool shortColors() const override { return is(Role::Red, Scalar::UInt16); }

    Result<PointBatch> sample(std::size_t count) override {
        const bool seeks = std::all_of(m_table.strips.begin(), m_table.strips.end(), [](const Strip& s) { return s.bytes->seeks(); });
        PointBatch all;
        const auto keep = [&all](const PointBatch& batch) {
            for (std::size_t role = 0; role < kBatchRoles; ++role)
                all.columns[role].insert(all.columns[role].end(), batch.columns[role].begin(), batch.columns[role].end());
            all.count += batch.count;
            return Status();
        };
        const std::uint64_t wanted = std::min<std::uint64_t>(count, m_header.points);
        const Thinning thinning(m_header.points, wanted);
        Status read;
        if (!seeks || thinning.all()) read = readBlock(0, wanted, Thinning(m_header.points, 0), keep);
        else
            for (std::uint64_t k = 0; k < wanted && read.ok(); ++k) read = readBlock(thinning.pick(k), 1, Thinning(m_header.points, 0), keep);
        if (!read.ok()) return read.error();
        return all;
    }

    Status read(const Thinning& thinning, const BatchTaker& take) override {
        m_next = 0;
        for (std::uint64_t first = 0; first < m_header.points; first += m_blockPoints) {
            const std::uint64_t count = std::min(m_blockPoints, m_header.points - first);
            if (Status done = readBlock(first, count, thinning, take); !done.ok()) return done;
        }
        return {};
    }

private:
    const Scalar* typeOf(Role role) const {
        for (const Strip& strip : m_table.strips)
            for (const Column& column : strip.columns)
                if (column.role == role) return &column.type;
        return nullptr;
    }
    bool is(Role role, Scalar type) const { return typeOf(role) && *typeOf(role) == type; }

    Status readBlock(std::uint64_t first, std::uint64_t count, const Thinning& thinning, const BatchTaker& take) {
        m_blocks.resize(m_table.strips.size());
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const Strip& strip = m_table.strips[i];
            m_blocks[i].resize(count * strip.stride);
            if (Status read = strip.bytes->read(strip.start + first * strip.stride, m_blocks[i].data(), m_blocks[i].size()); !read.ok())
                return read;
        }
        for (std::uint64_t done = 0; done < count; done += kBatchPoints)
            if (Status taken = giveBatch(first, done, std::min(kBatchPoints, count - done), thinning, take); !taken.ok()) return taken;
        return {};
    }

    Status giveBatch(std::uint64_t blockFirst, std::uint64_t done, std::uint64_t count, const Thinning& thinning, const BatchTaker& take) {
        const std::uint64_t first = blockFirst + done;
        m_picks.clear();
        if (!thinning.all())
            for (; m_next < thinning.chosen() && thinning.pick(m_next) < first + count; ++m_next)
                m_picks.push_back(static_cast<std::uint32_t>(thinning.pick(m_next) - first));
        m_batch.count = thinning.all() ? count : m_picks.size();
        m_batch.firstInFile = first;
        m_batch.lastInFile = first + count - 1;
        if (m_batch.count == 0) return {};
        for (std::size_t i = 0; i < m_blocks.size(); ++i) {
            const Strip& strip = m_table.strips[i];
            for (const Column& column : strip.columns) decodeInto(column, m_blocks[i].data() + done * strip.stride, strip.stride);
        }
        return take(m_batch);
    }

    void decodeInto(const Column& column, const char* record, std::uint64_t stride) {
        if (column.role == Role::None) return;
        const bool packed = column.role == Role::PackedColor;
        std::vector<double>& values = m_batch.of(packed ? Role::Red : column.role);
        values.resize(m_batch.count);
        decodeColumn(packed ? Scalar::UInt32 : column.type, m_table.bigEndian, record + column.at, stride, m_picks, values);
        if (packed) unpackColors(m_batch);
        if (column.role > Role::Z) return;
        const auto axis = static_cast<std::size_t>(column.role);
        if (m_table.scale[axis] == 1 && m_table.origin[axis] == 0) return;
        for (double& value : values) value = value * m_table.scale[axis] + m_table.origin[axis];
    }

    Table m_table;
    std::uint64_t m_blockPoints = 1;
    std::uint64_t m_next = 0;
    std::vector<std::vector<char>> m_blocks;
    std::vector<std::uint32_t> m_picks;
    PointBatch m_batch;
};

} // namespace

OpenedSource openTable(CloudHeader header, Table table) {
    const std::string& name = table.strips.front().bytes->name();
    if (header.points == 0) return refusal(name, "it holds no points");
    for (const Strip& strip : table.strips) {
        const auto bytes = checkedMul(header.points, strip.stride);
        const auto end = bytes ? checkedAdd(*bytes, strip.start) : std::nullopt;
        if (strip.stride == 0 || !end || *end > strip.bytes->size())
            return refusal(strip.bytes->name(), std::to_string(header.points) + " points of " + std::to_string(strip.stride) +
                                                    " bytes do not fit into its " + std::to_string(strip.bytes->size()) + " bytes");
    }
    return std::unique_ptr<PointSource>(new TableSource(std::move(header), std::move(table)));
}

} // namespace rb::clouds
