#pragma once

#include "core/vlm/model_source.h"

namespace rb::vlm {

/// What an adapter file says about itself: safetensors metadata beside tensors under the reference's
/// names, which replace those of the model it was trained on or stand beside them.
struct AdapterCard {
    std::string base;        ///< fingerprint() of the model it belongs to
    std::string baseName;
    std::string preset;      ///< what was trained
    std::map<std::string, ModalityConfig> modalities; ///< entries the adapter adds to the configuration
    std::map<std::string, std::string> metadata;      ///< all of it: rank, data set, metrics, seed, versions
};

/// Opens only the header. A file that is no adapter is refused.
Result<AdapterCard> readAdapterCard(const std::filesystem::path& adapter);

/// Tells models apart by their configuration, by the names, sizes and types of their tensors, and by
/// the numbers of the small ones (norms, biases).
Result<std::string> fingerprint(const ModelSource& source);

/// Puts an adapter on top of a model: its tensors replace the model's or stand beside them, its
/// modalities join the configuration. Refused when it was trained on another model.
Status addAdapter(ModelSource& source, const std::filesystem::path& adapter);
/// The same with several that were trained on this model, each for a modality of its own, say. Refused when two change the
/// same tensor.
Status addAdapters(ModelSource& source, const std::vector<AdapterFile>& adapters);

/// The configuration's modalities as text, as the card keeps them, and back.
std::string modalitiesText(const std::map<std::string, ModalityConfig>& modalities);

} // namespace rb::vlm
