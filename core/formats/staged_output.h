#pragma once

#include "core/formats/output_tree.h"

#include <filesystem>
#include <set>
#include <vector>

namespace rb::formats {

/// Files that come into being together: each is written under a temporary name beside its place, and
/// commit() gives all of them their names. Without commit() nothing stays behind and nothing that was
/// there before is touched.
class StagedOutput final : public OutputTree {
public:
    /// `folder` is made when it is missing. `stem`: see OutputTree::stem().
    StagedOutput(std::filesystem::path folder, std::string stem);
    ~StagedOutput() override;
    StagedOutput(const StagedOutput&) = delete;
    StagedOutput& operator=(const StagedOutput&) = delete;

    using OutputTree::file;
    Status file(const std::string& relativePath, const std::function<Status(FileSink&)>& fill) override;
    bool keepsBytes() const override { return true; }
    std::string stem() const override { return m_stem; }

    Status commit();
    /// Final paths, in the order of writing.
    const std::vector<std::filesystem::path>& files() const { return m_files; }

private:
    static std::filesystem::path temporaryOf(const std::filesystem::path& file);

    std::filesystem::path m_folder;
    std::string m_stem;
    std::vector<std::filesystem::path> m_files;
    std::set<std::filesystem::path> m_staged; ///< written and not yet renamed
    std::vector<std::filesystem::path> m_madeFolders;
};

/// Runs a writer without keeping anything.
class PreviewOutput final : public OutputTree {
public:
    Status file(const std::string& relativePath, const std::function<Status(FileSink&)>& fill) override;
    bool keepsBytes() const override { return false; }
    std::string stem() const override { return "preview"; }
};

} // namespace rb::formats
