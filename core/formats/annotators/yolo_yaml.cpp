#include "core/formats/annotators/yolo_yaml.h"

#include "core/base/durable_file.h"
#include "core/formats/record_fields.h"
#include "core/formats/text_numbers.h"

namespace rb::formats {
namespace {

/// Where the quoted text that the line begins with ends; 0: it is not quoted.
std::size_t endOfQuotes(std::string_view text) {
    if (text.empty() || (text[0] != '"' && text[0] != '\'')) return 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (text[0] == '"' && text[i] == '\\') ++i;
        else if (text[i] == text[0] && text[0] == '\'' && i + 1 < text.size() && text[i + 1] == '\'') ++i;
        else if (text[i] == text[0]) return i + 1;
    }
    return 0;
}

std::string unquoted(std::string_view quoted) {
    if (quoted[0] == '"') {
        const nlohmann::json parsed = nlohmann::json::parse(quoted, nullptr, false);
        if (parsed.is_string()) return parsed.get<std::string>();
    }
    std::string text;
    for (std::size_t i = 1; i + 1 < quoted.size(); ++i) {
        text += quoted[i];
        if (quoted[0] == '\'' && quoted[i] == '\'') ++i;
    }
    return text;
}

std::string valueIn(std::string_view text) {
    text = trimmed(text);
    if (const std::size_t end = endOfQuotes(text)) return unquoted(text.substr(0, end));
    if (text.starts_with('#')) return {};
    return std::string(trimmed(text.substr(0, text.find(" #"))));
}

/// The item "key: value", or "value" with an empty key.
YamlEntry::Item itemIn(std::string_view text) {
    text = trimmed(text);
    const std::size_t quotes = endOfQuotes(text);
    for (std::size_t colon = text.find(':', quotes); colon != std::string_view::npos; colon = text.find(':', colon + 1)) {
        const bool ends = colon + 1 == text.size() || text[colon + 1] == ' ' || text[colon + 1] == '\t';
        if (ends) return {valueIn(text.substr(0, colon)), std::string(trimmed(text.substr(colon + 1)))};
    }
    return {{}, std::string(text)};
}

void addItem(YamlEntry& entry, std::string_view text) {
    text = trimmed(text);
    const bool isListed = text.starts_with("- ");
    YamlEntry::Item item = isListed ? YamlEntry::Item{{}, std::string(text.substr(2))} : itemIn(text);
    item.value = valueIn(item.value);
    entry.items.push_back(std::move(item));
}

/// `text` begins with a bracket. False: its end is not there yet.
bool addBracketed(YamlEntry& entry, std::string_view text) {
    std::vector<YamlEntry::Item> items;
    std::size_t start = 1;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool isFirst = trimmed(text.substr(start, i - start)).empty() || text[i - 1] == ' ' || text[i - 1] == ':';
        if (const std::size_t quotes = isFirst ? endOfQuotes(text.substr(i)) : 0) i += quotes;
        if (i >= text.size()) return false;
        const bool ends = text[i] == ']' || text[i] == '}';
        if (text[i] != ',' && !ends) continue;
        const std::string_view part = trimmed(text.substr(start, i - start));
        if (!part.empty()) {
            YamlEntry::Item item = text[0] == '{' ? itemIn(part) : YamlEntry::Item{{}, std::string(part)};
            items.push_back({item.key, valueIn(item.value)});
        }
        start = i + 1;
        if (!ends) continue;
        entry.items = std::move(items);
        return true;
    }
    return false;
}

std::string_view withoutRemark(std::string_view line) {
    bool isQuoted = false;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line[i] == '"' || line[i] == '\'') isQuoted = !isQuoted;
        if (line[i] == '#' && !isQuoted && (i == 0 || line[i - 1] == ' ')) return line.substr(0, i);
    }
    return line;
}

class Parser {
public:
    void take(std::string_view line) {
        if (m_bracketed.empty() && (trimmed(line).empty() || trimmed(line).starts_with('#'))) return;
        if (!m_bracketed.empty()) takeBracketed(line);
        else if (line.front() == ' ' || line.front() == '\t' || line.front() == '-') takeInner(line);
        else takeTop(line);
    }
    std::vector<YamlEntry> entries;
    bool isWhole() const { return m_bracketed.empty(); }

private:
    void takeInner(std::string_view line) {
        if (!entries.empty() && !entries.back().isSingle && !m_isClosed) addItem(entries.back(), line);
    }
    void takeTop(std::string_view line) {
        const YamlEntry::Item item = itemIn(line);
        entries.push_back({item.key, {}, false});
        m_isClosed = item.value.starts_with('[') || item.value.starts_with('{');
        if (m_isClosed) return takeBracketed(item.value);
        const std::string value = valueIn(item.value);
        entries.back().isSingle = !value.empty();
        if (!value.empty()) entries.back().items.push_back({{}, value});
    }
    void takeBracketed(std::string_view line) {
        // Each try reads the list from its start: without a bound a hostile file would keep it busy.
        constexpr int kMostTries = 1000;
        constexpr std::size_t kLongest = std::size_t{1} << 20;
        if (m_bracketed.size() > kLongest || m_tries > kMostTries) return;
        m_bracketed += (m_bracketed.empty() ? "" : " ") + std::string(trimmed(withoutRemark(line)));
        if (line.find_first_of("]}") == std::string_view::npos) return;
        ++m_tries;
        if (addBracketed(entries.back(), m_bracketed)) m_bracketed.clear();
    }
    std::string m_bracketed; ///< of a list whose end has not come yet
    int m_tries = 0;
    bool m_isClosed = false;  ///< the last entry holds nothing more
};

} // namespace

Result<std::vector<YamlEntry>> readYamlEntries(const std::filesystem::path& file) {
    constexpr std::uint64_t kLargest = std::uint64_t{16} << 20;
    const Result<std::string> text = readFile(file, kLargest);
    if (!text.ok()) return text.error();
    Parser parser;
    for (std::string_view line : parts(*text, '\n')) parser.take(line);
    if (parser.isWhole()) return std::move(parser.entries);
    return Error{ErrorCode::FileInvalid,
                 file.string() + ": the bracket after \"" + parser.entries.back().key + ":\" is never closed."};
}

std::string yamlQuoted(const std::string& text) { return compact(nlohmann::json(text)); }

} // namespace rb::formats
