#pragma once

#include <string>
#include <string_view>

namespace rb {

/// What a user could do about a failure; the window turns codes into translated sentences.
enum class ErrorCode {
    FileNotFound,     ///< the path names nothing
    FileUnreadable,   ///< it exists, but the system refuses to read it
    FileInvalid,      ///< it was read and is not what it claims to be
    Unsupported,      ///< it is valid, but a kind this program does not handle
    TooLarge,         ///< handling it would pass a stated limit of memory or size
    ModelIncomplete,  ///< a tensor or file of the model is missing or has another shape
    InvalidArgument,  ///< a value given by the caller is out of its range
    WriteFailed,      ///< the file could not be written; the old one is unchanged
    DiskFull,         ///< as WriteFailed, for want of space
    Locked,           ///< another program holds it
    Cancelled,        ///< the user stopped it
    Internal,         ///< a defect of this program or of a library
};

/// One expected failure. `message` is one sentence that names the file, tensor, line or value,
/// what was expected and what was found.
struct Error {
    ErrorCode code = ErrorCode::Internal;
    std::string message;
};

/// The code's name in lower-case words, for logs and `--json`.
std::string_view toString(ErrorCode code);

/// An Error whose code and wording come from `errno` after a failed system call on `path`.
Error errorFromErrno(int errnoValue, const std::string& path, std::string_view action);

} // namespace rb
