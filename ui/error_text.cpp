#include "ui/error_text.h"

#include <QCoreApplication>

namespace rb::ui {

static QString advice(ErrorCode code) {
    const auto tr = [](const char* text) { return QCoreApplication::translate("ErrorText", text); };
    switch (code) {
    case ErrorCode::DiskFull: return tr("Make room on the disk and try again; nothing was changed.");
    case ErrorCode::WriteFailed: return tr("Nothing was changed.");
    case ErrorCode::Locked: return tr("Close the other window to edit here.");
    case ErrorCode::ModelIncomplete: return tr("Choose another model folder in the Caption menu.");
    default: return {};
    }
}

QString errorText(const Error& error) {
    const QString detail = QString::fromStdString(error.message), more = advice(error.code);
    return more.isEmpty() ? detail : detail + QLatin1Char(' ') + more;
}

} // namespace rb::ui
