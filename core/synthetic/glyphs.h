#pragma once

#include "core/base/result.h"
#include "core/synthetic/captions.h"
#include "core/synthetic/sprite.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace rb::synthetic {

struct GlyphOptions {
    std::size_t names = 0; ///< how many of the recipe's names, from the first; 0 is all
    int variants = 16;     ///< sprites a name: each its own rotation and colours
    int spriteSize = 96;   ///< pixels of a sprite's longer side; the font's own drawings have about 128
    double rotation = 18;  ///< degrees, at most, either way
};

/// Named colour glyphs of Noto Color Emoji (Debian's fonts-noto-color-emoji), rendered once as sprites.
/// The same recipe gives the same sprites whatever the seed of the scenes. Immutable after load(), so
/// that threads may share one. About 30 kB a sprite: 200 MB for 411 names with 16 variants.
class GlyphSet {
public:
    /// Reads a recipe (resources/recipes/objects.json: a list of {"name": "grapes", "text": "🍇",
    /// "number": "plural"}, `number` "plural" or "mass" or left out) and renders its glyphs. Needs a
    /// QGuiApplication (the offscreen platform will do). Refused: a missing font, a recipe that is not such a
    /// list, names that are not 1 to 3 lower-case words or stand twice, a text that the font cannot draw in
    /// colour.
    static Result<GlyphSet> load(const std::filesystem::path& recipe, const GlyphOptions& options = {});

    std::size_t size() const { return m_glyphs.size(); }
    /// "soccer ball", with no adjective.
    const Noun& noun(std::size_t glyph) const { return m_glyphs[glyph].noun; }
    std::size_t variants() const { return m_glyphs.empty() ? 0 : m_glyphs.front().sprites.size(); }
    /// Cropped to its opaque pixels.
    const Sprite& sprite(std::size_t glyph, std::size_t variant) const {
        return m_glyphs[glyph].sprites[variant];
    }

private:
    struct Glyph {
        Noun noun;
        std::vector<Sprite> sprites;
    };
    std::vector<Glyph> m_glyphs;
};

} // namespace rb::synthetic
