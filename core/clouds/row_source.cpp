#include "core/clouds/row_source.h"

#include "core/clouds/line_blocks.h"

#include <algorithm>
#include <thread>

namespace rb::clouds {
namespace {

constexpr std::size_t kBatchRows = 65536;
/// Fewer rows than these are parsed before a thread would have started.
constexpr std::size_t kRowsAThread = 4096;
constexpr std::size_t kMostSamples = 2048;

struct Row {
    std::string_view text;
    std::uint64_t line; ///< in the file, from 1
};

class RowSource final : public PointSource {
public:
    RowSource(CloudHeader header, RowLayout layout, RowIndex index) : m_layout(std::move(layout)), m_index(std::move(index)) {
        m_header = std::move(header);
        const auto has = [this](Role role) { return std::count(m_layout.columns.begin(), m_layout.columns.end(), role) > 0; };
        m_header.has = {has(Role::Red) || has(Role::PackedColor), has(Role::NormalX), has(Role::Intensity),
                        has(Role::Class), has(Role::Instance)};
    }

    bool holesAreAllowed() const override { return m_layout.holesAreAllowed; }
    bool realColors() const override { return m_layout.realColors; }

    Result<PointBatch> sample(std::size_t count) override {
        PointBatch batch;
        sizeColumns(batch, std::min(count, m_index.samples.size()));
        std::vector<char> piece;
        for (std::size_t i = 0; i < batch.count; ++i) {
            const std::uint64_t at = m_index.samples[i * m_index.samples.size() / batch.count];
            piece.resize(static_cast<std::size_t>(std::min<std::uint64_t>(4096, m_layout.bytes->size() - at)));
            if (Status read = m_layout.bytes->read(at, piece.data(), piece.size()); !read.ok()) return read.error();
            std::string_view text(piece.data(), piece.size());
            // A line that cannot be read is told by read(), with its number.
            parseRow(takeLine(text), m_layout, batch, i);
        }
        return batch;
    }

    Status read(const Thinning& thinning, const BatchTaker& take) override {
        LineBlocks blocks(*m_layout.bytes, m_layout.start);
        m_line = m_layout.linesBefore;
        m_row = 0;
        m_next = 0;
        m_pick = thinning.pick(0);
        while (m_next < thinning.chosen()) {
            Result<std::string_view> block = blocks.next();
            if (!block.ok()) return block.error();
            if (block->empty()) break;
            for (std::string_view text = *block; !text.empty();) {
                collect(text, thinning);
                if (Status done = giveBatch(take); !done.ok()) return done;
            }
        }
        if (m_next == thinning.chosen()) return {};
        return Error{ErrorCode::FileUnreadable, m_layout.bytes->name() + " was cut short while it was read."};
    }

private:
    void sizeColumns(PointBatch& batch, std::size_t count) const {
        batch.count = count;
        for (const Role role : m_layout.columns) {
            if (role == Role::PackedColor)
                for (const Role color : {Role::Red, Role::Green, Role::Blue}) batch.of(color).resize(count);
            else if (role != Role::None) batch.of(role).resize(count);
        }
    }

    /// Takes lines off `text` until a batch is full.
    void collect(std::string_view& text, const Thinning& thinning) {
        m_rows.clear();
        while (!text.empty() && m_rows.size() < kBatchRows && m_next < thinning.chosen()) {
            const std::string_view line = takeLine(text);
            ++m_line;
            if (isPassedOver(line)) continue;
            const std::uint64_t row = m_row++;
            if (row < m_layout.skipRows || row - m_layout.skipRows != m_pick) continue;
            if (m_rows.empty()) m_batch.firstInFile = row - m_layout.skipRows;
            m_batch.lastInFile = row - m_layout.skipRows;
            m_rows.push_back({line, m_line});
            if (++m_next < thinning.chosen()) m_pick = thinning.pick(m_next);
        }
        if (m_next == thinning.chosen()) text = {};
    }

    Status giveBatch(const BatchTaker& take) {
        if (m_rows.empty()) return {};
        sizeColumns(m_batch, m_rows.size());
        const std::size_t bad = parseAll();
        if (bad == m_rows.size()) return take(m_batch);
        return Error{ErrorCode::FileInvalid, m_layout.bytes->name() + ", line " + std::to_string(m_rows[bad].line) + ": expected " +
                                                 expectation() + " as finite numbers."};
    }

    std::string expectation() const {
        const std::size_t count = m_layout.columns.size();
        return count == 3 ? "x y z" : "x y z and " + std::to_string(count - 3) + " more";
    }

    /// The first row that cannot be read, or their count.
    std::size_t parseAll() {
        const std::size_t cores = std::max(1U, std::thread::hardware_concurrency());
        const std::size_t parts = std::clamp<std::size_t>(m_rows.size() / kRowsAThread, 1, cores);
        std::vector<std::size_t> bad(parts, m_rows.size());
        const auto parse = [&](std::size_t part) {
            const std::size_t end = m_rows.size() * (part + 1) / parts;
            for (std::size_t i = m_rows.size() * part / parts; i < end && bad[part] == m_rows.size(); ++i)
                if (!parseRow(m_rows[i].text, m_layout, m_batch, i)) bad[part] = i;
        };
        {
            std::vector<std::jthread> threads;
            for (std::size_t part = 1; part < parts; ++part) threads.emplace_back(parse, part);
            parse(0);
        }
        return *std::min_element(bad.begin(), bad.end());
    }

    RowLayout m_layout;
    RowIndex m_index;
    std::uint64_t m_line = 0, m_row = 0, m_next = 0, m_pick = 0;
    std::vector<Row> m_rows;
    PointBatch m_batch;
};

} // namespace

Result<RowIndex> indexRows(const RowLayout& layout, std::uint64_t limit) {
    RowIndex index;
    LineBlocks blocks(*layout.bytes, layout.start);
    std::uint64_t skip = layout.skipRows, every = 1;
    while (index.rows < limit) {
        Result<std::string_view> block = blocks.next();
        if (!block.ok()) return block.error();
        if (block->empty()) break;
        for (std::string_view text = *block; !text.empty() && index.rows < limit;) {
            const std::uint64_t at = blocks.blockStart() + static_cast<std::uint64_t>(text.data() - block->data());
            if (isPassedOver(takeLine(text)) || (skip > 0 && skip--)) continue;
            if (index.rows++ % every != 0) continue;
            index.samples.push_back(at);
            if (index.samples.size() < kMostSamples) continue;
            for (std::size_t i = 0; i < kMostSamples / 2; ++i) index.samples[i] = index.samples[2 * i];
            index.samples.resize(kMostSamples / 2);
            every *= 2;
        }
    }
    return index;
}

OpenedSource openRows(CloudHeader header, RowLayout layout, RowIndex index) {
    return std::unique_ptr<PointSource>(new RowSource(std::move(header), std::move(layout), std::move(index)));
}

} // namespace rb::clouds
