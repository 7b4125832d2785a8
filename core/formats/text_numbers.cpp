#include "core/formats/text_numbers.h"

#include "core/formats/record_fields.h"

#include <array>
#include <charconv>

namespace rb::formats {
namespace {

template <typename Number>
std::optional<Number> wholeTextAs(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

} // namespace

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n";
    const std::size_t start = text.find_first_not_of(kSpaces);
    if (start == std::string_view::npos) return {};
    return text.substr(start, text.find_last_not_of(kSpaces) - start + 1);
}

std::optional<double> coordinateIn(std::string_view text) {
    const std::optional<double> value = wholeTextAs<double>(trimmed(text));
    return value && isCoordinate(*value) ? value : std::nullopt;
}

std::optional<std::int64_t> wholeNumberIn(std::string_view text) { return wholeTextAs<std::int64_t>(trimmed(text)); }

std::optional<int> sideIn(std::string_view text) {
    constexpr std::int64_t kLongest = 1'000'000;
    const std::optional<std::int64_t> value = wholeNumberIn(text);
    if (!value || *value < 1 || *value > kLongest) return std::nullopt;
    return static_cast<int>(*value);
}

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> found;
    for (std::size_t start = 0; !text.empty() && start <= text.size();) {
        const std::size_t end = std::min(text.find(separator, start), text.size());
        found.push_back(text.substr(start, end - start));
        start = end + 1;
    }
    return found;
}

std::string shortest(double value) {
    std::array<char, 32> digits{};
    const auto [end, error] = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    return error == std::errc() ? std::string(digits.data(), end) : std::string("0");
}

} // namespace rb::formats
