#include "app/cli/camera_argument.h"

#include "core/base/durable_file.h"

#include <cmath>
#include <sstream>
#include <vector>

namespace rb::cli {
namespace {

constexpr std::uint64_t kLongestPose = 64 << 10;
constexpr double kSkew = 1e-3; // how far the axes of a stored turn may be from square ones

std::vector<double> numbersIn(const std::string& text) {
    std::string spaced = text;
    for (char& c : spaced)
        if (c == ',') c = ' ';
    std::istringstream in(spaced);
    std::vector<double> numbers;
    for (double number; in >> number && std::isfinite(number);) numbers.push_back(number);
    return in.eof() ? numbers : std::vector<double>();
}

bool isTurn(const std::vector<double>& m) {
    for (std::size_t a = 0; a < 3; ++a)
        for (std::size_t b = 0; b < 3; ++b) {
            const double product = m[a] * m[b] + m[4 + a] * m[4 + b] + m[8 + a] * m[8 + b];
            if (std::abs(product - (a == b ? 1 : 0)) > kSkew) return false;
        }
    return true;
}

} // namespace

Result<geometry::Camera> cameraFrom(const std::string& lens, const std::string& pose) {
    const std::vector<double> l = numbersIn(lens);
    if (l.size() != 4 || l[0] <= 0 || l[1] <= 0) return Error{ErrorCode::InvalidArgument, "--lens must be four numbers fx,fy,cx,cy, but is \"" + lens + "\"."};
    const auto text = readFile(pose, kLongestPose);
    if (!text.ok()) return text.error();
    const std::vector<double> m = numbersIn(*text);
    if (m.size() != 16 || !isTurn(m)) return Error{ErrorCode::FileInvalid, pose + " must hold the sixteen numbers of a turn and a shift, row by row."};
    geometry::Camera camera;
    camera.fx = l[0];
    camera.fy = l[1];
    camera.cx = l[2];
    camera.cy = l[3];
    for (std::size_t row = 0; row < 3; ++row) { // the inverse of a rigid matrix
        for (std::size_t column = 0; column < 3; ++column) camera.toCamera[4 * row + column] = m[4 * column + row];
        camera.toCamera[4 * row + 3] = -(m[row] * m[3] + m[4 + row] * m[7] + m[8 + row] * m[11]);
    }
    return camera;
}

} // namespace rb::cli
