#pragma once

#include "core/base/result.h"
#include "core/checkpoint/checkpoint.h"
#include "core/vlm/model_config.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rb::vlm {

/// Where one tensor of the model comes from: a tensor of a checkpoint, or rows of it (Hugging
/// Face's `qkv.bias` holds our `q_bias` and `v_bias`).
struct TensorRef {
    std::size_t checkpoint = 0;                 ///< index into ModelSource::checkpoints
    std::string name;                           ///< there
    std::int64_t firstRow = 0;
    std::optional<std::int64_t> rowCount;       ///< absent: all rows
};

/// An adapter file of a training, and what people call it.
struct AdapterFile {
    std::filesystem::path path;
    std::string name = {};              ///< empty: that of the file, or of its folder where the file is "adapter.safetensors"

    std::string shownName() const;
};

/// The files a model is put together from. Empty paths are not used.
struct ModelPaths {
    std::filesystem::path model;        ///< our folder; or a Hugging Face Blip2 folder; or a LAVIS BLIP-2 `.pth`
    std::filesystem::path regionblip;   ///< the authors' `regionblip_*.pth`, on top of `model`
    std::filesystem::path llm;          ///< Hugging Face folder of OPT or FLAN-T5 (needed with a LAVIS `.pth`)
    std::filesystem::path pointBert;    ///< `point_bert_pretrained.pt`
    std::filesystem::path bert;         ///< folder with `vocab.txt` of bert-base-uncased
    std::filesystem::path vision;       ///< `eva_vit_g.pth`, unless `model` holds the ViT
    /// A `config.json` of our schema that replaces what is read off the shapes of `.pth` files. Needed
    /// where shapes do not tell: attention heads of other widths than the published ones.
    std::filesystem::path config;
    std::vector<AdapterFile> adapters;  ///< on top of all; each must belong to the model, no two may change the same tensor
};

/// A model before its weights are in memory: its configuration, where every tensor lies under the
/// reference's own names, and its tokenizers. Torch-free; reading it costs no more than headers.
struct ModelSource {
    ModelConfig config;
    std::vector<checkpoint::Checkpoint> checkpoints;
    std::map<std::string, TensorRef> tensors;          ///< by the reference's name
    std::filesystem::path languageTokenizerFolder;
    std::filesystem::path bertTokenizerFolder;         ///< empty when there is none
    std::string name;                                  ///< of the model card, else of the folder
    std::vector<std::string> missing;                  ///< modalities or parts that cannot run, one sentence each
    std::vector<std::string> unused;                   ///< tensors in the files that nothing needs

    /// The tensor's type and (row-limited) shape; nothing when it is not there.
    std::optional<std::pair<checkpoint::DType, std::vector<std::int64_t>>> shapeOf(const std::string& name) const;
    std::uint64_t parameterCount() const;
    /// Dense row-major bytes into `destination`.
    Status read(const std::string& name, void* destination) const;
};

/// Finds out by content what `paths` are and maps every tensor to the reference's name.
/// Dimensions of shipped files are read off their shapes and configurations. A modality whose
/// tensors are absent is left out of `config.modalities` and named in `missing`.
Result<ModelSource> openModelSource(const ModelPaths& paths);

} // namespace rb::vlm
