#include "core/synthetic/list_file.h"

#include <QJsonDocument>

namespace rb::synthetic {

Status JsonListFile::addElement(std::string_view json) {
    const std::string line = (m_empty ? "[\n" : ",\n") + std::string(json);
    m_empty = false;
    return m_sink.write(line);
}

Status JsonListFile::add(const QJsonObject& record) {
    return addElement(QJsonDocument(record).toJson(QJsonDocument::Compact).toStdString());
}

Status JsonListFile::add(std::string_view plainText) {
    return addElement('"' + std::string(plainText) + '"');
}

Status JsonListFile::finish() {
    return m_sink.write(m_empty ? "[]\n" : "\n]\n");
}

Status withFiles(const std::vector<std::filesystem::path>& paths,
                 const std::function<Status(const Sinks&)>& fill) {
    Sinks sinks;
    const std::function<Status()> openNext = [&]() -> Status {
        if (sinks.size() == paths.size()) return fill(sinks);
        return replaceFile(paths[sinks.size()], [&](FileSink& sink) {
            sinks.push_back(&sink);
            return openNext();
        });
    };
    return openNext();
}

} // namespace rb::synthetic
