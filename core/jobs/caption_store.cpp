#include "core/jobs/caption_store.h"

namespace rb::jobs {

std::vector<project::MachineCaption> machineCaptions(const std::vector<vlm::Caption>& captions) {
    std::vector<project::MachineCaption> written;
    for (const vlm::Caption& caption : captions) {
        project::MachineCaption& each = written.emplace_back();
        each.text = QString::fromStdString(caption.text);
        each.score = caption.score;
        each.tokenScores = caption.tokenScores;
        for (const std::string& token : caption.tokenTexts) each.tokens.append(QString::fromStdString(token));
    }
    return written;
}

project::MachineAuthor machineAuthor(const vlm::ModelDescription& model, const vlm::GenerationOptions& options) {
    project::MachineAuthor author;
    author.model = QString::fromStdString(model.name);
    author.adapter = QString::fromStdString(model.adapter);
    author.options = {{QStringLiteral("num_beams"), options.numBeams},
                      {QStringLiteral("max_new_tokens"), options.maxNewTokens},
                      {QStringLiteral("min_new_tokens"), options.minNewTokens},
                      {QStringLiteral("length_penalty"), options.lengthPenalty},
                      {QStringLiteral("repetition_penalty"), options.repetitionPenalty}};
    if (options.noRepeatNgram) author.options.insert(QStringLiteral("no_repeat_ngram"), options.noRepeatNgram);
    if (options.sample) {
        author.options.remove(QStringLiteral("num_beams"));
        author.options.remove(QStringLiteral("length_penalty"));
        author.options.insert(QStringLiteral("seed"), static_cast<qint64>(options.seed));
        author.options.insert(QStringLiteral("top_p"), options.topP);
        author.options.insert(QStringLiteral("temperature"), options.temperature);
    }
    return author;
}

} // namespace rb::jobs
