#include "core/jobs/edge_groups.h"
#include "core/jobs/proposals.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rb::jobs {
namespace {

using geometry::Box2;

constexpr int kSide = 200;          ///< of the picture that is searched; contours of things do not need more
constexpr double kStep = 0.65;      ///< intersection over union of neighbouring windows
constexpr double kSizePenalty = 1.5; ///< κ of equation 3
constexpr double kSlimmest = 3;     ///< aspect ratio
constexpr std::size_t kTried = 2000, kRefined = 400;

/// A window in whole pixels; right and bottom are the last ones inside.
struct Window {
    int left = 0, top = 0, right = 0, bottom = 0;
    int width() const { return right - left + 1; }
    int height() const { return bottom - top + 1; }
    bool holds(int x, int y) const { return x >= left && x <= right && y >= top && y <= bottom; }
    Box2 box() const { return {double(left), double(top), double(width()), double(height())}; }
};

/// Equations 2 to 4: how much contour a window holds whole, for its size.
class Scorer {
public:
    explicit Scorer(const EdgeGroups& edges) : m_edges(edges), m_sums(std::size_t(edges.width + 1) * std::size_t(edges.height + 1)), m_reach(edges.groups.size()) {
        for (const EdgePixel& pixel : edges.pixels) m_sums[place(pixel.x + 1, pixel.y + 1)] += double(pixel.strength);
        for (int y = 1; y <= edges.height; ++y)
            for (int x = 1; x <= edges.width; ++x) m_sums[place(x, y)] += m_sums[place(x - 1, y)] + m_sums[place(x, y - 1)] - m_sums[place(x - 1, y - 1)];
    }

    double operator()(const Window& window) {
        m_inside.clear();
        m_open.clear();
        for (std::size_t i = 0; i < m_edges.groups.size(); ++i) sort(static_cast<int>(i), window);
        spread();
        double held = 0;
        for (const int group : m_inside) held += (1 - reach(group)) * double(m_edges.groups[std::size_t(group)].strength);
        // The middle of a thing says little about where it ends.
        const int w = window.width(), h = window.height();
        held -= sum({window.left + w / 4, window.top + h / 4, window.right - w / 4, window.bottom - h / 4});
        return std::max(held, 0.0) / std::pow(2.0 * (w + h), kSizePenalty);
    }

private:
    std::size_t place(int x, int y) const { return std::size_t(y) * std::size_t(m_edges.width + 1) + std::size_t(x); }
    float& reach(int group) { return m_reach[std::size_t(group)]; }

    double sum(const Window& w) const {
        return m_sums[place(w.right + 1, w.bottom + 1)] - m_sums[place(w.left, w.bottom + 1)] - m_sums[place(w.right + 1, w.top)] + m_sums[place(w.left, w.top)];
    }

    /// Inside, across the border, or of no account.
    void sort(int index, const Window& window) {
        const EdgeGroup& group = m_edges.groups[std::size_t(index)];
        reach(index) = -1;
        if (group.right < window.left || group.left > window.right || group.bottom < window.top || group.top > window.bottom) return;
        const auto isIn = [&](int pixel) { return window.holds(m_edges.pixels[std::size_t(pixel)].x, m_edges.pixels[std::size_t(pixel)].y); };
        const bool whole = window.holds(group.left, group.top) && window.holds(group.right, group.bottom);
        if (whole || std::all_of(group.pixels.begin(), group.pixels.end(), isIn)) {
            reach(index) = 0;
            m_inside.push_back(index);
        } else if (std::any_of(group.pixels.begin(), group.pixels.end(), isIn)) {
            reach(index) = 1;
            m_open.push_back(index);
        }
    }

    /// From what crosses the border into the window, along the straightest ways.
    void spread() {
        while (!m_open.empty()) {
            const int group = m_open.back();
            m_open.pop_back();
            for (const EdgeGroup::Neighbour& neighbour : m_edges.groups[std::size_t(group)].neighbours) {
                const float value = reach(group) * neighbour.affinity;
                if (reach(neighbour.group) < 0 || value <= reach(neighbour.group)) continue;
                reach(neighbour.group) = value;
                m_open.push_back(neighbour.group);
            }
        }
    }

