#include "core/synthetic/picture_scene.h"

#include "core/synthetic/background.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace rb::synthetic {
namespace {

using geometry::Box2;

constexpr int kTries = 30; ///< places, and smaller and smaller sizes, tried for one object
constexpr struct { int width, height; } kCanvases[] = {{160, 120}, {120, 160}, {144, 144}, {168, 126}};

struct Placed {
    std::size_t glyph = 0;
    std::size_t variant = 0;
    int x = 0, y = 0, width = 0, height = 0; ///< pixels
    Box2 box() const {
        return {static_cast<double>(x), static_cast<double>(y), static_cast<double>(width),
                static_cast<double>(height)};
    }
};

/// Area of both, as a part of the smaller one's.
double overlap(const Box2& a, const Box2& b) {
    const double width = std::min(a.x + a.width, b.x + b.width) - std::max(a.x, b.x);
    const double height = std::min(a.y + a.height, b.y + b.height) - std::max(a.y, b.y);
    if (width <= 0 || height <= 0) return 0;
    return width * height / std::min(a.width * a.height, b.width * b.height);
}

/// `count` different numbers below `size`.
std::vector<std::size_t> distinct(std::size_t count, std::size_t size, Random& random) {
    std::vector<std::size_t> chosen;
    while (chosen.size() < std::min(count, size)) {
        const std::size_t next = random.below(size);
        if (std::find(chosen.begin(), chosen.end(), next) == chosen.end()) chosen.push_back(next);
    }
    return chosen;
}

class Layout {
public:
    Layout(const GlyphSet& glyphs, const PictureOptions& options, int width, int height)
        : m_glyphs(glyphs), m_options(options), m_width(width), m_height(height) {}

    std::vector<Placed> placed(Random& random) const {
        const std::size_t names =
            m_options.names == 0 ? m_glyphs.size() : std::min(m_options.names, m_glyphs.size());
        const auto count = static_cast<std::size_t>(random.whole(m_options.minObjects, m_options.maxObjects));
        std::vector<Placed> all;
        for (const std::size_t glyph : distinct(count, names, random)) {
            Placed next;
            next.glyph = glyph;
            next.variant = random.below(m_glyphs.variants());
            if (findPlace(next, count <= 2, all, random)) all.push_back(next);
        }
        return all;
    }

private:
    bool findPlace(Placed& object, bool few, const std::vector<Placed>& others, Random& random) const {
        const double low = few ? m_options.minFewSize : m_options.minSize;
        double high = few ? m_options.maxFewSize : m_options.maxSize;
        for (int i = 0; i < kTries; ++i, high -= (high - low) / 10) {
            setSize(object, random.between(low, high));
            object.x = random.whole(0, m_width - object.width);
            object.y = random.whole(0, m_height - object.height);
            const auto free = [&](const Placed& other) {
                return overlap(object.box(), other.box()) <= m_options.maxOverlap;
            };
            if (std::all_of(others.begin(), others.end(), free)) return true;
        }
        return false;
    }
    /// `part` of the shorter side for the longer side of the sprite.
    void setSize(Placed& object, double part) const {
        const Sprite& sprite = m_glyphs.sprite(object.glyph, object.variant);
        const double scale = part * std::min(m_width, m_height) / std::max(sprite.width, sprite.height);
        object.width = std::clamp(static_cast<int>(std::lround(scale * sprite.width)), 1, m_width);
        object.height = std::clamp(static_cast<int>(std::lround(scale * sprite.height)), 1, m_height);
    }

    const GlyphSet& m_glyphs;
    const PictureOptions& m_options;
    int m_width, m_height;
};

std::string sizeWord(const Placed& object, int shorterSide) {
    const double part = static_cast<double>(std::max(object.width, object.height)) / shorterSide;
    return part < kSmallSize ? "small" : part > kLargeSize ? "large" : "";
}

double squaredDistance(const Box2& a, const Box2& b) {
    const double dx = a.x + a.width / 2 - b.x - b.width / 2, dy = a.y + a.height / 2 - b.y - b.height / 2;
    return dx * dx + dy * dy;
}

/// Of the others; there is at least one.
std::size_t nearest(const std::vector<PictureObject>& objects, std::size_t to) {
    std::size_t best = to == 0 ? 1 : 0;
    for (std::size_t i = 0; i < objects.size(); ++i)
        if (i != to && squaredDistance(objects[i].box, objects[to].box) <
                           squaredDistance(objects[best].box, objects[to].box))
            best = i;
    return best;
}

void writeCaptions(PictureScene& scene, const std::vector<Noun>& nouns, CaptionStyle style) {
    for (std::size_t i = 0; i < nouns.size(); ++i) {
        PictureObject& object = scene.objects[i];
        if (nouns.size() == 1) {
            object.caption = loneCaption(style, nouns[i], scene.background);
            continue;
        }
        const std::size_t other = nearest(scene.objects, i);
        object.caption =
            relationCaption(style, nouns[i], relationOf(object.box, scene.objects[other].box), nouns[other]);
    }
    scene.caption = pictureCaption(style, nouns, scene.background);
}

} // namespace

Relation relationOf(const Box2& box, const Box2& other) {
    const double dx = box.x + box.width / 2 - other.x - other.width / 2;
    const double dy = box.y + box.height / 2 - other.y - other.height / 2;
    if (std::abs(dx) >= std::abs(dy)) return dx < 0 ? Relation::LeftOf : Relation::RightOf;
    return dy < 0 ? Relation::Above : Relation::Below;
}

PictureScene makePicture(const GlyphSet& glyphs, const PictureOptions& options, std::uint64_t seed,
                         std::uint64_t index) {
    Random random(seed, "picture", index);
    const auto canvas = kCanvases[random.below(std::size(kCanvases))];
    const int width = canvas.width * options.scale, height = canvas.height * options.scale;
    Background background = makeBackground(width, height, options.scale, random);
    PictureScene scene{std::move(background.image), {}, std::move(background.color), {}, {}};
    scene.objectMap.resize(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    std::vector<Noun> nouns;
    for (const Placed& object : Layout(glyphs, options, width, height).placed(random)) {
        nouns.push_back(glyphs.noun(object.glyph));
        nouns.back().adjective = sizeWord(object, std::min(width, height));
        scene.objects.push_back({object.box(), nouns.back().name, {}});
        paste(resized(glyphs.sprite(object.glyph, object.variant), object.width, object.height), object.x,
              object.y, scene.image, scene.objectMap, static_cast<std::uint16_t>(scene.objects.size()));
    }
    writeCaptions(scene, nouns, options.style);
    return scene;
}

} // namespace rb::synthetic
