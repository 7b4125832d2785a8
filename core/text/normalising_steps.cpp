#include "core/text/normalising_steps.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <memory>

namespace rb::text {

NormalisingStep charsmapStep(PrecompiledCharsmap map) {
    return [shared = std::make_shared<const PrecompiledCharsmap>(std::move(map))](std::string_view text) {
        return shared->normalised(text);
    };
}

NormalisingStep stripStep(StripSides sides) {
    return [sides](std::string_view text) {
        if (sides != StripSides::Right) text.remove_prefix(whiteSpaceAtStart(text));
        if (sides != StripSides::Left) text.remove_suffix(whiteSpaceAtEnd(text));
        return std::string(text);
    };
}

NormalisingStep spaceRunsStep(std::string replacement) {
    return [replacement = std::move(replacement)](std::string_view text) {
        std::string result;
        for (std::size_t i = 0; i < text.size();) {
            const std::size_t end = std::min(text.find_first_not_of(' ', i), text.size());
            if (end - i >= 2)
                result += replacement;
            else
                result += text[i];
            i = std::max(end, i + 1);
        }
        return result;
    };
}

} // namespace rb::text
