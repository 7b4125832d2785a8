#include "core/query/keys.h"

#include <QCoreApplication>

namespace rb::query {
namespace {

constexpr Key kKeys[] = {
    {"state", KeyKind::Choice, "", "state:draft", QT_TRANSLATE_NOOP("Query", "state of the shown caption")},
    {"source", KeyKind::Choice, "", "source:human", QT_TRANSLATE_NOOP("Query", "who wrote the shown caption")},
    {"edited", KeyKind::Choice, "", "edited:yes", QT_TRANSLATE_NOOP("Query", "whether a person changed a model's words")},
    {"has", KeyKind::Choice, "", "has:caption", QT_TRANSLATE_NOOP("Query", "what is there; -has:caption finds what is missing")},
    {"is", KeyKind::Choice, "", "is:locked", QT_TRANSLATE_NOOP("Query", "marks of a region, and whether a row is one")},
    {"label", KeyKind::Exact, "r.label", "label:dog", QT_TRANSLATE_NOOP("Query", "label of the region; * stands for anything")},
    {"words", KeyKind::Number, "rb_words(c.text)", "words:3..8",
     QT_TRANSLATE_NOOP("Query", "length of the shown caption in words")},
    {"tokens", KeyKind::Number, "length(c.token_scores)/4", "tokens:>12",
     QT_TRANSLATE_NOOP("Query", "length in tokens as a model wrote it; 0 of a person's words")},
    {"score", KeyKind::Number, "r.score", "score:<0.4",
     QT_TRANSLATE_NOOP("Query", "how sure the detector was of the region, 0 to 1")},
    {"certainty", KeyKind::Number, "rb_certainty(c.token_scores)", "certainty:<0.5",
     QT_TRANSLATE_NOOP("Query", "how sure the model was of each token of its caption, 0 to 1")},
    {"model", KeyKind::Part, "c.model", "model:mini",
     QT_TRANSLATE_NOOP("Query", "part of the name of the model that wrote the caption")},
    {"adapter", KeyKind::Part, "c.adapter", "adapter:birds", QT_TRANSLATE_NOOP("Query", "part of the adapter's name")},
    {"author", KeyKind::Part, "c.author", "author:zoe", QT_TRANSLATE_NOOP("Query", "part of the author's name")},
    {"changed", KeyKind::Date, "c.changed_at", "changed:>2026-01-01",
     QT_TRANSLATE_NOOP("Query", "day on which the caption was last changed")},
    {"lint", KeyKind::Choice, "", "lint:repetition", QT_TRANSLATE_NOOP("Query", "what seems wrong with the shown caption")},
    {"split", KeyKind::Exact, "m.split", "split:train", QT_TRANSLATE_NOOP("Query", "split of the picture")},
    {"media", KeyKind::Part, "m.path", "media:img_07", QT_TRANSLATE_NOOP("Query", "part of the file's name or path")},
    {"folder", KeyKind::Folder, "'/'||m.root||'/'||m.path", "folder:holiday",
     QT_TRANSLATE_NOOP("Query", "folder in which the file lies")},
    {"kind", KeyKind::Choice, "", "kind:cloud", QT_TRANSLATE_NOOP("Query", "picture or point cloud")},
    {"shape", KeyKind::Choice, "", "shape:polygon", QT_TRANSLATE_NOOP("Query", "shape of the region")},
    {"width", KeyKind::Number, "COALESCE(r.width,m.width)", "width:<16",
     QT_TRANSLATE_NOOP("Query", "width of the region, or of the picture as a whole, in pixels")},
    {"height", KeyKind::Number, "COALESCE(r.height,m.height)", "height:>=100", QT_TRANSLATE_NOOP("Query", "height in pixels")},
    {"meaning", KeyKind::Meaning, "", "meaning:\"something red\"",
     QT_TRANSLATE_NOOP("Query", "what looks as described: the thousand nearest regions, and as many pictures")},
    {"like", KeyKind::Like, "", "like:123456789", QT_TRANSLATE_NOOP("Query", "what looks like the region with this number: the thousand nearest")},
    {"area", KeyKind::Number,
     "CASE WHEN r.id IS NULL THEN m.width*m.height WHEN r.shape='box' THEN r.width*r.height ELSE rb_area(r.shape,r.geometry) END",
     "area:<400", QT_TRANSLATE_NOOP("Query", "area in square pixels")},
};

constexpr Choice kChoices[] = {
    {"state", "draft", "c.state='draft'", QT_TRANSLATE_NOOP("Query", "nobody has decided yet")},
    {"state", "accepted", "c.state='accepted'", QT_TRANSLATE_NOOP("Query", "a person accepted it")},
    {"state", "rejected", "c.state='rejected'", QT_TRANSLATE_NOOP("Query", "a person rejected it")},
    {"source", "human", "c.source='human'", QT_TRANSLATE_NOOP("Query", "a person wrote or edited it")},
    {"source", "model", "c.source='model'", QT_TRANSLATE_NOOP("Query", "a model wrote it")},
    {"edited", "yes", "c.edited_from<>''", QT_TRANSLATE_NOOP("Query", "a person changed a model's words")},
    {"edited", "no", "c.edited_from=''", QT_TRANSLATE_NOOP("Query", "as it was first written")},
    {"has", "caption", "c.text<>''", QT_TRANSLATE_NOOP("Query", "a caption is shown")},
    {"has", "label", "r.label<>''", QT_TRANSLATE_NOOP("Query", "the region has a label")},
    {"has", "region", "EXISTS(SELECT 1 FROM region o WHERE o.media=m.id)",
     QT_TRANSLATE_NOOP("Query", "the picture has a region")},
    {"has", "split", "m.split<>''", QT_TRANSLATE_NOOP("Query", "the picture belongs to a split")},
    {"has", "alternative",
     "CASE WHEN r.id IS NULL THEN EXISTS(SELECT 1 FROM caption o WHERE o.media=m.id AND +o.region IS NULL AND o.rank>0) "
     "ELSE EXISTS(SELECT 1 FROM caption o WHERE o.region=r.id AND o.rank>0) END",
     QT_TRANSLATE_NOOP("Query", "there is more than one caption to choose from")},
    {"is", "region", "r.id IS NOT NULL", QT_TRANSLATE_NOOP("Query", "a region")},
    {"is", "picture", "r.id IS NULL", QT_TRANSLATE_NOOP("Query", "a picture as a whole")},
    {"is", "hidden", "r.hidden<>0", QT_TRANSLATE_NOOP("Query", "a hidden region")},
    {"is", "locked", "r.locked<>0", QT_TRANSLATE_NOOP("Query", "a locked region")},
    {"lint", "empty", "rb_lint(c.text)&1", QT_TRANSLATE_NOOP("Query", "no words")},
    {"lint", "repetition", "rb_lint(c.text)&2", QT_TRANSLATE_NOOP("Query", "says the same thing three times")},
    {"lint", "long", "rb_lint(c.text)&4", QT_TRANSLATE_NOOP("Query", "more than 32 words")},
    {"lint", "label", "rb_contradicts(c.text,r.label)", QT_TRANSLATE_NOOP("Query", "names another label than the region's")},
    {"lint", "characters", "rb_lint(c.text)&16",
     QT_TRANSLATE_NOOP("Query", "invisible, broken or mixed-up characters, or doubled spaces")},
    {"lint", "quotes", "rb_lint(c.text)&32", QT_TRANSLATE_NOOP("Query", "a quotation mark without its partner")},
    {"lint", "unfinished", "rb_lint(c.text)&64", QT_TRANSLATE_NOOP("Query", "ends in the middle of a sentence")},
    {"kind", "image", "m.kind='image'", QT_TRANSLATE_NOOP("Query", "a picture")},
    {"kind", "cloud", "m.kind='cloud'", QT_TRANSLATE_NOOP("Query", "a point cloud")},
    {"shape", "box", "r.shape='box'", QT_TRANSLATE_NOOP("Query", "an upright box")},
    {"shape", "rotated_box", "r.shape='rotated_box'", QT_TRANSLATE_NOOP("Query", "a turned box")},
    {"shape", "polygon", "r.shape='polygon'", QT_TRANSLATE_NOOP("Query", "a polygon")},
};

} // namespace

std::span<const Key> allKeys() { return kKeys; }
std::span<const Choice> allChoices() { return kChoices; }

const Key* keyNamed(const QString& name) {
    for (const Key& key : kKeys)
        if (name.compare(QLatin1String(key.name), Qt::CaseInsensitive) == 0) return &key;
    return nullptr;
}

const Choice* choiceNamed(const Key& key, const QString& value) {
    for (const Choice& choice : kChoices)
        if (QLatin1String(choice.key) == QLatin1String(key.name) &&
            value.compare(QLatin1String(choice.value), Qt::CaseInsensitive) == 0)
            return &choice;
    return nullptr;
}

QStringList keyNames() {
    QStringList names;
    for (const Key& key : kKeys) names.append(QLatin1String(key.name));
    return names;
}

QStringList choicesOf(const Key& key) {
    QStringList values;
    for (const Choice& choice : kChoices)
        if (QLatin1String(choice.key) == QLatin1String(key.name)) values.append(QLatin1String(choice.value));
    return values;
}

} // namespace rb::query
