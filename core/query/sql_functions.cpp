#include "core/query/sql_functions.h"

#include "core/project/database.h"
#include "core/project/shape_columns.h"
#include "core/query/lint_text.h"
#include "core/query/project_labels.h"
#include "core/query/words.h"

#include <cmath>
#include <cstring>
#include <optional>

#include <sqlite3.h>

namespace rb::query {
namespace {

// Only our own statements may call these, never the schema of a stranger's file.
constexpr int kFlags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;

QString textOf(sqlite3_value* value) {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_value_text(value));
    return QString::fromUtf8(bytes, sqlite3_value_bytes(value));
}

QByteArray bytesOf(sqlite3_value* value) {
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    return {bytes, sqlite3_value_bytes(value)};
}

bool isNull(sqlite3_value* value) { return sqlite3_value_type(value) == SQLITE_NULL; }

std::optional<double> meanOf(sqlite3_value* value) {
    if (isNull(value)) return std::nullopt;
    const int count = sqlite3_value_bytes(value) / static_cast<int>(sizeof(float));
    const auto* bytes = static_cast<const char*>(sqlite3_value_blob(value));
    double sum = 0;
    for (int i = 0; i < count; ++i) {
        float score = 0;
        std::memcpy(&score, bytes + static_cast<std::size_t>(i) * sizeof score, sizeof score);
        sum += static_cast<double>(score);
    }
    if (count == 0 || !std::isfinite(sum)) return std::nullopt;
    return sum / count;
}

void meanScore(sqlite3_context* context, int, sqlite3_value** values) {
    if (const auto mean = meanOf(values[0])) sqlite3_result_double(context, *mean);
}

void certainty(sqlite3_context* context, int, sqlite3_value** values) {
    if (const auto mean = meanOf(values[0])) sqlite3_result_double(context, std::exp(*mean));
}

void words(sqlite3_context* context, int, sqlite3_value** values) {
    if (!isNull(values[0])) sqlite3_result_int64(context, wordCount(textOf(values[0])));
}

void area(sqlite3_context* context, int, sqlite3_value** values) {
    if (isNull(values[0])) return;
    sqlite3_result_double(context, geometry::areaOf(project::shapeFrom(textOf(values[0]), bytesOf(values[1]), {})));
}

void lint(sqlite3_context* context, int, sqlite3_value** values) {
    if (isNull(values[0])) return;
    unsigned bits = 0;
    for (const TextFinding& finding : findingsIn(textOf(values[0]))) bits |= static_cast<unsigned>(finding.kind);
    sqlite3_result_int64(context, bits);
}

void fileName(sqlite3_context* context, int, sqlite3_value** values) {
    if (isNull(values[0])) return;
    const QByteArray name = textOf(values[0]).section(u'/', -1).toUtf8();
    sqlite3_result_text(context, name.constData(), static_cast<int>(name.size()), SQLITE_TRANSIENT);
}

void contradicts(sqlite3_context* context, int, sqlite3_value** values) {
    if (isNull(values[0]) || isNull(values[1])) return;
    const auto* labels = static_cast<const LabelWords*>(sqlite3_user_data(context));
    sqlite3_result_int(context, labels->contradiction(textOf(values[0]), textOf(values[1])).has_value());
}

using Function = void (*)(sqlite3_context*, int, sqlite3_value**);

struct Named {
    const char* name;
    int arguments;
    Function function;
};

constexpr Named kFunctions[] = {{"rb_words", 1, words}, {"rb_mean_score", 1, meanScore}, {"rb_certainty", 1, certainty},
                                {"rb_area", 2, area}, {"rb_lint", 1, lint}, {"rb_file_name", 1, fileName}};

} // namespace

Status addFunctions(sqlite3* db) {
    // Redefining is refused while a statement runs, and there is nothing to change.
    if (project::Statement(db, "SELECT rb_file_name('')").next()) return {};
    for (const Named& f : kFunctions)
        if (sqlite3_create_function_v2(db, f.name, f.arguments, kFlags, nullptr, f.function, nullptr, nullptr, nullptr) !=
            SQLITE_OK)
            return project::databaseError(db);
    return {};
}

Status addLabelFunction(sqlite3* db) {
    auto* labels = new LabelWords(labelWordsOf(db));
    const auto forget = [](void* words) { delete static_cast<LabelWords*>(words); };
    // SQLite calls `forget` also when it refuses.
    if (sqlite3_create_function_v2(db, "rb_contradicts", 2, kFlags, labels, contradicts, nullptr, nullptr, forget) != SQLITE_OK)
        return project::databaseError(db);
    return {};
}

} // namespace rb::query
