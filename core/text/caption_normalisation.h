#pragma once

#include <string>
#include <string_view>

namespace rb::text {

/// A training caption as RegionBLIP normalises it: lower case; each of `. ! " ( ) * # : ; ~` one
/// space; every run of two or more white-space characters one space (a single tab or line feed
/// stays); line feeds at the end off, then spaces at both ends; at most `maxWords` words between
/// single spaces.
std::string normalisedCaption(std::string_view caption, std::size_t maxWords = 50);

} // namespace rb::text
