#include "core/formats/annotators/xml_json.h"

namespace rb::formats {

using nlohmann::json;

json jsonOf(const XmlNode& node) {
    if (node.children.empty()) return node.text;
    json object = json::object();
    for (const XmlNode& each : node.children) addJson(object, each);
    return object;
}

void addJson(json& object, const XmlNode& node) {
    json value = jsonOf(node);
    const auto found = object.find(node.name);
    if (found == object.end()) {
        object[node.name] = std::move(value);
        return;
    }
    if (!found->is_array()) *found = json::array({*found});
    found->push_back(std::move(value));
}

void writeJson(XmlText& xml, const std::string& name, const json& value) {
    if (value.is_array())
        for (const json& each : value)
            if (!each.is_array()) writeJson(xml, name, each);
    if (!XmlText::isName(name)) return;
    if (value.is_string()) xml.element(name, value.get<std::string>());
    if (!value.is_object()) return;
    xml.open(name);
    for (const auto& [key, each] : value.items()) writeJson(xml, key, each);
    xml.close();
}

} // namespace rb::formats
