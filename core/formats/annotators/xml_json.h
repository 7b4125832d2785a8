#pragma once

#include "core/formats/annotators/xml_file.h"
#include "core/formats/annotators/xml_text.h"

#include <nlohmann/json.hpp>

/// Elements of XML as values in RegionRecord::extra. Attributes are left out.
namespace rb::formats {

/// The element's text, or an object of its children; those that share a name are a list.
nlohmann::json jsonOf(const XmlNode& node);
/// Adds the element to an object under its name.
void addJson(nlohmann::json& object, const XmlNode& node);
/// Writes what jsonOf() gave as an element; what is no such thing is left out.
void writeJson(XmlText& xml, const std::string& name, const nlohmann::json& value);

} // namespace rb::formats
