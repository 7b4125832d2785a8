#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace rb::query {

enum class KeyKind {
    Choice, ///< one of a fixed list of values
    Exact,  ///< the whole text, without regard to the case of Latin letters; * stands for anything
    Part,   ///< a part of the text
    Folder, ///< whole names of folders of a medium's path
    Number, ///< 12, >12, >=12, <12, <=12, 3..8, 3.., ..8
    Date,   ///< as numbers, of days written 2026-01-31 in local time
    Meaning, ///< a description: what a model finds near it, which is found beforehand (near.h)
    Like,    ///< the id of a region or medium: what a model finds like it
};

/// What may stand before a colon in a query. The texts are English and marked for translation in the
/// context "Query".
struct Key {
    const char* name;
    KeyKind kind;
    const char* column; ///< SQL over r (region), c (its shown caption) and m (its medium)
    const char* example;
    const char* help;
};

/// A value of a key of kind Choice.
struct Choice {
    const char* key;
    const char* value;
    const char* condition; ///< SQL, as Key::column
    const char* help;
};

/// In the order in which a manual should list them.
std::span<const Key> allKeys();
std::span<const Choice> allChoices();

const Key* keyNamed(const QString& name);
const Choice* choiceNamed(const Key& key, const QString& value);
QStringList keyNames();
QStringList choicesOf(const Key& key);

} // namespace rb::query
