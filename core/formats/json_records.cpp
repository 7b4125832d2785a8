#include "core/formats/json_records.h"

#include "core/formats/json_builder.h"
#include "core/formats/json_lines.h"

#include <fstream>

namespace rb::formats {

using nlohmann::json;

namespace {

/// The bytes of a file, some at a time.
class Bytes {
public:
    explicit Bytes(std::ifstream& in) : m_in(in), m_piece(std::size_t{1} << 18, '\0') {}

    bool atEnd() { return m_at == m_end && !refill(); }
    char now() const { return m_piece[m_at]; }
    void step() { ++m_at; }

private:
    bool refill() {
        m_in.read(m_piece.data(), static_cast<std::streamsize>(m_piece.size()));
        m_at = 0;
        m_end = static_cast<std::size_t>(m_in.gcount());
        return m_end > 0;
    }

    std::ifstream& m_in;
    std::string m_piece;
    std::size_t m_at = 0, m_end = 0;
};

/// The parser's way through them.
struct ByteIterator {
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = const char*;
    using reference = char;

    char operator*() const { return bytes->now(); }
    ByteIterator& operator++() {
        bytes->step();
        return *this;
    }
    ByteIterator operator++(int) { return ++*this; }
    /// Only compared with the end.
    bool operator!=(const ByteIterator&) const { return !bytes->atEnd(); }
    bool operator==(const ByteIterator&) const { return bytes->atEnd(); }

    Bytes* bytes;
};

/// Builds every element of the lists in question, hands it over and drops it.
class RecordTaker : public JsonEvents<RecordTaker> {
public:
    using Take = std::function<Status(const std::string&, const json&)>;
    explicit RecordTaker(const Take& take) : m_take(take) {}

    template <typename Value>
    bool scalar(Value&& value) {
        if (m_depth != m_recordDepth && !m_building) return true;
        if (!m_building) m_record.begin();
        m_record.put(std::forward<Value>(value));
        return m_building || finishRecord();
    }
    bool open(json::value_t kind) {
        if (m_depth >= kDeepestJson) return stop(tooDeepJson({}));
        if (m_depth == 0) m_topIsList = kind == json::value_t::array;
        // A list on top, or one at a key of the object on top, holds records.
        const bool holdsRecords = kind == json::value_t::array && m_depth == (m_topIsList ? 0 : 1);
        if (!m_building && m_depth == m_recordDepth) {
            m_record.begin();
            m_building = true;
        }
        if (m_building) m_record.open(kind);
        ++m_depth;
        if (holdsRecords) m_recordDepth = m_depth;
        return true;
    }
    bool close() {
        if (m_depth-- == m_recordDepth) m_recordDepth = kNone;
        if (!m_building) return true;
        m_record.close();
        m_building = !m_record.isDone();
        return m_building || finishRecord();
    }
    bool key(std::string& name) {
        if (m_building) m_record.key(name);
        else if (m_depth == 1) m_list = std::move(name);
        return true;
    }

    Status status(const std::string& file) const {
        if (!m_status.ok()) return Error{m_status.error().code, file + m_status.error().message};
        if (m_badByte == 0) return {};
        return m_isTooLarge ? tooLargeNumber(file) : notJson(file, m_badByte);
    }

private:
    bool finishRecord() {
        const Status taken = m_take(m_list, m_record.value());
        return taken.ok() || stop({taken.error().code, ": " + taken.error().message});
    }
    bool stop(Error error) {
        m_status = std::move(error);
        return false;
    }

    static constexpr int kNone = -1;
    const Take& m_take;
    JsonBuilder m_record;
    std::string m_list;
    Status m_status;
    int m_depth = 0;             ///< lists and objects that are open
    int m_recordDepth = kNone;   ///< depth of the elements of the list that is open
    bool m_topIsList = false, m_building = false;
};

} // namespace

Status readJsonRecords(const std::filesystem::path& path, const RecordTaker::Take& take) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return Error{ErrorCode::FileUnreadable, path.string() + " cannot be read."};
    Bytes bytes(in);
    RecordTaker taker(take);
    json::sax_parse(ByteIterator{&bytes}, ByteIterator{&bytes}, &taker);
    return taker.status(path.string());
}

} // namespace rb::formats
