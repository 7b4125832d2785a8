#include "ui/region_panel/caption_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace rb::ui {

static QString tr(const char* text) { return QCoreApplication::translate("CaptionWords", text); }

QString stateWord(project::CaptionState state) {
    switch (state) {
    case project::CaptionState::Accepted: return tr("accepted");
    case project::CaptionState::Rejected: return tr("rejected");
    case project::CaptionState::Draft: break;
    }
    return tr("draft");
}

QString writerOf(project::CaptionSource source, const QString& model, const QString& adapter) {
    if (source == project::CaptionSource::Human) return tr("a person");
    if (model.isEmpty()) return tr("a model");
    return adapter.isEmpty() ? model : tr("%1 with the adapter %2").arg(model, adapter);
}

QString optionWords(const QJsonObject& options) {
    struct Word {
        const char* key;
        double silent; ///< the value that changes nothing
        const char* text;
    };
    static constexpr Word kWords[] = {
        {"num_beams", 0, QT_TRANSLATE_NOOP("CaptionWords", "beams: %1")},
        {"max_new_tokens", 0, QT_TRANSLATE_NOOP("CaptionWords", "at most %1 tokens")},
        {"min_new_tokens", 0, QT_TRANSLATE_NOOP("CaptionWords", "at least %1 tokens")},
        {"length_penalty", 1, QT_TRANSLATE_NOOP("CaptionWords", "length penalty %1")},
        {"repetition_penalty", 1, QT_TRANSLATE_NOOP("CaptionWords", "repetition penalty %1")},
        {"no_repeat_ngram", 0, QT_TRANSLATE_NOOP("CaptionWords", "no %1 words repeated")},
        {"top_p", 2, QT_TRANSLATE_NOOP("CaptionWords", "sampled from the likeliest %1")},
        {"temperature", 1, QT_TRANSLATE_NOOP("CaptionWords", "temperature %1")},
        {"seed", -1, QT_TRANSLATE_NOOP("CaptionWords", "seed %1")},
    };
    QStringList said;
    for (const Word& word : kWords) {
        const QJsonValue value = options.value(QLatin1String(word.key));
        if (value.isDouble() && value.toDouble() != word.silent) said << tr(word.text).arg(value.toDouble());
    }
    return said.join(QStringLiteral(", "));
}

} // namespace rb::ui
