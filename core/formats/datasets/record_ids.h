#pragma once

#include "core/formats/format.h"
#include "core/formats/record_fields.h"

#include <cstdint>

namespace rb::formats {

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
