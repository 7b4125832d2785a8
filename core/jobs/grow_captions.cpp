#include "core/jobs/grow_captions.h"

#include "core/jobs/proposals.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace rb::jobs {
namespace {

using geometry::Box2;
using Clock = std::chrono::steady_clock;

std::vector<Box2> firstBoxes(const std::vector<Proposal>& proposals, int most) {
    std::vector<Box2> boxes;
    for (const Proposal& proposal : proposals)
        if (static_cast<int>(boxes.size()) < most) boxes.push_back(proposal.box);
    return boxes;
}

std::vector<Box2> boxesOf(const media::Image& image, const GrowRequest& request) {
    const GrowOptions& options = request.options;
    std::vector<Proposal> proposals;
    if (options.source == GrowSource::Regions) return request.boxes;
    if (options.source == GrowSource::Edges) proposals = edgeProposals(image);
    else
        for (const Box2& box : gridProposals(image.width, image.height)) proposals.push_back({box, 0});
    return firstBoxes(withoutDoubles(proposals, request.boxes, options.maxOverlap), options.proposals);
}

/// The pixels that the box touches; one at least.
media::Image cropOf(const media::Image& image, const Box2& box) {
    const int left = std::clamp(static_cast<int>(std::floor(box.x)), 0, image.width - 1), top = std::clamp(static_cast<int>(std::floor(box.y)), 0, image.height - 1);
    const int right = std::clamp(static_cast<int>(std::ceil(box.x + box.width)), left + 1, image.width);
    const int bottom = std::clamp(static_cast<int>(std::ceil(box.y + box.height)), top + 1, image.height);
    media::Image crop{right - left, bottom - top, {}};
    for (int y = top; y < bottom; ++y) {
        const auto row = image.rgb.begin() + 3 * (std::ptrdiff_t(y) * image.width + left);
        crop.rgb.insert(crop.rgb.end(), row, row + 3 * std::ptrdiff_t(crop.width));
    }
    return crop;
}

/// One picture on its way.
class Picture {
public:
    Picture(vlm::RegionCaptioner& captioner, const GrowRequest& request, const media::Image& image, std::stop_token stop)
        : m_captioner(captioner), m_request(request), m_image(image), m_stop(std::move(stop)), m_boxes(boxesOf(image, request)) {
        m_request.generation.numCaptions = 1;
    }

    Status run() {
        const Status status = m_boxes.empty() ? Status() : m_request.options.view == GrowView::Crop ? ofCrops() : ofRegions();
        judge(captions, m_request.options);
        return status;
    }

    std::vector<GrownCaption> captions;

private:
    Status ofCrops() {
        for (std::size_t i = 0; i < m_boxes.size() && !m_stop.stop_requested(); ++i) {
            const auto encoded = m_captioner.encode(cropOf(m_image, m_boxes[i]));
            if (!encoded.ok()) return encoded.error();
            auto written = m_captioner.caption(*encoded, {}, m_request.generation, {}, m_stop);
            if (!written.ok()) return written.error();
            if (m_stop.stop_requested()) return {};
            add(i, (*written)[0]);
            if (Status scored = scoreCrop(*encoded, captions.back()); !scored.ok()) return scored;
        }
        return {};
    }

    Status ofRegions() {
        const auto encoded = m_captioner.encode(m_image);
        if (!encoded.ok()) return encoded.error();
        auto written = m_captioner.caption(*encoded, m_boxes, m_request.generation, {}, m_stop);
        if (!written.ok()) return written.error();
        if (m_stop.stop_requested()) return {};
        std::vector<std::string> texts;
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            add(i, (*written)[i]);
            texts.push_back(captions.back().caption.text);
        }
        const auto scores = m_captioner.matchingScores(*encoded, m_boxes, texts);
        if (!scores.ok()) return scores.error();
        for (std::size_t i = 0; i < m_boxes.size(); ++i) {
            captions[i].score = (*scores)[i];
            if (captions[i].score.itm) continue;
            if (Status status = matchCrop(captions[i]); !status.ok()) return status;
        }
        return {};
    }

    void add(std::size_t place, std::vector<vlm::Caption>& written) {
        GrownCaption& made = captions.emplace_back();
        made.box = m_boxes[place];
        made.place = place;
        if (!written.empty()) made.caption = std::move(written.front());
    }

    Status scoreCrop(const vlm::EncodedImage& crop, GrownCaption& caption) {
        const auto scores = m_captioner.matchingScores(crop, {}, {caption.caption.text});
        if (!scores.ok()) return scores.error();
        caption.score = scores->front();
        return checkHead(caption);
    }

    /// The probability alone, of the crop.
    Status matchCrop(GrownCaption& caption) {
        if (m_request.options.minItm <= 0 || m_stop.stop_requested()) return {};
        const auto encoded = m_captioner.encode(cropOf(m_image, caption.box));
        if (!encoded.ok()) return encoded.error();
        const float itc = caption.score.itc;
        const Status status = scoreCrop(*encoded, caption);
        caption.score.itc = itc;
        return status;
    }

    Status checkHead(const GrownCaption& caption) const {
        if (caption.score.itm || m_request.options.minItm <= 0) return {};
        return Error{ErrorCode::Unsupported, "The model " + m_captioner.description().name +
                                                 " has no head that tells whether a text matches (img_itm_head); ask for a cosine (ITC) alone."};
    }

    vlm::RegionCaptioner& m_captioner;
    GrowRequest m_request;
    const media::Image& m_image;
    std::stop_token m_stop;
    std::vector<Box2> m_boxes;
};

} // namespace

void judge(std::vector<GrownCaption>& captions, const GrowOptions& options) {
    using Verdict = GrownCaption::Verdict;
    std::vector<GrownCaption*> good;
    for (GrownCaption& each : captions) {
        const bool matches = each.score.itm.value_or(1.0F) >= static_cast<float>(options.minItm) && each.score.itc >= static_cast<float>(options.minItc);
        each.verdict = matches && !each.caption.text.empty() ? Verdict::Kept : Verdict::Below;
        if (each.verdict == Verdict::Kept) good.push_back(&each);
    }
    const auto most = static_cast<std::size_t>(std::max(0, options.perPicture));
    if (most == 0 || good.size() <= most) return;
    std::stable_sort(good.begin(), good.end(), [](const GrownCaption* a, const GrownCaption* b) {
        return std::pair(a->score.itm.value_or(0), a->score.itc) > std::pair(b->score.itm.value_or(0), b->score.itc);
    });
    for (std::size_t i = most; i < good.size(); ++i) good[i]->verdict = Verdict::Beyond;
}

Result<GrowAnswer> grownCaptions(vlm::RegionCaptioner& captioner, const GrowRequest& request, std::stop_token stop) {
    const auto start = Clock::now();
    const Result<media::Image> image = media::readImage(request.file.toStdString());
    if (!image.ok()) return image.error();
    Picture picture(captioner, request, *image, stop);
    if (const Status status = picture.run(); !status.ok()) return status.error();
    return GrowAnswer{std::move(picture.captions), stop.stop_requested(), std::chrono::duration<double>(Clock::now() - start).count()};
}

} // namespace rb::jobs
