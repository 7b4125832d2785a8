#include "core/formats/datasets/record_ids.h"

#include "core/formats/record_fields.h"
#include "core/formats/safe_path.h"

#include <algorithm>

namespace rb::formats {
namespace {

/// Takes ids as long as they are numbers.
class IdCollector {
public:
    void take(const std::string& id) {
        const std::optional<std::int64_t> number = m_usable ? wholeNumber(id) : std::nullopt;
        if (number) return m_numbers.push_back(*number);
        m_usable = false;
        m_numbers = {};
    }
    bool usable() {
        std::sort(m_numbers.begin(), m_numbers.end());
        return m_usable && std::adjacent_find(m_numbers.begin(), m_numbers.end()) == m_numbers.end();
    }

private:
    bool m_usable = true;
    std::vector<std::int64_t> m_numbers;
};

} // namespace

Result<std::string> pathOfPictureId(const std::string& id, const std::string& place) {
    return safeRelativePath(id + ".jpg", place);
}

Result<OwnIds> ownIds(const RecordSource& source) {
    IdCollector pictures, regions;
    const Status read = source([&](const PictureRecord& picture) -> Status {
        pictures.take(picture.id);
        for (const RegionRecord& region : picture.regions) regions.take(region.id);
        return {};
    });
    if (!read.ok()) return read.error();
    return OwnIds{pictures.usable(), regions.usable()};
}

} // namespace rb::formats
