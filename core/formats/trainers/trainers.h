#pragma once

#include "core/formats/format.h"

/// Files that trainers of captioning and grounding models read.
namespace rb::formats {

/// "llava": a list of conversations, one question and answer a region; dialects "json" and "jsonl".
const Format& llavaFormat();
/// "sharegpt": a folder for LLaMA-Factory; dialects "conversations" and "messages".
const Format& shareGptFormat();
/// "grounding": one region a line, its box as a model writes it; dialects are the styles of grounding.h.
const Format& groundingFormat();
/// "webdataset": tar files of samples.
const Format& webDatasetFormat();
/// "kohya": a crop and a side-car a region; dialects ".txt" and ".caption".
const Format& kohyaFormat();
/// "csv": a table with a header; dialects "xyxy" and "xywh".
const Format& csvFormat();

} // namespace rb::formats
