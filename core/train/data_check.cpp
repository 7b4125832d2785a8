#include "core/train/data_check.h"

#include "core/base/sha256.h"
#include "core/clouds/cloud_reader.h"
#include "core/media/image.h"

#include <algorithm>
#include <sstream>

namespace rb::train {
namespace {

namespace fs = std::filesystem;

class DataCheck {
public:
    DataCheck(const std::vector<Sample>& others, const DataCheckOptions& options) : m_options(options) {
        for (const Sample& sample : others) m_elsewhere.insert(sample.media.lexically_normal().string());
    }

    /// False when the sample must be left out.
    bool usable(const Sample& sample) {
        if (!m_options.modalities.contains(sample.modality))
            return fault("not a modality of the model", sample, "the model has no " + sample.modality);
        if (sample.caption.find_first_not_of(" \t\r\n") == std::string::npos)
            return fault("empty caption", sample, "the caption is empty");
        if (sample.box3 && !(sample.box3->size[0] > 0 && sample.box3->size[1] > 0 && sample.box3->size[2] > 0))
            return fault("box without a size", sample, "the box has a size that is not positive");
        const bool cloud = clouds::isCloudFile(sample.media);
        if (!(cloud ? cloudIsThere(sample) : pictureFits(sample))) return false;
        if (m_elsewhere.contains(sample.media.lexically_normal().string()))
            note("medium of another split too", sample, sample.media.filename().string() + " stands in another split too");
        if (m_options.countTokens && m_options.countTokens(sample.caption) > m_options.mostTokens)
            note("over-long caption", sample, "only its first " + std::to_string(m_options.mostTokens) + " tokens are learnt");
        return true;
    }

    std::vector<DataReport::Finding> findings() const { return m_findings; }

private:
    bool cloudIsThere(const Sample& sample) {
        std::error_code ignored;
        return fs::is_regular_file(sample.media, ignored) ||
               fault("missing file", sample, sample.media.string() + " is not there");
    }

    bool pictureFits(const Sample& sample) {
        const auto [known, isNew] = m_headers.try_emplace(sample.media.string(), std::nullopt);
        if (isNew)
            if (const auto header = media::readImageHeader(sample.media); header.ok()) known->second = *header;
        if (!known->second) return fault("missing or unreadable picture", sample, sample.media.string() + " cannot be read");
        const media::ImageHeader& header = *known->second;
        const int width = header.shownWidth(), height = header.shownHeight();
        if (sample.declaredWidth > 0 && (sample.declaredWidth != width || sample.declaredHeight != height))
            return fault("picture of another size than the data tells", sample,
                         "its boxes were drawn on " + sizeText(sample.declaredWidth, sample.declaredHeight) +
                             ", the file has " + sizeText(width, height));
        return !sample.box || boxFits(sample, width, height);
    }

    bool boxFits(const Sample& sample, int width, int height) {
        const geometry::Box2& box = *sample.box;
        const geometry::Box2 inside = geometry::clipped(box, width, height);
        if (!(inside.width > 0 && inside.height > 0))
            return fault("box outside the picture", sample, "the box lies outside its picture of " + sizeText(width, height));
        if (inside.width < box.width - 1 || inside.height < box.height - 1)
            note("box reaches over the border", sample, "the box is clipped to " + sizeText(width, height));
        return true;
    }

    static std::string sizeText(int width, int height) {
        return std::to_string(width) + " x " + std::to_string(height) + " pixels";
    }

    bool fault(const std::string& kind, const Sample& sample, const std::string& text) {
        add(kind, sample, text, true);
        return false;
    }
    void note(const std::string& kind, const Sample& sample, const std::string& text) { add(kind, sample, text, false); }

    void add(const std::string& kind, const Sample& sample, const std::string& text, bool leftOut) {
        auto found = std::find_if(m_findings.begin(), m_findings.end(), [&](const auto& finding) { return finding.kind == kind; });
        if (found == m_findings.end()) found = m_findings.insert(found, {kind, sample.id + ": " + text, 0, leftOut});
        ++found->count;
    }

    const DataCheckOptions& m_options;
    std::set<std::string> m_elsewhere;
    std::map<std::string, std::optional<media::ImageHeader>> m_headers;
    std::vector<DataReport::Finding> m_findings;
};

} // namespace

DataReport checkData(std::vector<Sample>& samples, const std::vector<Sample>& others, const DataCheckOptions& options) {
    DataCheck check(others, options);
    DataReport report;
    std::vector<Sample> kept;
    for (Sample& sample : samples) {
        if (!check.usable(sample)) {
            ++report.leftOut;
            continue;
        }
        ++report.perModality[sample.modality];
        kept.push_back(std::move(sample));
    }
    samples = std::move(kept);
    report.usable = static_cast<int>(samples.size());
    report.findings = check.findings();
    return report;
}

std::string toText(const DataReport& report) {
    std::ostringstream out;
    out << report.usable << " samples";
    for (const auto& [modality, count] : report.perModality) out << ", " << modality << " " << count;
    if (report.leftOut > 0) out << "; " << report.leftOut << " left out";
    out << "\n";
    for (const DataReport::Finding& finding : report.findings)
        out << (finding.leftOut ? "  left out, " : "  note, ") << finding.kind << ": " << finding.count << " (first: " << finding.example << ")\n";
    return out.str();
}

std::string fingerprintOf(const std::vector<Sample>& samples) {
    std::ostringstream out;
    for (const Sample& s : samples) {
        out << s.id << '\n' << s.modality << '\n' << s.media.filename().string() << '\n' << s.caption << '\n' << placeText(s);
    }
    return sha256Of(out.str());
}

} // namespace rb::train
