#include "core/formats/annotators/xml_file.h"

#include "core/formats/text_numbers.h"

#include <QFile>
#include <QXmlStreamReader>

#include <algorithm>

namespace rb::formats {
namespace {

constexpr int kDeepest = 16;
constexpr std::int64_t kMostNodes = 1'000'000;

std::string placeOf(const std::string& path, std::int64_t line) { return path + ", line " + std::to_string(line); }

Result<double> numberIn(const std::string* text, const XmlNode& node, const std::string& what, const std::string& path) {
    if (text)
        if (const std::optional<double> value = coordinateIn(*text)) return *value;
    const std::string found = text ? "is \"" + text->substr(0, 40) + "\"" : "is missing";
    return Error{ErrorCode::FileInvalid,
                 placeOf(path, node.line) + ": " + what + " of <" + node.name + "> must be a number, but " + found + "."};
}

} // namespace

const XmlNode* XmlNode::child(const std::string& childName) const {
    const auto found =
        std::find_if(children.begin(), children.end(), [&](const XmlNode& each) { return each.name == childName; });
    return found == children.end() ? nullptr : &*found;
}

std::string XmlNode::textOf(const std::string& childName) const {
    const XmlNode* found = child(childName);
    return found ? std::string(trimmed(found->text)) : std::string();
}

const std::string* XmlNode::attribute(const std::string& key) const {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const auto& each) { return each.first == key; });
    return found == attributes.end() ? nullptr : &found->second;
}

struct XmlFile::Reader {
    explicit Reader(const std::filesystem::path& path) : file(QString::fromStdString(path.string())) {
        if (!file.open(QIODevice::ReadOnly)) return;
        xml.setDevice(&file);
        xml.setNamespaceProcessing(false);
    }
    QFile file;
    QXmlStreamReader xml;
};

XmlFile::XmlFile(const std::filesystem::path& path) : m_reader(std::make_unique<Reader>(path)), m_path(path.string()) {
    if (!m_reader->file.isOpen()) m_status = Error{ErrorCode::FileUnreadable, m_path + " cannot be read."};
}

XmlFile::~XmlFile() = default;

std::string XmlFile::place() const { return placeOf(m_path, m_reader->xml.lineNumber()); }

void XmlFile::refuse(const std::string& sentence) {
    if (m_status.ok()) m_status = Error{ErrorCode::FileInvalid, place() + ": " + sentence};
}

bool XmlFile::next() {
    while (m_status.ok()) {
        const QXmlStreamReader::TokenType token = m_reader->xml.readNext();
        if (token == QXmlStreamReader::StartElement) return true;
        if (token == QXmlStreamReader::EndElement || token == QXmlStreamReader::EndDocument) return false;
        if (token == QXmlStreamReader::DTD) refuse("a document type is not allowed in a file of annotations.");
        if (token == QXmlStreamReader::Invalid) refuse("this is no valid XML: " + m_reader->xml.errorString().toStdString());
    }
    return false;
}

bool XmlFile::enter(const std::string& root) {
    if (!next()) {
        refuse("the element <" + root + "> was expected, but there is none.");
        return false;
    }
    const std::string found = m_reader->xml.qualifiedName().toString().toStdString();
    if (found != root) refuse("the element <" + root + "> was expected, but it is <" + found.substr(0, 40) + ">.");
    return m_status.ok();
}

XmlNode XmlFile::head() const {
    XmlNode node{m_reader->xml.qualifiedName().toString().toStdString(), {}, {}, {}, m_reader->xml.lineNumber()};
    for (const QXmlStreamAttribute& each : m_reader->xml.attributes())
        node.attributes.emplace_back(each.qualifiedName().toString().toStdString(), each.value().toString().toStdString());
    return node;
}

XmlNode XmlFile::take() {
    m_taken = 0;
    XmlNode node = head();
    takeInto(node, 1);
    return node;
}

void XmlFile::takeInto(XmlNode& node, int depth) {
    if (depth > kDeepest) refuse("elements are nested too deeply.");
    if (++m_taken > kMostNodes) refuse("the element has too many others inside.");
    while (m_status.ok()) {
        const QXmlStreamReader::TokenType token = m_reader->xml.readNext();
        if (token == QXmlStreamReader::EndElement) return;
        if (token == QXmlStreamReader::Characters) node.text += m_reader->xml.text().toString().toStdString();
        if (token == QXmlStreamReader::StartElement) {
            node.children.push_back(head());
            takeInto(node.children.back(), depth + 1);
        }
        if (token == QXmlStreamReader::EntityReference) refuse("an unknown entity is named.");
        if (token == QXmlStreamReader::Invalid) refuse("this is no valid XML: " + m_reader->xml.errorString().toStdString());
    }
}

void XmlFile::skip() {
    for (int depth = 1; depth > 0 && m_status.ok();) depth += next() ? 1 : -1;
}

Result<double> numberOfChild(const XmlNode& node, const std::string& child, const std::string& path) {
    const XmlNode* found = node.child(child);
    return numberIn(found ? &found->text : nullptr, node, child, path);
}

Result<double> numberOfAttribute(const XmlNode& node, const std::string& key, const std::string& path) {
    return numberIn(node.attribute(key), node, key, path);
}

Result<std::vector<double>> numbersOf(const XmlNode& node, std::initializer_list<const char*> keys, const std::string& path,
                                      Result<double> (*numberOf)(const XmlNode&, const std::string&, const std::string&)) {
    std::vector<double> found;
    for (const char* key : keys) {
        const Result<double> number = numberOf(node, key, path);
        if (!number.ok()) return number.error();
        found.push_back(*number);
    }
    return found;
}

} // namespace rb::formats
