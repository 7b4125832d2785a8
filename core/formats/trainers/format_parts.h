#pragma once

#include "core/formats/format.h"

/// Readers and writers that stand in files of their own; see Format for what they do.
namespace rb::formats {

inline constexpr const char* kWebDataset = "webdataset"; ///< names, also in `extra`
inline constexpr const char* kCsv = "csv";

Status readWebDataset(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeWebDataset(const RecordSource& source, const WriteOptions& options, OutputTree& output);
Status readKohya(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeKohya(const RecordSource& source, const WriteOptions& options, OutputTree& output);
Status readCsv(const std::filesystem::path& path, const ReadOptions& options, const RecordSink& sink, LossTally& tally);
Status writeCsv(const RecordSource& source, const WriteOptions& options, OutputTree& output);

} // namespace rb::formats
