#include "ui/help/signal_text.h"

#include <unistd.h>

namespace rb::ui {

SignalText& SignalText::add(const char* text) {
    while (*text && m_size + 1 < m_text.size()) m_text[m_size++] = *text++;
    m_text[m_size] = 0;
    return *this;
}

SignalText& SignalText::add(long number, int digits) {
    char reversed[24];
    int count = 0;
    do {
        reversed[count++] = static_cast<char>('0' + number % 10);
        number /= 10;
    } while ((number > 0 || count < digits) && count < 23);
    char text[24] = {};
    for (int i = 0; i < count; ++i) text[i] = reversed[count - 1 - i];
    return add(text);
}

SignalText& SignalText::addTime(std::time_t time) {
    // gmtime() may not be called in a signal handler. The calendar repeats every 400 years of 146,097
    // days; a year that begins in March has its leap day last.
    const long days = static_cast<long>(time / 86400) + 719468, second = static_cast<long>(time % 86400);
    const long era = days / 146097, dayOfEra = days % 146097;
    const long yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
    const long dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
    const long marchMonth = (5 * dayOfYear + 2) / 153, day = dayOfYear - (153 * marchMonth + 2) / 5 + 1;
    const long month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
    add(era * 400 + yearOfEra + (month <= 2 ? 1 : 0), 4).add("-").add(month, 2).add("-").add(day, 2).add(" ");
    return add(second / 3600, 2).add(":").add(second / 60 % 60, 2).add(":").add(second % 60, 2).add(" UTC");
}

void SignalText::writeTo(int file) const {
    std::size_t written = 0;
    while (written < m_size) {
        const ssize_t now = ::write(file, m_text.data() + written, m_size - written);
        if (now <= 0) return;
        written += static_cast<std::size_t>(now);
    }
}

} // namespace rb::ui
