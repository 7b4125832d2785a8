#pragma once

#include <QFile>
#include <QTest>

#include <nlohmann/json.hpp>

namespace rb::metrics::testing {

/// A file of tests/data/metrics; discarded when it is missing or no JSON.
inline nlohmann::json fixture(const QString& name) {
    QFile file(QStringLiteral(RB_TEST_DATA "/metrics/") + name + QStringLiteral(".json"));
    const std::string content = file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
    return nlohmann::json::parse(content, nullptr, false);
}

inline void addFileRows(std::initializer_list<const char*> names) {
    QTest::addColumn<QString>("file");
    for (const char* name : names)
        QTest::newRow(name) << QString::fromLatin1(name);
}

} // namespace rb::metrics::testing
