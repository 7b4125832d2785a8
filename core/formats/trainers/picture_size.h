#pragma once

#include "core/formats/format.h"
#include "core/formats/record_fields.h"

namespace rb::formats {

struct PixelSize {
    int width = 0;
    int height = 0;
};

/// What the record says, else what the header of its file says; a refusal when neither does.
Result<PixelSize> sizeOf(const PictureRecord& picture);

/// Sizes of the pictures of a file of annotations: the record's `width` and `height`, else those of
/// the picture in the media folder, which is the file's own unless the options name another.
class PictureSizes {
public:
    PictureSizes(const std::filesystem::path& annotations, const ReadOptions& options);
    Result<PixelSize> of(RecordFields& fields, const std::string& picture) const;
    const std::filesystem::path& folder() const { return m_folder; }

private:
    std::filesystem::path m_folder;
};

} // namespace rb::formats
