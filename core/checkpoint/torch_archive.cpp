#include "core/checkpoint/torch_archive.h"

#include "core/checkpoint/read_only_file.h"
#include "core/checkpoint/refusal.h"
#include "core/checkpoint/torch_tensors.h"
#include "core/checkpoint/unpickler.h"

namespace rb::checkpoint {
namespace {

constexpr std::string_view kPickle = "data.pkl";

/// The folder all records lie in, with its '/': what stands before the one data.pkl.
Result<std::string> rootOf(const ZipDirectory& directory, const ReadOnlyFile& file) {
    std::string root;
    std::size_t found = 0;
    for (const auto& [name, record] : directory) {
        if (!name.ends_with(kPickle)) continue;
        const std::string before = name.substr(0, name.size() - kPickle.size());
        if (!before.empty() && before.find('/') != before.size() - 1) continue;
        root = before;
        ++found;
    }
    if (found == 1) return root;
    return refusal(file.path(), found == 0
                                    ? "the zip archive holds no data.pkl, so torch.save did not write it"
                                    : "the zip archive holds more than one data.pkl");
}

Status checkByteOrder(const ZipDirectory& directory, const std::string& root, const ReadOnlyFile& file) {
    const auto record = directory.find(root + "byteorder");
    if (record == directory.end()) return {};
    const auto order = readZipRecord(file, record->first, record->second, 16);
    if (!order) return order.error();
    if (*order == "little") return {};
    return refusal(file.path(),
                   "its numbers have the byte order " + inQuotes(*order) + "; only little is read",
                   ErrorCode::Unsupported);
}

} // namespace

bool looksLikeTorchArchive(const ReadOnlyFile& file) {
    const auto start = file.readAt(0, 4);
    return start && (*start == "PK\3\4" || *start == "PK\5\6");
}

Result<Checkpoint::Parts> readTorchArchive(std::shared_ptr<const ReadOnlyFile> file) {
    const auto directory = readZipDirectory(*file);
    if (!directory) return directory.error();
    const auto root = rootOf(*directory, *file);
    if (!root) return root.error();
    if (directory->contains(*root + "constants.pkl"))
        return refusal(file->path(),
                       "this is a TorchScript program, which could run code when read; "
                       "save its state dictionary with torch.save instead",
                       ErrorCode::Unsupported);
    if (Status order = checkByteOrder(*directory, *root, *file); !order.ok()) return order.error();
    const auto& [name, record] = *directory->find(*root + std::string(kPickle));
    auto bytes = readZipRecord(*file, name, record, kMaxPickleBytes);
    if (!bytes) return bytes.error();
    const auto pickle = unpickle(std::move(bytes).value());
    if (!pickle) return refusal(file->path(), pickle.error().message, pickle.error().code);
    auto found = collectTensors(*pickle, *directory, *root);
    if (!found) return refusal(file->path(), found.error().message, found.error().code);
    Checkpoint::Parts parts;
    parts.tensors = std::move(found->tensors);
    parts.topLevelEntries = std::move(found->topLevelEntries);
    parts.files.push_back(std::move(file));
    return parts;
}

} // namespace rb::checkpoint
