#pragma once

#include "core/exchange/project_import.h"

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace rb::cli {

/// A loss report as a table, or a sentence when nothing is lost.
std::string toTable(const formats::LossReport& report);
nlohmann::ordered_json toJson(const formats::LossReport& report);

/// What a file of annotations holds and what looks odd about it.
std::string toTable(const exchange::ImportReport& report);
nlohmann::ordered_json toJson(const exchange::ImportReport& report);

} // namespace rb::cli
