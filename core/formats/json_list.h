#pragma once

#include "core/base/durable_file.h"

#include <nlohmann/json.hpp>

namespace rb::formats {

/// Keys in the order they are given; numbers are written in the shortest form that reads back the
/// same.
using Json = nlohmann::ordered_json;

/// Writes a JSON list entry by entry, one a line, so that a large export needs little memory.
class JsonList {
public:
    explicit JsonList(FileSink& sink) : m_sink(sink) {}

    Status add(const Json& entry);
    /// Closes the list; an empty one is `[]`.
    Status end();

private:
    FileSink& m_sink;
    bool m_empty = true;
};

/// Writes an entry and a line end.
Status writeLine(const Json& entry, FileSink& sink);

/// Takes bytes and keeps none, for running an export without writing.
class NullSink final : public FileSink {
public:
    Status write(std::string_view) override { return {}; }
};

} // namespace rb::formats
