#include "core/synthetic/captions.h"

namespace rb::synthetic {
namespace {

constexpr CaptionStyle kStyles[] = {CaptionStyle::Plain, CaptionStyle::Question, CaptionStyle::Statement};

bool soundsLikeVowel(std::string_view words) {
    for (const std::string_view consonant : {"uni", "uku", "eu", "one"})
        if (words.starts_with(consonant)) return false;
    return std::string_view("aeiou").find(words.front()) != std::string_view::npos ||
           words.starts_with("hour");
}

Noun bare(Noun noun) {
    noun.adjective.clear();
    return noun;
}

std::string isOrAre(const Noun& noun) {
    return noun.number == Number::Many ? " are " : " is ";
}
std::string itOrThem(const Noun& noun) {
    return noun.number == Number::Many ? "them" : "it";
}
std::string thereIs(const Noun& noun) {
    return "there" + isOrAre(noun) + withArticle(noun);
}

/// "what is {place}? {answer}"
std::string asked(const std::string& place, const std::string& answer) {
    return "what is " + place + "? " + answer;
}

} // namespace

std::string nameOf(CaptionStyle style) {
    switch (style) {
    case CaptionStyle::Plain:
        return "plain";
    case CaptionStyle::Question:
        return "question";
    case CaptionStyle::Statement:
        break;
    }
    return "statement";
}

Result<CaptionStyle> captionStyleNamed(std::string_view name) {
    for (const CaptionStyle style : kStyles)
        if (nameOf(style) == name) return style;
    return Error{ErrorCode::InvalidArgument, "There is no caption style \"" + std::string(name) +
                                                 "\"; choose plain, question or statement."};
}

Relation opposite(Relation relation) {
    switch (relation) {
    case Relation::LeftOf:
        return Relation::RightOf;
    case Relation::RightOf:
        return Relation::LeftOf;
    case Relation::Above:
        return Relation::Below;
    case Relation::Below:
        return Relation::Above;
    case Relation::NextTo:
        break;
    }
    return Relation::NextTo;
}

std::string_view wordsOf(Relation relation) {
    switch (relation) {
    case Relation::LeftOf:
        return "to the left of";
    case Relation::RightOf:
        return "to the right of";
    case Relation::Above:
        return "above";
    case Relation::Below:
        return "below";
    case Relation::NextTo:
        break;
    }
    return "next to";
}

std::string withArticle(const Noun& noun) {
    const std::string words = noun.adjective.empty() ? noun.name : noun.adjective + " " + noun.name;
    if (noun.number != Number::One) return "some " + words;
    return (soundsLikeVowel(words) ? "an " : "a ") + words;
}

std::string listed(const std::vector<Noun>& nouns) {
    std::string list;
    for (std::size_t i = 0; i < nouns.size(); ++i) {
        if (i > 0) list += i + 1 == nouns.size() ? " and " : ", ";
        list += withArticle(bare(nouns[i]));
    }
    return list;
}

std::string relationCaption(CaptionStyle style, const Noun& noun, Relation relation, const Noun& other) {
    const std::string words(wordsOf(relation));
    switch (style) {
    case CaptionStyle::Plain:
        return withArticle(noun) + " " + words + " " + withArticle(bare(other));
    case CaptionStyle::Question:
        return asked(words + " the " + other.name, withArticle(noun));
    case CaptionStyle::Statement:
        break;
    }
    return thereIs(noun) + ", and " + withArticle(bare(other)) + isOrAre(other) +
           std::string(wordsOf(opposite(relation))) + " " + itOrThem(noun);
}

std::string loneCaption(CaptionStyle style, const Noun& noun, const std::string& color) {
    switch (style) {
    case CaptionStyle::Plain:
        return withArticle(noun) + " on a " + color + " background";
    case CaptionStyle::Question:
        return asked("on the " + color + " background", withArticle(noun));
    case CaptionStyle::Statement:
        break;
    }
    return thereIs(noun) + ", and the background is " + color;
}

std::string pictureCaption(CaptionStyle style, const std::vector<Noun>& nouns, const std::string& color) {
    switch (style) {
    case CaptionStyle::Plain:
        return listed(nouns) + " on a " + color + " background";
    case CaptionStyle::Question:
        return asked("on the " + color + " background", listed(nouns));
    case CaptionStyle::Statement:
        break;
    }
    const std::string verb = nouns.size() > 1 ? " are " : isOrAre(nouns.front());
    return "there" + verb + listed(nouns) + ", and the background is " + color;
}

std::string emptyRoomCaption(CaptionStyle style, const Noun& noun) {
    switch (style) {
    case CaptionStyle::Plain:
        return withArticle(noun) + " in an empty room";
    case CaptionStyle::Question:
        return asked("in the empty room", withArticle(noun));
    case CaptionStyle::Statement:
        break;
    }
    return thereIs(noun) + ", and the room is empty";
}

std::string objectCaption(CaptionStyle style, const Noun& noun) {
    switch (style) {
    case CaptionStyle::Plain:
        return withArticle(noun);
    case CaptionStyle::Question:
        return asked("this", withArticle(noun));
    case CaptionStyle::Statement:
        break;
    }
    return "this" + isOrAre(noun) + withArticle(noun);
}

} // namespace rb::synthetic
