#include "core/clouds/ply_lists.h"

#include "core/base/checked.h"
#include "core/clouds/refusal.h"

#include <algorithm>

namespace rb::clouds {
namespace {

constexpr std::size_t kBlockBytes = 4 << 20;
constexpr std::size_t kBatchPoints = 8192;

/// Reads numbers one after the other, through a block of the file.
class Cursor {
public:
    Cursor(ByteSource& bytes, std::uint64_t at, bool bigEndian) : m_bytes(bytes), m_at(at), m_bigEndian(bigEndian) {}

    const Status& status() const { return m_status; }

    double number(Scalar type) {
        const std::size_t size = bytesOf(type);
        if (m_used + size > m_block.size()) refill(size);
        if (!m_status.ok()) return 0;
        decodeColumn(type, m_bigEndian, m_block.data() + m_used, 0, {}, m_one);
        m_used += size;
        return m_one[0];
    }

    void skip(std::uint64_t count) {
        const std::uint64_t left = m_block.size() - m_used;
        if (count <= left) {
            m_used += static_cast<std::size_t>(count);
            return;
        }
        m_at += count - left;
        m_block.clear();
        m_used = 0;
        if (m_at > m_bytes.size()) m_status = refusal(m_bytes.name(), "it ends before the lists that it states do");
    }

private:
    void refill(std::size_t least) {
        m_at -= m_block.size() - m_used;
        m_used = 0;
        const std::uint64_t left = m_bytes.size() - std::min(m_at, m_bytes.size());
        m_block.resize(static_cast<std::size_t>(std::min<std::uint64_t>(kBlockBytes, left)));
        if (m_block.size() < least) m_status = refusal(m_bytes.name(), "it ends before the points that it states do");
        else if (m_status.ok()) m_status = m_bytes.read(m_at, m_block.data(), m_block.size());
        m_at += m_block.size();
    }

    ByteSource& m_bytes;
    std::uint64_t m_at; ///< behind the block
    bool m_bigEndian;
    std::vector<char> m_block;
    std::size_t m_used = 0;
    std::vector<double> m_one = std::vector<double>(1);
    Status m_status;
};

class PlyLists final : public PointSource {
public:
    PlyLists(CloudHeader cloud, PlyHeader header, std::shared_ptr<ByteSource> bytes, std::vector<Role> roles)
        : m_ply(std::move(header)), m_bytes(std::move(bytes)), m_roles(std::move(roles)) {
        m_header = std::move(cloud);
        const auto has = [this](Role role) { return std::count(m_roles.begin(), m_roles.end(), role) > 0; };
        m_header.has = {has(Role::Red), has(Role::NormalX), has(Role::Intensity), has(Role::Class), has(Role::Instance)};
    }

    bool floatPositions() const override { return is(Role::X, Scalar::Float32); }
    bool realColors() const override { return is(Role::Red, Scalar::Float32) || is(Role::Red, Scalar::Float64); }
    bool shortColors() const override { return is(Role::Red, Scalar::UInt16); }

    Result<PointBatch> sample(std::size_t count) override {
        PointBatch first;
        const Status read = walk(Thinning(m_header.points, 0), std::min<std::uint64_t>(count, m_header.points), [&](const PointBatch& batch) {
            first = batch;
            return Status();
        });
        if (!read.ok()) return read.error();
        return first;
    }

    Status read(const Thinning& thinning, const BatchTaker& take) override { return walk(thinning, m_header.points, take); }

private:
    const std::vector<PlyProperty>& properties() const { return m_ply.elements[m_ply.vertexElement()].properties; }
    bool is(Role role, Scalar type) const {
        const auto at = std::find(m_roles.begin(), m_roles.end(), role);
        return at != m_roles.end() && properties()[static_cast<std::size_t>(at - m_roles.begin())].type == type;
    }

    static void skipList(Cursor& cursor, const PlyProperty& property) {
        const double count = cursor.number(*property.countType);
        if (count > 0) cursor.skip(static_cast<std::uint64_t>(count) * bytesOf(property.type));
    }

    void skipElement(Cursor& cursor, const PlyElement& element) const {
        if (!element.hasLists()) return cursor.skip(element.count * element.leastBytes());
        for (std::uint64_t row = 0; row < element.count && cursor.status().ok(); ++row)
            for (const PlyProperty& property : element.properties)
                if (property.countType) skipList(cursor, property);
                else cursor.skip(bytesOf(property.type));
    }

    void readRow(Cursor& cursor, PointBatch* batch) const {
        for (std::size_t i = 0; i < m_roles.size(); ++i) {
            const PlyProperty& property = properties()[i];
            if (property.countType) skipList(cursor, property);
            else if (!batch || m_roles[i] == Role::None) cursor.skip(bytesOf(property.type));
            else batch->of(m_roles[i]).push_back(cursor.number(property.type));
        }
    }

    Status walk(const Thinning& thinning, std::uint64_t rows, const BatchTaker& take) const {
        Cursor cursor(*m_bytes, m_ply.dataStart, m_ply.encoding == PlyHeader::Encoding::BigEndian);
        for (std::size_t i = 0; i < m_ply.vertexElement(); ++i) skipElement(cursor, m_ply.elements[i]);
        PointBatch batch;
        for (std::uint64_t row = 0, next = 0, pick = thinning.pick(0); row < rows; ++row) {
            const bool wanted = row == pick;
            readRow(cursor, wanted ? &batch : nullptr);
            if (!cursor.status().ok()) return cursor.status();
            if (wanted && batch.count++ == 0) batch.firstInFile = row;
            batch.lastInFile = row;
            if (wanted && ++next < thinning.chosen()) pick = thinning.pick(next);
            if (batch.count < kBatchPoints && row + 1 < rows) continue;
            if (Status taken = batch.count > 0 ? take(batch) : Status(); !taken.ok()) return taken;
            batch = {};
        }
        return {};
    }

    PlyHeader m_ply;
    std::shared_ptr<ByteSource> m_bytes;
    std::vector<Role> m_roles;
};

} // namespace

OpenedSource openPlyWithLists(CloudHeader cloud, PlyHeader header, std::shared_ptr<ByteSource> bytes, std::vector<Role> roles) {
    // Empty lists are the least that the file must hold; more shows itself on the way.
    std::optional<std::uint64_t> least = header.dataStart;
    for (std::size_t i = 0; i <= header.vertexElement() && least; ++i) {
        const auto of = checkedMul(header.elements[i].count, header.elements[i].leastBytes());
        least = of ? checkedAdd(*least, *of) : std::nullopt;
    }
    if (!least || *least > bytes->size())
        return refusal(bytes->name(), "the elements that it states do not fit into its " + std::to_string(bytes->size()) + " bytes");
    std::replace(roles.begin(), roles.end(), Role::PackedColor, Role::None);
    return std::unique_ptr<PointSource>(new PlyLists(std::move(cloud), std::move(header), std::move(bytes), std::move(roles)));
}

} // namespace rb::clouds
