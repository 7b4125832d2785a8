#pragma once

#include "core/synthetic/glyphs.h"

#include <QTest>

namespace rb::synthetic::testing {

inline std::filesystem::path recipe() {
    return RB_RESOURCES "/recipes/objects.json";
}

/// The first 30 names, loaded once; an error where the font is missing.
inline const Result<GlyphSet>& fewGlyphs() {
    static const Result<GlyphSet> set = GlyphSet::load(recipe(), {.names = 30, .variants = 4});
    return set;
}

inline bool fontIsMissing(const Result<GlyphSet>& set) {
    return !set.ok() && set.error().code == ErrorCode::FileNotFound;
}

} // namespace rb::synthetic::testing

/// Ends a test that needs the font where it is not installed; another failure fails it.
#define RB_NEED_GLYPHS(set)                                                                                  \
    if (rb::synthetic::testing::fontIsMissing(set)) QSKIP((set).error().message.c_str());                    \
    QVERIFY2((set).ok(), (set).ok() ? "" : (set).error().message.c_str())
