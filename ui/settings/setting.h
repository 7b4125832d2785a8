#pragma once

#include <QSettings>
#include <QVariant>

namespace rb::ui {

/// One remembered choice of the user: its key and what holds until it is changed. Defaults are not
/// written, so that a later version may choose better ones.
template <typename T>
struct Setting {
    const char* key;
    T fallback;

    T read(const QSettings& settings) const {
        return settings.value(QLatin1String(key), QVariant::fromValue(fallback)).template value<T>();
    }
    void write(QSettings& settings, const T& value) const {
        if (value == fallback) settings.remove(QLatin1String(key));
        else settings.setValue(QLatin1String(key), QVariant::fromValue(value));
    }
};

} // namespace rb::ui
