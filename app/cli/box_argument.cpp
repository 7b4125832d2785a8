#include "app/cli/box_argument.h"

#include <charconv>
#include <cmath>
#include <vector>

namespace rb::cli {

/// Exactly `count` finite numbers separated by commas, or none.
static std::vector<double> numbersIn(const std::string& text, std::size_t count) {
    std::vector<double> numbers;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (numbers.size() < count) {
        double value = 0;
        const auto read = std::from_chars(at, end, value);
        if (read.ec != std::errc() || !std::isfinite(value)) return {};
        numbers.push_back(value);
        at = read.ptr;
        const bool last = numbers.size() == count;
        if (last != (at == end) || (!last && *at++ != ',')) return {};
    }
    return numbers;
}

Result<geometry::Box2> parseBox(const std::string& text) {
    const std::vector<double> n = numbersIn(text, 4);
    if (n.empty() || n[2] <= 0 || n[3] <= 0)
        return Error{ErrorCode::InvalidArgument, "--box " + text + " is not x,y,w,h in pixels with a positive width and height."};
    return geometry::Box2{n[0], n[1], n[2], n[3]};
}

Result<geometry::Box3> parseBox3(const std::string& text) {
    const std::vector<double> n = numbersIn(text, 6);
    if (n.empty() || n[3] <= 0 || n[4] <= 0 || n[5] <= 0)
        return Error{ErrorCode::InvalidArgument, "--box3 " + text + " is not cx,cy,cz,dx,dy,dz with positive sizes."};
    return geometry::Box3{{n[0], n[1], n[2]}, {n[3], n[4], n[5]}, 0};
}

} // namespace rb::cli
