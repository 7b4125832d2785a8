#pragma once

#include "core/base/result.h"
#include "core/checkpoint/pickle.h"

namespace rb::checkpoint {

/// Bounds on what one pickle may make of its bytes.
inline constexpr std::uint64_t kMaxPickleBytes = std::uint64_t{32} << 20;

/// Reads a pickle of protocol 2 as torch.save writes it, without running anything: 34 opcodes are
/// known, names are looked up in the allow-list, and every other opcode or name is an error. Lengths
/// are held against the bytes that remain; stack, memo, containers and their entries are bounded.
/// Errors are clauses for refusal().
Result<Pickle> unpickle(std::string bytes);

} // namespace rb::checkpoint