    const EdgeGroups& m_edges;
    std::vector<double> m_sums; ///< of the strengths above and left of each place
    std::vector<float> m_reach; ///< how straight a group goes on to the window's border; below 0: not inside
    std::vector<int> m_inside, m_open;
};

struct Scored {
    Window window;
    double score = 0;
};

void sortByScore(std::vector<Scored>& all) {
    std::stable_sort(all.begin(), all.end(), [](const Scored& a, const Scored& b) { return a.score > b.score; });
}

/// Windows of all sizes, slim and broad, so close that any box has one near it.
std::vector<Window> windows(int width, int height, double minSide) {
    std::vector<Window> all;
    const double least = std::max(6.0, minSide * std::max(width, height));
    const double between = (1 - kStep) / (1 + kStep); ///< of the side: two windows moved by that overlap by kStep
    const auto rows = [&](int w, int h) {
        const int dx = std::max(1, static_cast<int>(between * w)), dy = std::max(1, static_cast<int>(between * h));
        for (int y = 0;; y = std::min(y + dy, height - h)) {
            for (int x = 0;; x = std::min(x + dx, width - w)) {
                all.push_back({x, y, x + w - 1, y + h - 1});
                if (x == width - w) break;
            }
            if (y == height - h) break;
        }
    };
    for (double side = least; side <= 1.5 * std::max(width, height); side /= std::sqrt(kStep))
        for (double aspect = 1 / kSlimmest; aspect <= kSlimmest * 1.01; aspect /= kStep) {
            const int w = static_cast<int>(side * std::sqrt(aspect)), h = static_cast<int>(side / std::sqrt(aspect));
            if (w >= least && h >= least && w <= width && h <= height) rows(w, h);
        }
    all.push_back({0, 0, width - 1, height - 1});
    return all;
}

/// Moves one side after the other as long as that helps, in smaller and smaller steps.
Scored refined(Scored best, const EdgeGroups& edges, Scorer& scorer) {
    static constexpr std::array<int Window::*, 4> kSides{&Window::left, &Window::top, &Window::right, &Window::bottom};
    for (int step = std::max(1, std::max(best.window.width(), best.window.height()) / 8); step >= 1; step /= 2)
        for (const auto side : kSides)
            for (const int way : {-step, step}) {
                Scored moved = best;
                moved.window.*side += way;
                const Window& w = moved.window;
                if (w.left < 0 || w.top < 0 || w.right >= edges.width || w.bottom >= edges.height || w.width() < 4 || w.height() < 4) continue;
                moved.score = scorer(w);
                if (moved.score > best.score) best = moved;
            }
    return best;
}

std::vector<Scored> found(const EdgeGroups& edges, const EdgeOptions& options) {
    Scorer scorer(edges);
    std::vector<Scored> all;
    for (const Window& window : windows(edges.width, edges.height, options.minSide))
        if (const double score = scorer(window); score > 0) all.push_back({window, score});
    sortByScore(all);
    if (all.size() > kTried) all.resize(kTried);
    std::vector<Proposal> boxes;
    std::vector<Scored> best;
    for (const Scored& each : all) {
        if (best.size() == kRefined) break;
        const Box2 box = each.window.box();
        if (std::any_of(boxes.begin(), boxes.end(), [&](const Proposal& other) { return overlapOf(other.box, box) > 0.8; })) continue;
        boxes.push_back({box, each.score});
        best.push_back(refined(each, edges, scorer));
    }
    sortByScore(best);
    return best;
}

} // namespace

std::vector<Proposal> edgeProposals(const media::Image& image, const EdgeOptions& options) {
    const int longer = std::max(image.width, image.height);
    if (std::min(image.width, image.height) < 8) return {};
    const double scale = longer > kSide ? double(kSide) / longer : 1;
    const int width = std::max(8, int(std::lround(image.width * scale))), height = std::max(8, int(std::lround(image.height * scale)));
    const EdgeGroups edges = edgeGroups(scale < 1 ? media::resizedBicubic(image, width, height) : image);
    const double toX = double(image.width) / edges.width, toY = double(image.height) / edges.height;
    std::vector<Proposal> proposals;
    for (const Scored& each : found(edges, options)) {
        const Box2 box = each.window.box();
        proposals.push_back({{box.x * toX, box.y * toY, box.width * toX, box.height * toY}, each.score});
    }
    proposals = withoutDoubles(proposals, {}, options.maxOverlap);
    if (proposals.size() > options.most) proposals.resize(options.most);
    return proposals;
}

} // namespace rb::jobs
