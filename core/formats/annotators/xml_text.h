#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rb::formats {

/// Makes the text of an XML file, indented, piece by piece. Characters that XML cannot hold become
/// U+FFFD; carriage returns survive.
class XmlText {
public:
    XmlText(); ///< begins with the XML declaration
    ~XmlText();
    XmlText(const XmlText&) = delete;
    XmlText& operator=(const XmlText&) = delete;

    void open(std::string_view name);
    void attribute(std::string_view name, std::string_view value); ///< of the element just opened
    void text(std::string_view text);
    void close();
    void element(std::string_view name, std::string_view text);
    /// What came since the last call.
    std::string take();
    /// Whether elements and attributes may be called so: a letter or '_', then letters, digits, "_-.".
    static bool isName(std::string_view name);

private:
    struct Writer;
    std::unique_ptr<Writer> m_writer;
};

} // namespace rb::formats
