#include "core/formats/annotators/cvat_labels.h"

#include "core/formats/annotators/cvat.h"
#include "core/formats/extra_fields.h"
#include "core/formats/holds.h"

#include <algorithm>

namespace rb::formats {

using nlohmann::json;

void CvatLabels::add(const PictureRecord& picture) {
    ++m_pictures;
    for (const RegionRecord& each : picture.regions)
        add(each.label.empty() ? kNoLabel : each.label, each.extra, each.captions.size());
    const json tags = extraValue(ownExtra(picture.extra, kCvat), cvat_extra::kTags, json::array());
    if (tags.empty() && !picture.captions.empty()) add(kCvatPictureLabel, {}, picture.captions.size());
    m_captions = std::max(m_captions, picture.captions.size());
    for (const json& tag : tags)
        if (tag.is_object())
            addAttributes(extraValue(tag, cvat_extra::kLabel, kCvatPictureLabel),
                          extraValue(tag, cvat_extra::kAttributes, json::object()));
}

void CvatLabels::add(const std::string& label, const std::string& extra, std::size_t captions) {
    m_captions = std::max(m_captions, captions);
    addAttributes(label, extraValue(ownExtra(extra, kCvat), cvat_extra::kAttributes, json::object()));
}

void CvatLabels::addAttributes(const std::string& label, const json& attributes) {
    const auto [at, isNew] = m_attributes.try_emplace(label);
    if (isNew) m_order.push_back(label);
    for (const auto& [name, value] : attributes.items()) at->second.insert(name);
}

namespace {

void declareAttribute(XmlText& xml, const std::string& name) {
    xml.open("attribute");
    xml.element("name", name);
    xml.element("mutable", "False");
    xml.element("input_type", "text");
    xml.element("default_value", "");
    xml.element("values", "");
    xml.close();
}

} // namespace

void CvatLabels::write(XmlText& xml, const std::string& task) const {
    xml.open("meta");
    xml.open("task");
    xml.element("name", task);
    xml.element("size", std::to_string(m_pictures));
    xml.element("mode", "annotation");
    xml.open("labels");
    for (const std::string& label : m_order) {
        xml.open("label");
        xml.element("name", label);
        xml.element("type", "any");
        xml.open("attributes");
        for (std::size_t i = 0; i < m_captions; ++i) declareAttribute(xml, cvatCaptionName(i));
        for (const std::string& name : m_attributes.at(label)) declareAttribute(xml, name);
        xml.close();
        xml.close();
    }
    for (int open = 0; open < 3; ++open) xml.close();
}

} // namespace rb::formats
