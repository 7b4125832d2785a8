#pragma once

#include "core/project/records.h"

#include <QJsonObject>
#include <QString>

/// How a caption's provenance is put into words, for the editor and the details alike.
namespace rb::ui {

QString stateWord(project::CaptionState state);
/// "a person", "mini", "mini with the adapter birds".
QString writerOf(project::CaptionSource source, const QString& model, const QString& adapter);
/// "5 beams, at most 30 tokens, repetition penalty 1.2": what differs from doing nothing.
QString optionWords(const QJsonObject& options);

} // namespace rb::ui
