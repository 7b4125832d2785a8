#pragma once

#include "core/text/tokenizer.h"

#include <QFile>
#include <QTest>
#include <nlohmann/json.hpp>

#include <map>

namespace rb::text::testing {

using nlohmann::json;
using TokenizerPointer = std::shared_ptr<const Tokenizer>;

inline QString dataPath(const char* relative) {
    return QStringLiteral(RB_TEST_DATA "/") + QLatin1String(relative);
}

inline std::filesystem::path fsPath(const QString& path) {
    return path.toStdString();
}

inline std::string contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

inline bool writeContent(const QString& path, const std::string& content) {
    QFile file(path);
    const auto size = static_cast<qint64>(content.size());
    return file.open(QIODevice::WriteOnly) && file.write(content.data(), size) == size && file.flush();
}

inline json fixture(const char* relative) {
    return json::parse(contentOf(dataPath(relative)), nullptr, false);
}

inline std::vector<TokenId> idsOf(const json& value) {
    return value.get<std::vector<TokenId>>();
}

/// One row for each case of each file: `file` and `index`.
inline void addCaseRows(std::initializer_list<const char*> files) {
    QTest::addColumn<QString>("file");
    QTest::addColumn<int>("index");
    for (const char* file : files) {
        const json cases = fixture(file);
        QVERIFY2(cases.is_array() && !cases.empty(), file);
        for (std::size_t i = 0; i < cases.size(); ++i)
            QTest::addRow("%s %d", file, static_cast<int>(i))
                << QString::fromLatin1(file) << static_cast<int>(i);
    }
}

/// The case of the present row.
inline const json& currentCase() {
    static std::map<QString, json> files;
    QFETCH(QString, file);
    QFETCH(int, index);
    auto found = files.find(file);
    if (found == files.end()) found = files.emplace(file, fixture(file.toLatin1().constData())).first;
    return found->second.at(static_cast<std::size_t>(index));
}

inline QByteArray shown(const std::vector<TokenId>& ids) {
    return QByteArray::fromStdString(json(ids).dump());
}

/// "[1,2] where [1,3] was expected", for QVERIFY2.
inline QByteArray difference(const std::vector<TokenId>& got, const std::vector<TokenId>& expected) {
    return shown(got) + " where " + shown(expected) + " was expected";
}

inline std::vector<std::string> piecesOf(const Tokenizer& tokenizer, const std::vector<TokenId>& ids) {
    std::vector<std::string> pieces;
    for (const TokenId id : ids)
        pieces.push_back(tokenizer.pieceOf(id));
    return pieces;
}

/// One sentence that names `part`: a single full stop at the end, no line breaks.
inline bool isOneSentenceNaming(const std::string& message, const std::string& part) {
    return message.find(part) != std::string::npos && message.find('\n') == std::string::npos &&
           message.size() < 600 && !message.empty() && message.back() == '.' &&
           message.find(". ") == std::string::npos;
}

inline TokenizerPointer opened(const QString& folder, TokenizerKind kind) {
    auto result = openTokenizer(fsPath(folder), kind);
    if (result.ok()) return *result;
    qCritical("%s", result.error().message.c_str());
    return nullptr;
}

} // namespace rb::text::testing

#define COMPARE_IDS(got, expected)                                                                           \
    do {                                                                                                     \
        const std::vector<rb::text::TokenId> gotIds = (got), expectedIds = (expected);                       \
        QVERIFY2(gotIds == expectedIds, rb::text::testing::difference(gotIds, expectedIds).constData());     \
    } while (false)
