#pragma once

#include <QString>

namespace rb::ui {

/// What is left of a crash: version, time, signal and where the program was, in a file on this computer.
/// Nothing is ever sent.
class CrashNote {
public:
    /// crash.txt in the program's data folder.
    static QString file();

    /// From now on a crash (a fatal signal, or an exception nobody catches) leaves its note in `file`,
    /// and the program ends as it would have. Call it once, early in main().
    static void install(const QString& file, const QString& version);

    /// The note of an earlier crash, which is gone afterwards; empty when there is none.
    static QString take(const QString& file);
};

} // namespace rb::ui
