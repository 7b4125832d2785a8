#pragma once

#include "core/formats/annotators/xml_text.h"
#include "core/formats/records.h"

#include <map>
#include <set>

#include <nlohmann/json_fwd.hpp>

namespace rb::formats {

inline constexpr const char* kCvatPictureLabel = "picture"; ///< of the tag with the picture's captions

/// The labels that a file must declare, with the attributes of each, in the order of first use.
class CvatLabels {
public:
    void add(const PictureRecord& picture);
    /// The <meta> element.
    void write(XmlText& xml, const std::string& task) const;

private:
    void add(const std::string& label, const std::string& extra, std::size_t captions);
    void addAttributes(const std::string& label, const nlohmann::json& attributes);

    std::vector<std::string> m_order;
    std::map<std::string, std::set<std::string>> m_attributes; ///< by label, without captions
    std::size_t m_captions = 1; ///< the most of one region or picture
    int m_pictures = 0;
};

} // namespace rb::formats
