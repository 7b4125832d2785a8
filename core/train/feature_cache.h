#pragma once

#include "core/base/result.h"

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <string>

#include <ATen/core/Tensor.h>

namespace rb::train {

/// Outputs of frozen encoders on disk, in bfloat16. A key is the content of the medium and everything
/// that makes features of it: the encoder's weights, the preprocessing. So an entry is never wrong,
/// only unused. Files are written beside and renamed; one that is cut or foreign counts as absent.
class FeatureCache {
public:
    struct Options {
        std::filesystem::path folder;
        std::string modelKey;                       ///< hash of encoder weights and preprocessing
        std::uint64_t largest = 20'000'000'000;     ///< bytes; the longest unused go first
    };
    static Result<FeatureCache> open(const Options& options);

    /// What an entry gives back: rounded to bfloat16. A training rounds its first pass too, so that the
    /// cache changes no number.
    static at::Tensor rounded(const at::Tensor& features);

    /// `[N, D]` float32, or undefined. `encoder` as encoderKey() gives it.
    at::Tensor find(const std::filesystem::path& medium, const std::string& encoder) const;
    Status store(const std::filesystem::path& medium, const std::string& encoder, const at::Tensor& features) const;

    std::uint64_t bytes() const;
    /// Deletes the longest unused entries until the cache fits.
    void trim() const;

private:
    explicit FeatureCache(Options options) : m_options(std::move(options)), m_mutex(std::make_unique<std::mutex>()) {}
    std::optional<std::filesystem::path> fileOf(const std::filesystem::path& medium, const std::string& encoder) const;

    Options m_options;
    std::unique_ptr<std::mutex> m_mutex;
    mutable std::map<std::string, std::string> m_hashes; ///< of media, by path
};

} // namespace rb::train
