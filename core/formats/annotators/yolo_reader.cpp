#include "core/base/durable_file.h"
#include "core/formats/annotators/yolo.h"
#include "core/formats/annotators/yolo_layout.h"
#include "core/formats/text_numbers.h"
#include "core/media/image.h"

namespace rb::formats {
namespace fs = std::filesystem;

namespace {

class Reader {
public:
    Reader(const YoloDataSet& dataSet, const RecordSink& sink, LossTally& tally) : m_set(dataSet), m_sink(sink), m_tally(tally) {}

    Status read(const YoloItem& item) {
        PictureRecord picture;
        const Result<media::ImageHeader> header = item.picture.empty() ? Error{} : media::readImageHeader(item.picture);
        if (!header.ok()) {
            m_tally.drop("pictures", item.picture.empty() ? "their files were not found, and YOLO's numbers need their sizes"
                                                          : "their files could not be read, and YOLO's numbers need their sizes");
            ++m_lost;
            return {};
        }
        picture.path = item.path;
        picture.split = item.split;
        picture.file = item.picture;
        // Trainers turn pictures as their EXIF data say before they look at the labels.
        picture.width = header->shownWidth();
        picture.height = header->shownHeight();
        if (Status read = readLabels(item.labels, picture); !read.ok()) return read;
        m_tally.keep("pictures");
        ++m_given;
        return m_sink(std::move(picture));
    }
    int given() const { return m_given; }
    int lost() const { return m_lost; }

private:
    Status readLabels(const fs::path& file, PictureRecord& picture) {
        constexpr std::uint64_t kLargest = std::uint64_t{64} << 20;
        if (file.empty()) return {};
        const Result<std::string> text = readFile(file, kLargest);
        if (!text.ok()) return text.error();
        const YoloPage page{m_set.names, m_set.hasKeypoints, picture.width, picture.height};
        int number = 0;
        for (std::string_view line : parts(*text, '\n')) {
            ++number;
            if (trimmed(line).empty()) continue;
            Result<RegionRecord> region = yoloRegion(line, page, file.string() + ", line " + std::to_string(number));
            if (!region.ok()) return region.error();
            picture.regions.push_back(std::move(region).value());
            m_tally.keep("regions");
            m_tally.drop("key points", "regions have none", m_set.hasKeypoints ? 1 : 0);
        }
        return {};
    }

    const YoloDataSet& m_set;
    const RecordSink& m_sink;
    LossTally& m_tally;
    int m_given = 0, m_lost = 0;
};

} // namespace

Status readYolo(const fs::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally) {
    const Result<YoloDataSet> dataSet = yoloDataSet(path);
    if (!dataSet.ok()) return dataSet.error();
    Reader reader(*dataSet, sink, tally);
    for (const YoloFolder& folder : dataSet->folders)
        for (const YoloItem& item : yoloItems(*dataSet, folder, options.media))
            if (Status read = reader.read(item); !read.ok()) return read;
    if (reader.given() > 0) return {};
    if (reader.lost() == 0)
        return Error{ErrorCode::FileInvalid, path.string() + " was expected to hold or name labels of YOLO, but there are none."};
    return Error{ErrorCode::FileInvalid, path.string() + ": none of the " + std::to_string(reader.lost()) +
                                             " pictures with labels could be read, and YOLO's numbers need their sizes."};
}

} // namespace rb::formats
