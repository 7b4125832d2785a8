#pragma once

#include "core/formats/format.h"

#include <cstdint>
#include <optional>

namespace rb::formats {

/// The number that a text is, when it is written as numbers are ("42", not "042"), from 0 on.
std::optional<std::int64_t> wholeNumber(const std::string& id);

/// Picture path for formats that name only an id: "<id>.jpg". `place`: see safeRelativePath().
Result<std::string> pathOfPictureId(const std::string& id, const std::string& place);

/// Which ids of the records can be the numbers of a format: all there, whole numbers, and distinct.
struct OwnIds {
    bool ofPictures = false;
    bool ofRegions = false;
};
/// Goes through all pictures once; ends with the source's failure.
Result<OwnIds> ownIds(const RecordSource& source);

/// Gives numbers to records in the order of writing: their own, or 1, 2, 3, …
class IdCounter {
public:
    explicit IdCounter(bool own) : m_own(own) {}
    std::int64_t next(const std::string& id) { return m_own ? *wholeNumber(id) : ++m_last; }

private:
    bool m_own;
    std::int64_t m_last = 0;
};

} // namespace rb::formats
