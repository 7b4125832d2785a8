#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace rb::synthetic {

/// The bytes of a NumPy file (format 1.0, little-endian, C order). `columns` 0 makes a one-dimensional
/// array, otherwise `[size / columns, columns]`.
std::string npyBytes(std::span<const float> values, std::size_t columns);
std::string npyBytes(std::span<const double> values, std::size_t columns);
std::string npyBytes(std::span<const std::uint32_t> values, std::size_t columns);

/// Writes a NumPy archive with the one array `arr_0`, through replaceFile(). Its bytes depend on `npy` only.
Status writeNpz(const std::filesystem::path& path, const std::string& npy);

} // namespace rb::synthetic
