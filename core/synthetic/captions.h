#pragma once

#include "core/base/result.h"

#include <string>
#include <string_view>
#include <vector>

namespace rb::synthetic {

/// How the same facts are worded.
/// | style | region with a neighbour | region alone | picture |
/// |---|---|---|---|
/// | Plain | a small dog to the left of an apple | a small dog on a red background | a dog and an apple on a
/// red background | | Question | what is to the left of the apple? a small dog | what is on the red
/// background? a small dog | what is on the red background? a dog and an apple | | Statement | there is a
/// small dog, and an apple is to the right of it | there is a small dog, and the background is red | there
/// are a dog and an apple, and the background is red | Rooms say "next to" and "in an empty room"; an object
/// cloud is "a tall chair", "what is this? a tall chair", "this is a tall chair".
enum class CaptionStyle { Plain, Question, Statement };

/// "plain", "question" or "statement"; anything else is refused with a sentence that lists them.
Result<CaptionStyle> captionStyleNamed(std::string_view name);
std::string nameOf(CaptionStyle style);

enum class Number { One, Many, Mass }; ///< "a dog is", "some grapes are", "some bread is"

/// What a caption calls an object.
struct Noun {
    std::string name;        ///< "soccer ball"
    std::string adjective{}; ///< "small", or empty
    Number number = Number::One;
};

/// Where an object lies, seen from another.
enum class Relation { LeftOf, RightOf, Above, Below, NextTo };
Relation opposite(Relation relation);
/// "to the left of", …
std::string_view wordsOf(Relation relation);

/// "a small dog", "an apple", "some grapes".
std::string withArticle(const Noun& noun);
/// "a dog, some grapes and an apple", without adjectives. Not empty.
std::string listed(const std::vector<Noun>& nouns);

/// `noun` lies `relation` `other`; the other is named without its adjective.
std::string relationCaption(CaptionStyle style, const Noun& noun, Relation relation, const Noun& other);
/// A region with nothing near it, on a background of a colour.
std::string loneCaption(CaptionStyle style, const Noun& noun, const std::string& color);
/// The whole picture.
std::string pictureCaption(CaptionStyle style, const std::vector<Noun>& nouns, const std::string& color);
/// A piece of furniture alone in a room.
std::string emptyRoomCaption(CaptionStyle style, const Noun& noun);
/// An object cloud.
std::string objectCaption(CaptionStyle style, const Noun& noun);

} // namespace rb::synthetic
