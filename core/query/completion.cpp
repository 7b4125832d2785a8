#include "core/query/completion.h"

#include "core/project/database.h"

#include <QCoreApplication>

#include <algorithm>

namespace rb::query {
namespace {

constexpr std::size_t kMostShown = 50;

QString translated(const char* text) { return QCoreApplication::translate("Query", text); }

struct Source {
    const char* key;
    const char* sql;
};

constexpr Source kSources[] = {
    {"label", "SELECT label, count(*) FROM region WHERE label<>'' GROUP BY label ORDER BY 2 DESC, 1 LIMIT 5000"},
    {"split", "SELECT split, count(*) FROM media WHERE split<>'' GROUP BY split ORDER BY 2 DESC, 1 LIMIT 5000"},
    {"model", "SELECT model, count(*) FROM caption WHERE model<>'' AND rank=0 GROUP BY model ORDER BY 2 DESC, 1 LIMIT 5000"},
    {"adapter",
     "SELECT adapter, count(*) FROM caption WHERE adapter<>'' AND rank=0 GROUP BY adapter ORDER BY 2 DESC, 1 LIMIT 5000"},
    {"author", "SELECT author, count(*) FROM caption WHERE author<>'' AND rank=0 GROUP BY author ORDER BY 2 DESC, 1 LIMIT 5000"},
};

/// Where the word under the cursor begins: after the last space, parenthesis or minus outside quotation marks.
qsizetype startOfWord(QStringView text) {
    qsizetype start = 0;
    bool inQuotes = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'"') inQuotes = !inQuotes;
        if (inQuotes) continue;
        const bool minus = text[i] == u'-' && i == start;
        if (text[i].isSpace() || text[i] == u'(' || text[i] == u')' || minus) start = i + 1;
    }
    return start;
}

class Completer {
public:
    Completer(const KnownValues& known, const QString& text, qsizetype cursor)
        : m_known(known), m_to(std::clamp<qsizetype>(cursor, 0, text.size())), m_from(startOfWord(QStringView(text).first(m_to))),
          m_typed(text.sliced(m_from, m_to - m_from)) {}

    std::vector<Completion> all() {
        const qsizetype colon = m_typed.indexOf(u':');
        if (colon < 0) addKeys();
        else if (const Key* key = keyNamed(m_typed.first(colon))) addValues(*key, m_typed.sliced(colon + 1).remove(u'"'));
        return std::move(m_found);
    }

private:
    void add(const QString& replacement, const QString& meaning) {
        if (m_found.size() < kMostShown) m_found.push_back({m_from, m_to, replacement, meaning});
    }

    void addKeys() {
        for (const Key& key : allKeys())
            if (QString::fromLatin1(key.name).startsWith(m_typed, Qt::CaseInsensitive))
                add(QLatin1String(key.name) + QLatin1Char(':'), translated(key.help));
    }

    void addValue(const Key& key, const QString& value, const QString& meaning) {
        add(QLatin1String(key.name) + QLatin1Char(':') + rb::query::quoted(value) + QLatin1Char(' '), meaning);
    }

    void addValues(const Key& key, const QString& typed) {
        for (const Choice& choice : allChoices())
            if (QLatin1String(choice.key) == QLatin1String(key.name) &&
                QString::fromLatin1(choice.value).startsWith(typed, Qt::CaseInsensitive))
                addValue(key, QLatin1String(choice.value), translated(choice.help));
        addKnown(key, [&](const QString& value) { return value.startsWith(typed, Qt::CaseInsensitive); });
        addKnown(key, [&](const QString& value) { return value.indexOf(typed, 0, Qt::CaseInsensitive) > 0; });
    }

    template <typename Fits>
    void addKnown(const Key& key, Fits fits) {
        for (const KnownValue& known : m_known.byKey.value(QLatin1String(key.name)))
            if (fits(known.value))
                addValue(
                    key, known.value,
                    QCoreApplication::translate("Query", "%n time(s) in this project", nullptr, static_cast<int>(known.count)));
    }

    const KnownValues& m_known;
    qsizetype m_to, m_from;
    QString m_typed;
    std::vector<Completion> m_found;
};

QString valuesOf(const Key& key) {
    switch (key.kind) {
    case KeyKind::Choice: return choicesOf(key).join(QLatin1String(", "));
    case KeyKind::Exact: return translated(QT_TRANSLATE_NOOP("Query", "the whole text; * stands for anything"));
    case KeyKind::Part: return translated(QT_TRANSLATE_NOOP("Query", "a part of the text"));
    case KeyKind::Folder: return translated(QT_TRANSLATE_NOOP("Query", "a folder's name"));
    case KeyKind::Number: return translated(QT_TRANSLATE_NOOP("Query", "12, >12, >=12, <12, <=12, 3..8"));
    case KeyKind::Meaning: return translated(QT_TRANSLATE_NOOP("Query", "a description, in the words of captions"));
    case KeyKind::Like: return translated(QT_TRANSLATE_NOOP("Query", "a region's number, as “Find regions like this” writes it"));
    case KeyKind::Date: return translated(QT_TRANSLATE_NOOP("Query", "2026-01-31, >2026-01-31, 2026-01-01..2026-01-31"));
    }
    return {};
}

} // namespace

Result<KnownValues> KnownValues::read(const project::Database& database) {
    KnownValues known;
    for (const Source& source : kSources) {
        project::Statement statement(database.handle(), source.sql);
        std::vector<KnownValue>& values = known.byKey[QLatin1String(source.key)];
        while (statement.next()) values.push_back({statement.text(0), statement.integer(1)});
        if (Status status = statement.status(); !status.ok()) return status.error();
    }
    return known;
}

std::vector<Completion> complete(const KnownValues& known, const QString& text, qsizetype cursor) {
    return Completer(known, text, cursor).all();
}

std::vector<HelpLine> helpTable() {
    std::vector<HelpLine> table;
    const auto word = [&](const char* key, const char* help, const char* example) {
        table.push_back({QString::fromUtf8(key), {}, translated(help), QString::fromUtf8(example)});
    };
    word("words", QT_TRANSLATE_NOOP("Query", "all of them occur in the shown caption, in any order"), "red apple");
    word("\"…\"", QT_TRANSLATE_NOOP("Query", "these words stand side by side; also a value with spaces"), "\"red apple\"");
    word("-", QT_TRANSLATE_NOOP("Query", "not what follows"), "-state:accepted");
    word("OR", QT_TRANSLATE_NOOP("Query", "one side or the other; what stands side by side binds more tightly"),
         "label:dog OR label:cat");
    word("( )", QT_TRANSLATE_NOOP("Query", "together"), "split:train (dog OR cat)");
    for (const Key& key : allKeys())
        table.push_back(
            {QLatin1String(key.name) + QLatin1Char(':'), valuesOf(key), translated(key.help), QLatin1String(key.example)});
    return table;
}

} // namespace rb::query
