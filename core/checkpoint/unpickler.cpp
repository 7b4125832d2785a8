#include "core/checkpoint/unpickler.h"

#include "core/checkpoint/pickle_machine.h"

namespace rb::checkpoint {
namespace {

/// Opcodes by their names in Python's pickletools.
enum Opcode : unsigned char {
    Proto = 0x80,
    Stop = '.',
    Mark = '(',
    None = 'N',
    NewTrue = 0x88,
    NewFalse = 0x89,
    BinInt = 'J',
    BinInt1 = 'K',
    BinInt2 = 'M',
    Long1 = 0x8a,
    BinFloat = 'G',
    BinUnicode = 'X',
    ShortBinString = 'U',
    EmptyList = ']',
    EmptyDict = '}',
    EmptyTuple = ')',
    EmptySet = 0x8f,
    Tuple = 't',
    Tuple1 = 0x85,
    Tuple2 = 0x86,
    Tuple3 = 0x87,
    Append = 'a',
    Appends = 'e',
    SetItem = 's',
    SetItems = 'u',
    BinGet = 'h',
    LongBinGet = 'j',
    BinPut = 'q',
    LongBinPut = 'r',
    Global = 'c',
    Reduce = 'R',
    NewObj = 0x81,
    Build = 'b',
    BinPersId = 'Q',
};

} // namespace

bool PickleMachine::stepData(unsigned char opcode) {
    std::uint8_t byte = 0;
    std::uint16_t two = 0;
    std::int32_t four = 0;
    std::uint32_t length = 0;
    std::uint64_t eight = 0;
    switch (opcode) {
    case None:
    case NewTrue:
    case NewFalse:
    case EmptySet:
        return push({});
    case BinFloat:
        return number(eight) && push({});
    case BinInt:
        return number(four) && pushInt(four);
    case BinInt1:
        return number(byte) && pushInt(byte);
    case BinInt2:
        return number(two) && pushInt(two);
    case Long1:
        return pushLong();
    case BinUnicode:
        return number(length) && pushText(length);
    case ShortBinString:
        return number(byte) && pushText(byte);
    case BinGet:
        return number(byte) && get(byte);
    case LongBinGet:
        return number(length) && get(length);
    case BinPut:
        return number(byte) && put(byte);
    case LongBinPut:
        return number(length) && put(length);
    default:
        return stepContainer(opcode);
    }
}

bool PickleMachine::stepContainer(unsigned char opcode) {
    Values items;
    switch (opcode) {
    case Mark:
        return mark();
    case EmptyList:
        return pushNode(Kind::List, {});
    case EmptyDict:
        return pushNode(Kind::Dictionary, {});
    case EmptyTuple:
        return pushNode(Kind::Tuple, {});
    case Tuple:
        return popToMark(items) && pushNode(Kind::Tuple, std::move(items));
    case Tuple1:
        return pushTuple(1);
    case Tuple2:
        return pushTuple(2);
    case Tuple3:
        return pushTuple(3);
    case Append:
        items.resize(1);
        return pop(items[0]) && extend(Kind::List, std::move(items));
    case Appends:
        return popToMark(items) && extend(Kind::List, std::move(items));
    case SetItem:
        items.resize(2);
        return pop(items[1]) && pop(items[0]) && extend(Kind::Dictionary, std::move(items));
    case SetItems:
        return popToMark(items) && extend(Kind::Dictionary, std::move(items));
    default:
        return stepObject(opcode);
    }
}

bool PickleMachine::stepObject(unsigned char opcode) {
    static constexpr char kDigits[] = "0123456789abcdef";
    switch (opcode) {
    case Global:
        return findGlobal();
    case Reduce:
        return call(false);
    case NewObj:
        return call(true);
    case Build:
        return build();
    case BinPersId:
        return persistentId();
    default:
        return fail(std::string("the pickle uses the operation 0x") + kDigits[opcode >> 4U] +
                    kDigits[opcode & 15U] + ", which no state dictionary needs");
    }
}

bool PickleMachine::run() {
    std::uint8_t opcode = 0;
    std::uint8_t protocol = 0;
    if (!number(opcode) || !number(protocol)) return false;
    if (opcode != Proto || protocol != 2)
        return fail(opcode != Proto
                        ? "the data is no pickle as torch.save writes it"
                        : "the pickle has protocol " + std::to_string(protocol) +
                              " where torch.save writes 2; save it again with torch.save's own protocol");
    while (true) {
        m_opcodeAt = m_at;
        if (!number(opcode)) return false;
        if (opcode == Stop) break;
        if (!stepData(opcode)) return false;
    }
    if (m_stack.size() != 1 || !m_marks.empty())
        return fail("the pickle ends with something else than one value");
    if (m_at != m_pickle.bytes.size()) return fail("the pickle has bytes after its end");
    m_pickle.root = m_stack.front();
    return true;
}

Result<Pickle> unpickle(std::string bytes) {
    if (bytes.size() > kMaxPickleBytes)
        return Error{ErrorCode::TooLarge,
                     "its pickle has more than " + std::to_string(kMaxPickleBytes) + " bytes"};
    PickleMachine machine(std::move(bytes));
    if (!machine.run()) return Error{ErrorCode::FileInvalid, machine.failure()};
    return std::move(machine).take();
}

} // namespace rb::checkpoint
