#pragma once

#include <array>
#include <cstddef>
#include <ctime>

namespace rb::ui {

/// Text built in place: everything here may be called in a signal handler. What does not fit is cut off.
class SignalText {
public:
    SignalText& add(const char* text);
    /// Decimal, with zeros in front up to `digits`; not negative.
    SignalText& add(long number, int digits = 1);
    /// "2026-11-27 13:05:09 UTC"; of 1970 and later.
    SignalText& addTime(std::time_t time);

    const char* c_str() const { return m_text.data(); }
    void writeTo(int file) const;

private:
    std::array<char, 1024> m_text{};
    std::size_t m_size = 0; ///< without the zero at the end
};

} // namespace rb::ui
