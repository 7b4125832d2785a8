#include "core/jobs/encoded_pictures.h"

#include "core/jobs/file_key.h"
#include "core/media/image.h"

#include <QElapsedTimer>

#include <algorithm>

namespace rb::jobs {

// One costs a few megabytes; going back and forth between neighbours is what matters.
static constexpr std::size_t kKept = 8;

Result<EncodedPictures::Found> EncodedPictures::get(const QString& file, vlm::RegionCaptioner& captioner) {
    const QString key = fileKey(file);
    const auto found = std::find_if(m_pictures.begin(), m_pictures.end(), [&](const Entry& e) { return e.key == key; });
    if (found != m_pictures.end()) {
        m_pictures.splice(m_pictures.begin(), m_pictures, found);
        return Found{m_pictures.front().image, 0};
    }
    QElapsedTimer timer;
    timer.start();
    const Result<media::Image> image = media::readImage(file.toStdString());
    if (!image.ok()) return image.error();
    Result<vlm::EncodedImage> encoded = captioner.encode(*image);
    if (!encoded.ok()) return encoded.error();
    m_pictures.push_front({key, std::move(*encoded)});
    if (m_pictures.size() > kKept) m_pictures.pop_back();
    return Found{m_pictures.front().image, static_cast<double>(timer.nsecsElapsed()) * 1e-9};
}

} // namespace rb::jobs
