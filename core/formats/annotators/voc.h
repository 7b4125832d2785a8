#pragma once

#include "core/formats/annotators/xml_file.h"
#include "core/formats/format.h"

namespace rb::formats {

inline constexpr const char* kVoc = "voc"; ///< also the key of what it keeps in extra

/// The element of our own that says which number the first pixel has, "0" or "1"; other readers pass
/// over it. Without it a file leaves that open.
inline constexpr const char* kVocOrigin = "pixel_origin";

/// What boxes tell about the number of the first pixel.
struct VocOriginEvidence {
    bool belowOne = false;    ///< a minimum is less than 1: pixels are counted from 0
    bool touchesEnd = false;  ///< a maximum is the picture's width or height: else they may be counted from 1

    bool fromOne() const { return !belowOne && touchesEnd; }
};

/// The <annotation> of a file, at most 64 MiB.
Result<XmlNode> vocAnnotation(const std::filesystem::path& file);
/// Adds what the file's boxes tell; a file that says its origin tells nothing.
void addVocEvidence(const XmlNode& annotation, VocOriginEvidence& evidence);
/// The outline of an <object>: its <polygon>, <robndbox> or <bndbox>. `path`: of the file, for refusals.
Result<geometry::Shape2> vocShape(const XmlNode& object, bool fromOne, const std::string& path);

Status readVoc(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeVoc(const RecordSource& source, const WriteOptions& options, OutputTree& output);

} // namespace rb::formats
