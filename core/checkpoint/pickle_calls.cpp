#include "core/checkpoint/pickle_machine.h"
#include "core/checkpoint/refusal.h"

namespace rb::checkpoint {
namespace {

constexpr std::size_t kMaxGlobalBytes = 256;

} // namespace

bool PickleMachine::findGlobal() {
    std::string name;
    for (int part = 0; part < 2; ++part) {
        const std::string_view rest = std::string_view(m_pickle.bytes).substr(m_at, kMaxGlobalBytes);
        const std::size_t length = rest.find('\n');
        if (length == std::string_view::npos) return fail("the pickle has a name without an end");
        name += (part == 1 ? " " : "") + std::string(rest.substr(0, length));
        m_at += length + 1;
    }
    PickleValue value{Kind::Global};
    value.global = findAllowedGlobal(name);
    if (value.global) return push(value);
    name.replace(name.find(' '), 1, ".");
    return fail(
        "the file refers to the Python object " + inQuotes(name) +
        ", which is not among those a checkpoint may hold, and nothing of it was run; where the file is "
        "trusted, save its state dictionary alone");
}

bool PickleMachine::persistentId() {
    PickleValue id;
    if (!pop(id)) return false;
    if (id.kind != Kind::Tuple || m_pickle.items(id).size() != 5)
        return fail("the pickle names an unknown kind of storage");
    const Values& parts = m_pickle.items(id);
    const bool known = parts[0].kind == Kind::Text && m_pickle.text(parts[0]) == "storage" &&
                       parts[1].global && parts[1].global->meaning == PickleGlobal::StorageType &&
                       parts[2].kind == Kind::Text && parts[3].kind == Kind::Text &&
                       parts[4].kind == Kind::Int;
    if (!known) return fail("the pickle names an unknown kind of storage");
    id.kind = Kind::Storage;
    return push(id);
}

bool PickleMachine::callDictionary(const Values& arguments) {
    // OrderedDict(), OrderedDict([[key, value], …]), Counter({…}) or defaultdict(type).
    if (arguments.size() > 1) return fail("the pickle makes a dictionary of several arguments");
    Values items;
    if (!arguments.empty() && arguments[0].kind == Kind::Dictionary) items = m_pickle.items(arguments[0]);
    if (arguments.empty() || arguments[0].kind != Kind::List)
        return pushNode(Kind::Dictionary, std::move(items));
    for (const PickleValue& pair : m_pickle.items(arguments[0])) {
        const bool isPair =
            (pair.kind == Kind::List || pair.kind == Kind::Tuple) && m_pickle.items(pair).size() == 2;
        if (!isPair) return fail("the pickle makes a dictionary of something else than pairs");
        items.insert(items.end(), m_pickle.items(pair).begin(), m_pickle.items(pair).end());
    }
    return pushNode(Kind::Dictionary, std::move(items));
}

bool PickleMachine::callFromType(const Values& arguments) {
    const bool known = arguments.size() == 4 && arguments[0].kind == Kind::Global &&
                       arguments[2].kind == Kind::Tuple && arguments[1].global &&
                       arguments[1].global->meaning == PickleGlobal::TensorType;
    if (!known) return fail("the pickle rebuilds a tensor of an unknown class");
    return callValue(arguments[0], arguments[2], true);
}

bool PickleMachine::callValue(const PickleValue& function, const PickleValue& arguments, bool nested) {
    if (function.kind != Kind::Global || arguments.kind != Kind::Tuple)
        return fail("the pickle calls something that is no function");
    const Values& given = m_pickle.items(arguments);
    switch (function.global->meaning) {
    case PickleGlobal::Dictionary:
        return callDictionary(Values(given));
    case PickleGlobal::Plain:
        return push({});
    case PickleGlobal::Size:
        if (given.size() != 1 || (given[0].kind != Kind::Tuple && given[0].kind != Kind::List))
            return fail("the pickle makes a size of something that is no tuple");
        return push(given[0]);
    case PickleGlobal::RebuildTensor:
    case PickleGlobal::RebuildTensorV2:
    case PickleGlobal::RebuildTensorV3:
        return push({Kind::Tensor, function.global->meaning, arguments.index});
    case PickleGlobal::RebuildParameter:
        if (given.empty() || given[0].kind != Kind::Tensor)
            return fail("the pickle makes a parameter of something that is no tensor");
        return push(given[0]);
    case PickleGlobal::RebuildFromType:
        if (!nested) return callFromType(Values(given));
        [[fallthrough]];
    default:
        return fail("the pickle calls " + inQuotes(function.global->name) + ", which is no function");
    }
}

bool PickleMachine::call(bool newObject) {
    PickleValue arguments;
    PickleValue function;
    if (!pop(arguments) || !pop(function)) return false;
    const bool plainClass = function.global && (function.global->meaning == PickleGlobal::Dictionary ||
                                                function.global->meaning == PickleGlobal::Size ||
                                                function.global->meaning == PickleGlobal::Plain);
    if (newObject && !plainClass) return fail("the pickle makes an object of an unknown class");
    return callValue(function, arguments, false);
}

bool PickleMachine::build() {
    // The attributes of an OrderedDict: torch keeps the versions of the modules there.
    PickleValue state;
    PickleValue target;
    if (!pop(state) || !pop(target)) return false;
    if (target.kind != Kind::Dictionary || state.kind != Kind::Dictionary)
        return fail("the pickle sets the attributes of something that is no dictionary");
    return push(target);
}

} // namespace rb::checkpoint
