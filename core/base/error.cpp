#include "core/base/error.h"

#include <cerrno>
#include <cstring>

namespace rb {

std::string_view toString(ErrorCode code) {
    switch (code) {
    case ErrorCode::FileNotFound: return "file not found";
    case ErrorCode::FileUnreadable: return "file unreadable";
    case ErrorCode::FileInvalid: return "file invalid";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::TooLarge: return "too large";
    case ErrorCode::ModelIncomplete: return "model incomplete";
    case ErrorCode::InvalidArgument: return "invalid argument";
    case ErrorCode::WriteFailed: return "write failed";
    case ErrorCode::DiskFull: return "disk full";
    case ErrorCode::Locked: return "locked";
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::Internal: return "internal error";
    }
    return "unknown error";
}

static ErrorCode codeOf(int errnoValue, bool writing) {
    switch (errnoValue) {
    case ENOENT: return ErrorCode::FileNotFound;
    case ENOSPC:
    case EDQUOT: return ErrorCode::DiskFull;
    default: return writing ? ErrorCode::WriteFailed : ErrorCode::FileUnreadable;
    }
}

Error errorFromErrno(int errnoValue, const std::string& path, std::string_view action) {
    const bool writing = action.find("writ") != std::string_view::npos;
    return {codeOf(errnoValue, writing),
            path + " could not be " + std::string(action) + ": " + std::strerror(errnoValue) + "."};
}

} // namespace rb
