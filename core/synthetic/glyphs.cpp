#include "core/synthetic/glyphs.h"

#include "core/base/durable_file.h"

#include <QFontDatabase>
#include <QGuiApplication>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QPainter>
#include <QRawFont>

#include <algorithm>
#include <cstring>
#include <set>

namespace rb::synthetic {
namespace {

constexpr int kStrike = 109; ///< the one pixel size of the font's bitmaps: nothing is scaled here

struct Entry {
    Noun noun;
    QString text;
};

QString family() {
    return QStringLiteral("Noto Color Emoji");
}

Error refusal(const std::filesystem::path& recipe, const std::string& reason) {
    return {ErrorCode::FileInvalid, recipe.string() + " is not a list of named glyphs: " + reason + "."};
}

/// One to three words of lower-case letters.
bool isPlainName(const std::string& name) {
    const auto plain = [](char c) { return c == ' ' || (c >= 'a' && c <= 'z'); };
    return !name.empty() && name.front() != ' ' && name.back() != ' ' &&
           name.find("  ") == std::string::npos && std::all_of(name.begin(), name.end(), plain) &&
           std::count(name.begin(), name.end(), ' ') <= 2;
}

Result<Number> numberNamed(const QJsonValue& value, const std::string& name,
                           const std::filesystem::path& recipe) {
    if (value.isUndefined()) return Number::One;
    if (value == QLatin1String("plural")) return Number::Many;
    if (value == QLatin1String("mass")) return Number::Mass;
    return refusal(recipe, "the number of \"" + name + "\" is neither plural nor mass");
}

Result<Entry> entryOf(const QJsonObject& object, const std::filesystem::path& recipe) {
    Entry entry;
    entry.noun.name = object.value(QLatin1String("name")).toString().toStdString();
    entry.text = object.value(QLatin1String("text")).toString();
    if (!isPlainName(entry.noun.name))
        return refusal(recipe, "\"" + entry.noun.name + "\" is not a name of one to three lower-case words");
    if (entry.text.isEmpty()) return refusal(recipe, "\"" + entry.noun.name + "\" has no text");
    const Result<Number> number = numberNamed(object.value(QLatin1String("number")), entry.noun.name, recipe);
    if (!number.ok()) return number.error();
    entry.noun.number = *number;
    return entry;
}

Result<std::vector<Entry>> readRecipe(const std::filesystem::path& recipe, std::size_t limit) {
    const Result<std::string> bytes = readFile(recipe, 4'000'000);
    if (!bytes.ok()) return bytes.error();
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromStdString(*bytes), &problem);
    if (!document.isArray() || document.array().isEmpty())
        return refusal(recipe, document.isNull() ? problem.errorString().toStdString()
                                                 : "it holds no list with entries");
    std::vector<Entry> entries;
    std::set<std::string> names;
    const QJsonArray list = document.array();
    for (const QJsonValue& value : list) {
        Result<Entry> entry = entryOf(value.toObject(), recipe);
        if (!entry.ok()) return entry.error();
        if (!names.insert(entry->noun.name).second)
            return refusal(recipe, "\"" + entry->noun.name + "\" stands twice");
        entries.push_back(std::move(*entry));
    }
    if (limit > 0 && limit < entries.size()) entries.resize(limit);
    return entries;
}

Sprite fromQt(const QImage& image) {
    const QImage rgba = image.convertToFormat(QImage::Format_RGBA8888_Premultiplied);
    Sprite sprite{rgba.width(), rgba.height(), {}};
    for (int y = 0; y < rgba.height(); ++y)
        sprite.rgba.insert(sprite.rgba.end(), rgba.constScanLine(y),
                           rgba.constScanLine(y) + 4 * rgba.width());
    return sprite;
}

/// Whether any opaque pixel is more than black: a drawing, not an outline.
bool isColored(const Sprite& sprite) {
    for (std::size_t at = 0; at < sprite.rgba.size(); at += 4)
        if (sprite.rgba[at + 3] >= kOpaque &&
            (sprite.rgba[at] | sprite.rgba[at + 1] | sprite.rgba[at + 2]) > 8)
            return true;
    return false;
}

/// The font's own drawing, cropped.
Sprite drawn(const QString& text, const QFont& font) {
    QImage canvas(2 * kStrike, 2 * kStrike, QImage::Format_ARGB32_Premultiplied);
    canvas.fill(Qt::transparent);
    QPainter painter(&canvas);
    painter.setFont(font);
    painter.drawText(canvas.rect(), Qt::AlignCenter, text);
    painter.end();
    return cropped(fromQt(canvas));
}

Result<Sprite> glyphOf(const Entry& entry, const QFont& font) {
    const Sprite glyph = drawn(entry.text, font);
    const bool known = QRawFont::fromFont(font).supportsCharacter(entry.text.toUcs4().front());
    if (known && isColored(glyph)) return glyph;
    return Error{ErrorCode::Unsupported, "The font Noto Color Emoji has no colour drawing of \"" +
                                             entry.noun.name + "\" (" + entry.text.toStdString() + ")."};
}

std::vector<Sprite> variantsOf(const Sprite& glyph, const std::string& name, const GlyphOptions& options) {
    std::vector<Sprite> sprites;
    for (int i = 0; i < options.variants; ++i) {
        Random random(0, "sprite " + name, static_cast<std::uint64_t>(i));
        sprites.push_back(
            turned(glyph, random.between(-options.rotation, options.rotation), options.spriteSize));
        jitterColors(sprites.back(), random);
    }
    return sprites;
}

Status checkFont() {
    if (qobject_cast<QGuiApplication*>(QCoreApplication::instance()) == nullptr)
        return Error{ErrorCode::Internal, "Glyphs are drawn by Qt, which needs a QGuiApplication."};
    if (QFontDatabase::families().contains(family())) return {};
    return Error{ErrorCode::FileNotFound,
                 "The font Noto Color Emoji is not installed; on Debian it comes with the "
                 "package fonts-noto-color-emoji."};
}

} // namespace

Result<GlyphSet> GlyphSet::load(const std::filesystem::path& recipe, const GlyphOptions& options) {
    if (options.variants < 1 || options.spriteSize < 8)
        return Error{ErrorCode::InvalidArgument, "Glyphs need at least one variant of at least 8 pixels."};
    const Result<std::vector<Entry>> entries = readRecipe(recipe, options.names);
    if (!entries.ok()) return entries.error();
    if (Status status = checkFont(); !status.ok()) return status.error();
    QFont font(family());
    font.setPixelSize(kStrike);
    GlyphSet set;
    for (const Entry& entry : *entries) {
        const Result<Sprite> glyph = glyphOf(entry, font);
        if (!glyph.ok()) return glyph.error();
        set.m_glyphs.push_back({entry.noun, variantsOf(*glyph, entry.noun.name, options)});
    }
    return set;
}

} // namespace rb::synthetic
