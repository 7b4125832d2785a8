#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rb::formats {

/// An XML element in memory.
struct XmlNode {
    std::string name;
    std::string text; ///< its own, as it stands in the file
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlNode> children;
    std::int64_t line = 0;

    const XmlNode* child(const std::string& childName) const; ///< the first of this name; nullptr: none
    std::string textOf(const std::string& childName) const;   ///< trimmed; empty when there is none
    const std::string* attribute(const std::string& key) const;
};

/// Reads an XML file element by element. Document types are refused, so that no entity is ever
/// expanded. The first failure is kept in status(), names file and line, and ends the reading.
class XmlFile {
public:
    explicit XmlFile(const std::filesystem::path& path);
    ~XmlFile();
    XmlFile(const XmlFile&) = delete;
    XmlFile& operator=(const XmlFile&) = delete;

    /// Goes into the top element, which must have this name.
    bool enter(const std::string& root);
    /// Goes to the next element inside the one it stands in, and stands in that; false: there is no
    /// more, and it stands in the outer one again.
    bool next();
    /// Name and attributes of the element it has just come to.
    XmlNode head() const;
    /// The whole element it has just come to, which is left. Refused when it is nested deeper than 16
    /// elements or has more than a million of them.
    XmlNode take();
    void skip();

    std::string place() const; ///< "a.xml, line 12"
    const Status& status() const { return m_status; }
    /// Keeps the failure `place: sentence`.
    void refuse(const std::string& sentence);

private:
    void takeInto(XmlNode& node, int depth);

    struct Reader;
    std::unique_ptr<Reader> m_reader;
    std::string m_path;
    Status m_status;
    std::int64_t m_taken = 0;
};

/// The element's number, by the name of a child or an attribute. A refusal says what was found.
Result<double> numberOfChild(const XmlNode& node, const std::string& child, const std::string& path);
Result<double> numberOfAttribute(const XmlNode& node, const std::string& key, const std::string& path);
/// Several numbers that one of the two finds.
Result<std::vector<double>> numbersOf(const XmlNode& node, std::initializer_list<const char*> keys, const std::string& path,
                                      Result<double> (*numberOf)(const XmlNode&, const std::string&, const std::string&));

} // namespace rb::formats
