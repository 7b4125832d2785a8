#include "core/clouds/field_roles.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <utility>

namespace rb::clouds {
namespace {

constexpr std::pair<std::string_view, Role> kNames[] = {
    {"x", Role::X}, {"y", Role::Y}, {"z", Role::Z},
    {"red", Role::Red}, {"green", Role::Green}, {"blue", Role::Blue},
    {"r", Role::Red}, {"g", Role::Green}, {"b", Role::Blue},
    {"diffuse_red", Role::Red}, {"diffuse_green", Role::Green}, {"diffuse_blue", Role::Blue},
    {"rgb", Role::PackedColor}, {"rgba", Role::PackedColor},
    {"nx", Role::NormalX}, {"ny", Role::NormalY}, {"nz", Role::NormalZ},
    {"normal_x", Role::NormalX}, {"normal_y", Role::NormalY}, {"normal_z", Role::NormalZ},
    {"intensity", Role::Intensity}, {"i", Role::Intensity}, {"reflectance", Role::Intensity},
    {"reflectivity", Role::Intensity}, {"remission", Role::Intensity},
    {"class", Role::Class}, {"class_id", Role::Class}, {"classification", Role::Class}, {"label", Role::Class},
    {"labels", Role::Class}, {"semantic", Role::Class}, {"semantic_label", Role::Class}, {"sem_label", Role::Class},
    {"semantic_id", Role::Class}, {"category", Role::Class}, {"category_id", Role::Class},
    {"instance", Role::Instance}, {"instance_id", Role::Instance}, {"instance_label", Role::Instance},
    {"ins_label", Role::Instance}, {"instances", Role::Instance}, {"object", Role::Instance},
    {"object_id", Role::Instance}, {"objectid", Role::Instance}, {"obj_id", Role::Instance},
};

constexpr std::string_view kScalar = "scalar_";

std::string lowered(std::string_view name) {
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

Role roleOfName(std::string_view name) {
    while (name.starts_with(kScalar)) name.remove_prefix(kScalar.size());
    for (const auto& [known, role] : kNames)
        if (known == name) return role;
    return Role::None;
}

bool has(const std::vector<Role>& roles, Role role) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

void keepWhole(std::vector<Role>& roles, std::array<Role, 3> group) {
    if (std::all_of(group.begin(), group.end(), [&](Role role) { return has(roles, role); })) return;
    for (const Role role : group) std::replace(roles.begin(), roles.end(), role, Role::None);
}

} // namespace

std::vector<Role> rolesOfNames(const std::vector<std::string>& names) {
    std::vector<Role> roles;
    std::size_t scalar = names.size();
    for (const std::string& name : names) {
        const std::string lower = lowered(name);
        Role role = roleOfName(lower);
        if (role == Role::None && lower.starts_with(kScalar)) scalar = std::min(scalar, roles.size());
        roles.push_back(has(roles, role) ? Role::None : role);
    }
    if (scalar < names.size() && !has(roles, Role::Intensity)) roles[scalar] = Role::Intensity;
    keepWhole(roles, {Role::Red, Role::Green, Role::Blue});
    keepWhole(roles, {Role::NormalX, Role::NormalY, Role::NormalZ});
    if (has(roles, Role::Red)) std::replace(roles.begin(), roles.end(), Role::PackedColor, Role::None);
    return roles;
}

bool havePlaces(const std::vector<Role>& roles) {
    return has(roles, Role::X) && has(roles, Role::Y) && has(roles, Role::Z);
}

std::vector<Role> rolesOfColumns(std::size_t columns) {
    std::vector<Role> roles(columns, Role::None);
    if (columns < 3) return roles;
    const auto put = [&](std::size_t at, std::initializer_list<Role> some) {
        std::copy(some.begin(), some.end(), roles.begin() + static_cast<std::ptrdiff_t>(at));
    };
    put(0, {Role::X, Role::Y, Role::Z});
    if (columns >= 6) put(3, {Role::Red, Role::Green, Role::Blue});
    if (columns == 9) put(6, {Role::NormalX, Role::NormalY, Role::NormalZ});
    if (columns == 4 || columns == 7) put(columns - 1, {Role::Intensity});
    return roles;
}

bool colorsAreNormals(const PointBatch& sample) {
    const std::vector<double>& red = sample.of(Role::Red);
    const std::vector<double>& green = sample.of(Role::Green);
    const std::vector<double>& blue = sample.of(Role::Blue);
    bool negative = false;
    for (std::size_t i = 0; i < red.size(); ++i) {
        const double squared = red[i] * red[i] + green[i] * green[i] + blue[i] * blue[i];
        if (!(std::fabs(squared - 1) < 0.02)) return false;
        negative = negative || red[i] < 0 || green[i] < 0 || blue[i] < 0;
    }
    return negative;
}

void makeColorsNormals(std::vector<Role>& roles) {
    std::replace(roles.begin(), roles.end(), Role::Red, Role::NormalX);
    std::replace(roles.begin(), roles.end(), Role::Green, Role::NormalY);
    std::replace(roles.begin(), roles.end(), Role::Blue, Role::NormalZ);
}

} // namespace rb::clouds
