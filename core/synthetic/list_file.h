#pragma once

#include "core/base/durable_file.h"

#include <QJsonObject>

#include <filesystem>
#include <functional>
#include <string_view>
#include <vector>

namespace rb::synthetic {

/// A JSON list written element by element, one a line, so that memory holds one.
class JsonListFile {
public:
    explicit JsonListFile(FileSink& sink) : m_sink(sink) {}
    Status add(const QJsonObject& record);
    /// `plainText` needs no escapes: letters, spaces and punctuation other than quotes.
    Status add(std::string_view plainText);
    /// Closes the list; nothing is added afterwards.
    Status finish();

private:
    Status addElement(std::string_view json);
    FileSink& m_sink;
    bool m_empty = true;
};

using Sinks = std::vector<FileSink*>;

/// Replaces every file at once open: a failure of `fill` leaves all of them as they were.
Status withFiles(const std::vector<std::filesystem::path>& paths,
                 const std::function<Status(const Sinks&)>& fill);

} // namespace rb::synthetic
