#pragma once

namespace rb::metrics {

// The kinds of characters the tokenizer knows, all in the Basic Multilingual Plane: it drops others.
bool isPtbLetter(char32_t c);       ///< of words: letters, modifiers and vowel signs
bool isPtbDigit(char32_t c);        ///< decimal digits of every script
bool isPtbAlphanumeric(char32_t c); ///< letters without vowel signs, and digits: parts of hyphenated words
bool isPtbSymbol(char32_t c);       ///< stands as a token of its own
bool isPtbSpace(char32_t c);        ///< ends addresses; a no-break space is one, other Unicode spaces are not

bool isAsciiLetter(char32_t c);
bool isAsciiAlphanumeric(char32_t c);
bool isApostrophe(char32_t c);    ///< the typewriter's and the right quotation mark
bool isAnyApostrophe(char32_t c); ///< with what people type instead: ` and the left one
bool isTypographicQuote(char32_t c);
char32_t asciiLower(char32_t c);

} // namespace rb::metrics
