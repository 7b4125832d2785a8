#pragma once

#include "core/checkpoint/little_endian.h"
#include "core/checkpoint/pickle.h"

#include <unordered_map>

namespace rb::checkpoint {

/// The stack machine of the unpickler: values, marks and the memo, all bounded. A step returns false
/// after fail(), which keeps the first reason; the machine is then of no further use.
class PickleMachine {
public:
    explicit PickleMachine(std::string bytes);

    /// Runs the whole pickle; see unpickle().
    bool run();
    const std::string& failure() const { return m_failure; }
    Pickle take() && { return std::move(m_pickle); }

private:
    using Kind = PickleValue::Kind;
    using Values = std::vector<PickleValue>;

    // unpickler.cpp: the opcodes
    bool stepData(unsigned char opcode);
    bool stepContainer(unsigned char opcode);
    bool stepObject(unsigned char opcode);

    // pickle_machine.cpp: bytes, stack and containers
    bool fail(const std::string& reason);
    bool need(std::uint64_t count);
    template <typename T>
    bool number(T& value) {
        if (!need(sizeof(T))) return false;
        value = littleEndian<T>(m_pickle.bytes, m_at);
        m_at += sizeof(T);
        return true;
    }
    bool push(PickleValue value);
    bool pop(PickleValue& value);
    bool mark();
    bool popToMark(Values& values);
    bool countItems(std::size_t count);
    bool pushNode(Kind kind, Values items);
    bool pushInt(std::int64_t value) { return push({Kind::Int, PickleGlobal::Plain, 0, value}); }
    bool pushText(std::uint64_t length);
    bool pushLong();
    bool pushTuple(std::size_t count);
    bool extend(Kind kind, Values items);
    bool put(std::uint32_t key);
    bool get(std::uint32_t key);

    // pickle_calls.cpp: names of the allow-list, and what calling them makes
    bool findGlobal();
    bool persistentId();
    bool call(bool newObject);
    bool callValue(const PickleValue& function, const PickleValue& arguments, bool nested);
    bool callDictionary(const Values& arguments);
    bool callFromType(const Values& arguments);
    bool build();

    Pickle m_pickle;
    std::size_t m_at = 0;       ///< next byte
    std::size_t m_opcodeAt = 0; ///< of the present step, for messages
    std::size_t m_items = 0;    ///< entries in all containers
    /// A pickle spends a byte on every entry; only copies of dictionaries need none.
    std::size_t m_maxItems;
    Values m_stack;
    std::vector<std::size_t> m_marks; ///< heights of the stack
    std::unordered_map<std::uint32_t, PickleValue> m_memo;
    std::string m_failure;
};

} // namespace rb::checkpoint
