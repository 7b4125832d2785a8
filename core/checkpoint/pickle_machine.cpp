#include "core/checkpoint/pickle_machine.h"

namespace rb::checkpoint {
namespace {

constexpr std::size_t kMaxStack = 1'000'000;
constexpr std::size_t kMaxMarks = 10'000;
constexpr std::size_t kMaxMemo = 2'000'000;
constexpr std::size_t kMaxNodes = 2'000'000;

} // namespace

PickleMachine::PickleMachine(std::string bytes) : m_maxItems(2 * bytes.size()) {
    m_pickle.bytes = std::move(bytes);
}

bool PickleMachine::fail(const std::string& reason) {
    if (m_failure.empty()) m_failure = reason + " (byte " + std::to_string(m_opcodeAt) + " of its pickle)";
    return false;
}

bool PickleMachine::need(std::uint64_t count) {
    return count <= m_pickle.bytes.size() - m_at || fail("the pickle ends in the middle of a value");
}

bool PickleMachine::push(PickleValue value) {
    if (m_stack.size() == kMaxStack)
        return fail("the pickle's stack grows beyond " + std::to_string(kMaxStack) + " values");
    m_stack.push_back(value);
    return true;
}

bool PickleMachine::pop(PickleValue& value) {
    if (m_stack.size() <= (m_marks.empty() ? 0 : m_marks.back()))
        return fail("the pickle takes a value from an empty stack");
    value = m_stack.back();
    m_stack.pop_back();
    return true;
}

bool PickleMachine::mark() {
    m_marks.push_back(m_stack.size());
    return m_marks.size() <= kMaxMarks ||
           fail("the pickle opens more than " + std::to_string(kMaxMarks) + " groups");
}

bool PickleMachine::popToMark(Values& values) {
    if (m_marks.empty()) return fail("the pickle closes a group that it never opened");
    const auto begin = m_stack.begin() + static_cast<std::ptrdiff_t>(m_marks.back());
    values.assign(begin, m_stack.end());
    m_stack.erase(begin, m_stack.end());
    m_marks.pop_back();
    return true;
}

bool PickleMachine::countItems(std::size_t count) {
    m_items += count;
    return m_items <= m_maxItems || fail("the pickle copies more entries than its size can account for");
}

bool PickleMachine::pushNode(Kind kind, Values items) {
    if (m_pickle.nodes.size() == kMaxNodes)
        return fail("the pickle makes more than " + std::to_string(kMaxNodes) + " containers");
    if (!countItems(items.size())) return false;
    m_pickle.nodes.push_back(std::move(items));
    return push({kind, PickleGlobal::Plain, static_cast<std::uint32_t>(m_pickle.nodes.size() - 1)});
}

bool PickleMachine::pushText(std::uint64_t length) {
    if (!need(length)) return false;
    const auto begin = static_cast<std::uint32_t>(m_at);
    m_at += length;
    return push({Kind::Text, PickleGlobal::Plain, begin, static_cast<std::int64_t>(length)});
}

bool PickleMachine::pushLong() {
    std::uint8_t length = 0;
    if (!number(length) || !need(length)) return false;
    // Two's complement, least significant byte first; what does not fit 64 bits is no size.
    const std::string_view bytes = std::string_view(m_pickle.bytes).substr(m_at, length);
    m_at += length;
    if (length > sizeof(std::int64_t)) return push({});
    std::uint64_t value = !bytes.empty() && (bytes.back() & '\x80') ? ~std::uint64_t{0} : 0;
    for (std::size_t i = bytes.size(); i-- > 0;)
        value = (value << 8U) | static_cast<unsigned char>(bytes[i]);
    return pushInt(static_cast<std::int64_t>(value));
}

bool PickleMachine::pushTuple(std::size_t count) {
    Values items(count);
    for (std::size_t i = count; i-- > 0;)
        if (!pop(items[i])) return false;
    return pushNode(Kind::Tuple, std::move(items));
}

bool PickleMachine::extend(Kind kind, Values items) {
    PickleValue target;
    if (!pop(target)) return false;
    if (target.kind != kind)
        return fail(kind == Kind::List ? "the pickle appends to something that is no list"
                                       : "the pickle sets an entry of something that is no dictionary");
    if (kind == Kind::Dictionary && items.size() % 2 != 0)
        return fail("the pickle has a key without a value");
    if (!countItems(items.size())) return false;
    Values& held = m_pickle.nodes[target.index];
    held.insert(held.end(), items.begin(), items.end());
    return push(target);
}

bool PickleMachine::put(std::uint32_t key) {
    PickleValue value;
    if (!pop(value)) return false;
    m_memo[key] = value;
    return m_memo.size() <= kMaxMemo
               ? push(value)
               : fail("the pickle keeps more than " + std::to_string(kMaxMemo) + " values");
}

bool PickleMachine::get(std::uint32_t key) {
    const auto found = m_memo.find(key);
    return found != m_memo.end() ? push(found->second)
                                 : fail("the pickle refers to a value that it never kept");
}

} // namespace rb::checkpoint
