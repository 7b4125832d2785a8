#include "core/formats/staged_output.h"

#include "core/base/partial_folder.h"
#include "core/formats/json_list.h"
#include "core/formats/safe_path.h"

#include <algorithm>

namespace rb::formats {
namespace fs = std::filesystem;

Status OutputTree::file(const std::string& relativePath, std::string_view bytes) {
    return file(relativePath, [bytes](FileSink& sink) { return sink.write(bytes); });
}

StagedOutput::StagedOutput(fs::path folder, std::string stem) : m_folder(std::move(folder)), m_stem(std::move(stem)) {}

StagedOutput::~StagedOutput() {
    std::error_code ignored;
    for (const fs::path& file : m_staged) fs::remove(temporaryOf(file), ignored);
    // Only empty folders go: committed files keep theirs.
    for (auto made = m_madeFolders.rbegin(); made != m_madeFolders.rend(); ++made) fs::remove(*made, ignored);
}

fs::path StagedOutput::temporaryOf(const fs::path& file) { return file.parent_path() / ("." + file.filename().string() + ".partial"); }

Status StagedOutput::file(const std::string& relativePath, const std::function<Status(FileSink&)>& fill) {
    const Result<std::string> safe = safeRelativePath(relativePath, m_folder.string());
    if (!safe.ok()) return safe.error();
    const fs::path target = m_folder / *safe;
    if (m_staged.contains(target))
        return Error{ErrorCode::WriteFailed, target.string() + " would be written twice: two pictures of the project share this name."};
    std::vector<fs::path> missing;
    for (fs::path folder = target.parent_path(); !folder.empty() && !fs::exists(folder); folder = folder.parent_path()) missing.push_back(folder);
    std::error_code error;
    fs::create_directories(target.parent_path(), error);
    if (error) return writeFailed(target.parent_path(), error);
    m_madeFolders.insert(m_madeFolders.end(), missing.rbegin(), missing.rend());
    if (Status written = replaceFile(temporaryOf(target), fill); !written.ok()) return written;
    m_staged.insert(target);
    m_files.push_back(target);
    return {};
}

Status StagedOutput::commit() {
    std::set<fs::path> folders;
    for (const fs::path& file : m_files) {
        std::error_code error;
        fs::rename(temporaryOf(file), file, error);
        if (error) return writeFailed(file, error);
        m_staged.erase(file);
        folders.insert(file.parent_path());
    }
    for (const fs::path& folder : folders)
        if (Status synced = syncFolder(folder); !synced.ok()) return synced;
    return {};
}

Status PreviewOutput::file(const std::string&, const std::function<Status(FileSink&)>& fill) {
    NullSink sink;
    return fill(sink);
}

} // namespace rb::formats
