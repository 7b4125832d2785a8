#pragma once

#include "core/base/durable_file.h"

#include <functional>
#include <string>

namespace rb::formats {

/// Where a writer puts its files. Nothing is in its final place before all of them are written.
class OutputTree {
public:
    virtual ~OutputTree() = default;
    /// One file, by its path inside the output, with '/' between folders, which are made. A path may
    /// be written once only.
    virtual Status file(const std::string& relativePath, const std::function<Status(FileSink&)>& fill) = 0;
    Status file(const std::string& relativePath, std::string_view bytes);
    /// False while an export is only being previewed: pictures need not be read for it.
    virtual bool keepsBytes() const = 0;
    /// File name that the user chose, without its suffix: what single-file formats are called.
    virtual std::string stem() const = 0;
};

} // namespace rb::formats
