#pragma once

#include "core/base/result.h"
#include "core/query/keys.h"

#include <memory>
#include <optional>
#include <vector>

namespace rb::query {

/// Numbers from `low` to `high`, each bound with or without itself.
struct Range {
    std::optional<double> low, high;
    bool lowOpen = false, highOpen = false;
};

/// A region, or with region 0 a picture as a whole, that is near what `meaning:` or `like:` asks for.
struct Near {
    qint64 media = 0;
    qint64 region = 0;
    double similarity = 0; ///< in [-1, 1]
};

/// One node of a query.
struct Term {
    enum class Kind {
        All,   ///< every one of `parts`; of none: everything
        Any,   ///< at least one of `parts`
        Not,   ///< not the one of `parts`
        Words, ///< `text` occurs in the shown caption as words in this order
        Field, ///< `key` has the value `choice`, `range` or `text`, as its kind says
    };
    Kind kind = Kind::All;
    std::vector<Term> parts;
    QString text;
    bool prefix = false; ///< of Words: the last word may go on
    const Key* key = nullptr;
    const Choice* choice = nullptr;
    Range range;
    /// Of keys of kind Meaning and Like: what was found, shared by copies; none while nobody looked (near.h).
    std::shared_ptr<const std::vector<Near>> near;
};

struct Query {
    Term root;
    bool isEmpty() const { return root.kind == Term::Kind::All && root.parts.empty(); }
};

/// What is wrong with a query, for a mark under the text.
struct ParseFault {
    qsizetype position = 0; ///< in the text, counted from 0
    qsizetype length = 0;
    QString sentence;
};

/// Reads `state:draft label:dog "red apple" -blurry (tokens:>12 OR score:<0.4)`. Terms side by side
/// must all hold and bind more tightly than OR; - before a term turns it round. A bare word at the
/// very end may go on ("app" finds apples), as it does while it is being typed. The error is one
/// sentence that names the character, counted from 1; `fault` tells the same in numbers.
Result<Query> parse(const QString& text, ParseFault* fault = nullptr);

/// Quotes a value where the language needs it.
QString quoted(const QString& value);

} // namespace rb::query
