#pragma once

#include "core/formats/extra_fields.h"
#include "core/formats/record_fields.h"
#include "tests/core/formats/golden_records.h"

#include <algorithm>
#include <map>

/// What came back from a file, counted as a loss report counts: by looking at the records alone.
namespace rb::exchange::test {

using formats::CaptionRecord;
using formats::PictureRecord;
using formats::RegionRecord;

struct Count {
    int kept = 0, changed = 0, dropped = 0;
    friend bool operator==(const Count&, const Count&) = default;
};
using Counts = std::map<std::string, Count>;

/// Compares the records that were written with those that were read.
class CameBack {
public:
    explicit CameBack(const std::vector<PictureRecord>& read) : m_read(read) {}

    Counts of(const std::vector<PictureRecord>& written) {
        for (const PictureRecord& each : written) look(each);
        std::erase_if(m_counts, [](const auto& each) { return each.second == Count(); });
        return m_counts;
    }

private:
    static std::string nameOf(const std::string& path) { return std::filesystem::path(path).filename().string(); }

    void keepOrDrop(const char* what, bool kept) { ++(kept ? m_counts[what].kept : m_counts[what].dropped); }

    void look(const PictureRecord& was) {
        const auto found = std::find_if(m_read.begin(), m_read.end(), [&](const PictureRecord& each) { return nameOf(each.path) == nameOf(was.path); });
        static const PictureRecord kNone;
        const bool there = found != m_read.end();
        const PictureRecord& is = there ? *found : kNone;
        keepOrDrop("pictures", there);
        keepOrDrop("picture sizes", is.width == was.width && is.height == was.height);
        if (!was.split.empty()) keepOrDrop("splits", is.split == was.split);
        fields(was.extra, is.extra);
        captions("picture captions", was.captions, is.captions);
        regions(was, is);
    }

    void regions(const PictureRecord& was, const PictureRecord& is) {
        std::vector<const RegionRecord*> left;
        std::vector<CaptionRecord> written, read;
        for (const RegionRecord& each : is.regions) {
            left.push_back(&each);
            read.insert(read.end(), each.captions.begin(), each.captions.end());
        }
        for (const RegionRecord& each : was.regions) {
            const auto near = std::find_if(left.begin(), left.end(), [&](const RegionRecord* other) { return apart(*other, each) < 12; });
            region(each, near == left.end() ? nullptr : *near);
            if (near != left.end()) left.erase(near);
            written.insert(written.end(), each.captions.begin(), each.captions.end());
        }
        m_counts["regions that were never written"].changed += static_cast<int>(left.size());
        captions("captions", written, read);
    }

    static double apart(const RegionRecord& a, const RegionRecord& b) {
        return formats::test::distance(formats::test::cornersOf(a), formats::test::cornersOf(b));
    }

    static bool isSame(const geometry::Shape2& a, const geometry::Shape2& b) {
        const std::vector<geometry::Point2> left = geometry::cornersOf(a), right = geometry::cornersOf(b);
        if (a.kind != b.kind || left.size() != right.size()) return false;
        for (std::size_t i = 0; i < left.size(); ++i)
            if (std::abs(left[i].x - right[i].x) > 1e-6 || std::abs(left[i].y - right[i].y) > 1e-6) return false;
        return true;
    }

    void region(const RegionRecord& was, const RegionRecord* is) {
        Count& count = m_counts["regions"];
        ++(!is ? count.dropped : isSame(is->shape, was.shape) ? count.kept : count.changed);
        if (!was.label.empty()) keepOrDrop("labels", is && is->label == was.label);
        else if (is && !is->label.empty()) ++m_counts["labels"].changed;
        if (was.score) keepOrDrop("scores", is && is->score == was.score);
        if (was.hidden || was.locked) keepOrDrop("hidden or locked marks", is && is->hidden == was.hidden && is->locked == was.locked);
        fields(was.extra, is ? is->extra : std::string());
    }

    void fields(const std::string& was, const std::string& is) {
        if (was.empty()) return;
        for (const std::string& name : formats::namesIn(was)) {
            nlohmann::json both = formats::ownExtra(is, name.c_str());
            const nlohmann::json read = both; // a reader may keep more, such as what its format writes of its own
            both.update(formats::ownExtra(was, name.c_str()));
            keepOrDrop("further fields", both == read);
        }
    }

    void captions(const char* what, const std::vector<CaptionRecord>& was, std::vector<CaptionRecord> is) {
        const auto take = [&is](const auto& like) {
            const auto found = std::find_if(is.begin(), is.end(), like);
            const bool any = found != is.end();
            if (any) is.erase(found);
            return any;
        };
        Count count;
        for (const CaptionRecord& each : was) {
            const bool whole = std::find(is.begin(), is.end(), each) != is.end();
            if (each != formats::textCaption(each.text)) keepOrDrop("state, author and model of captions", whole);
            count.kept += take([&](const CaptionRecord& other) { return other.text == each.text; }) ? 1 : 0;
        }
        count.changed = static_cast<int>(is.size());
        count.dropped = static_cast<int>(was.size()) - count.kept - count.changed;
        Count& all = m_counts[what];
        all = {all.kept + count.kept, all.changed + count.changed, all.dropped + count.dropped};
    }

    const std::vector<PictureRecord>& m_read;
    Counts m_counts;
};

} // namespace rb::exchange::test
