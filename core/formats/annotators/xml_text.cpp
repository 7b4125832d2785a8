#include "core/formats/annotators/xml_text.h"

#include <QBuffer>
#include <QXmlStreamWriter>

#include <algorithm>

namespace rb::formats {
namespace {

QString allowed(std::string_view utf8) {
    QString text = QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
    for (QChar& each : text) {
        const char16_t c = each.unicode();
        const bool held = c >= 0x20 ? c < 0xFFFE : c == u'\t' || c == u'\n' || c == u'\r';
        if (!held) each = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

} // namespace

struct XmlText::Writer {
    Writer() {
        buffer.open(QIODevice::WriteOnly);
        xml.setDevice(&buffer);
        xml.setAutoFormatting(true);
        xml.setAutoFormattingIndent(1);
    }
    QBuffer buffer;
    QXmlStreamWriter xml;
};

XmlText::XmlText() : m_writer(std::make_unique<Writer>()) { m_writer->xml.writeStartDocument(); }

XmlText::~XmlText() = default;

void XmlText::open(std::string_view name) { m_writer->xml.writeStartElement(allowed(name)); }

void XmlText::attribute(std::string_view name, std::string_view value) {
    m_writer->xml.writeAttribute(allowed(name), allowed(value));
}

void XmlText::text(std::string_view text) {
    // Every XML reader makes a line feed of a carriage return that is not written as a reference.
    const QStringList lines = allowed(text).split(QLatin1Char('\r'));
    m_writer->xml.writeCharacters(lines.front());
    for (qsizetype i = 1; i < lines.size(); ++i) {
        m_writer->xml.writeEntityReference(QStringLiteral("#13"));
        m_writer->xml.writeCharacters(lines[i]);
    }
}

void XmlText::close() { m_writer->xml.writeEndElement(); }

void XmlText::element(std::string_view name, std::string_view text) {
    open(name);
    this->text(text);
    close();
}

std::string XmlText::take() {
    const std::string bytes = m_writer->buffer.data().toStdString();
    m_writer->buffer.buffer().clear();
    m_writer->buffer.seek(0);
    return bytes;
}

bool XmlText::isName(std::string_view name) {
    const auto starts = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || (c & 0x80) != 0; };
    const auto goesOn = [&](char c) { return starts(c) || (c >= '0' && c <= '9') || c == '-' || c == '.'; };
    return !name.empty() && starts(name.front()) && std::all_of(name.begin(), name.end(), goesOn);
}

} // namespace rb::formats
