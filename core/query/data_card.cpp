#include "core/query/data_card.h"

#include "core/query/markdown.h"

namespace rb::query {
namespace {

QString heading(const char* text) { return QStringLiteral("## ") + QLatin1String(text) + QStringLiteral("\n\n"); }
QString paragraph(const QString& text) { return text + QStringLiteral("\n\n"); }
QString rounded(double value) { return QString::number(value, 'f', 1); }

QString size(const Statistics& s) {
    const auto row = [](const char* name, qint64 count) { return QStringList{QLatin1String(name), QString::number(count)}; };
    return heading("Size") +
           markdownTable({QStringLiteral("what"), QStringLiteral("count")},
                         {row("pictures", s.pictures), row("point clouds", s.clouds), row("regions", s.regions),
                          row("captions shown", s.captions), row("of them of whole pictures", s.wholePictureCaptions),
                          row("alternative captions", s.alternatives)});
}

QString splits(const Statistics& s, const LeakReport& leaks) {
    QString text = heading("Splits") +
                   countTable(QStringLiteral("split, of pictures and clouds"), s.mediaSplits, s.pictures + s.clouds) +
                   countTable(QStringLiteral("split, of regions"), s.regionSplits, s.regions);
    if (leaks.all() == 0)
        return text + paragraph(QStringLiteral("No content, file name, or caption with its box stands in more than one split."));
    return text + paragraph(QStringLiteral("In more than one split stand %1 files with the same content, %2 captions with the "
                                           "same box, and %3 file names.")
                                .arg(leaks.content)
                                .arg(leaks.captions)
                                .arg(leaks.names));
}

QString captions(const Statistics& s) {
    QString text = heading("Captions") + countTable(QStringLiteral("state"), s.states, s.captions);
    text += paragraph(QStringLiteral("Captions that are not rejected have %1 words on average; the middle one has %2.")
                          .arg(rounded(s.words.mean()), QString::number(s.words.median())));
    text += histogramTable(QStringLiteral("words"), s.words, false);
    text += paragraph(QStringLiteral("They use %1%2 different words; the most frequent are:")
                          .arg(s.vocabulary.atLeast ? QStringLiteral("at least ") : QString()).arg(s.vocabulary.distinct));
    return text + countTable(QStringLiteral("word"), s.vocabulary.top,
                             static_cast<qint64>(s.words.mean() * static_cast<double>(s.words.total()) + 0.5));
}

QString regions(const Statistics& s) {
    QString text =
        heading("Regions") +
        paragraph(QStringLiteral("A picture or cloud has %1 regions on average.").arg(rounded(s.regionsPerMedium.mean())));
    text += histogramTable(QStringLiteral("regions of a picture"), s.regionsPerMedium, false);
    text += histogramTable(QStringLiteral("share of the picture's area"), s.boxSize, true);
    text += histogramTable(QStringLiteral("width / height"), s.boxAspect, false);
    text += paragraph(QStringLiteral("There are %1 different labels%2").arg(s.labels.distinct)
                          .arg(s.labels.top.empty() ? QStringLiteral(".") : QStringLiteral("; the most frequent are:")));
    return text + countTable(QStringLiteral("label"), s.labels.top, s.regions);
}

QString provenance(const Statistics& s) {
    QString text = heading("Where the captions come from") + countTable(QStringLiteral("written by"), s.sources, s.captions);
    text +=
        countTable(QStringLiteral("model"), s.models, s.captions) + countTable(QStringLiteral("adapter"), s.adapters, s.captions);
    text += countTable(QStringLiteral("author"), s.authors, s.captions);
    if (s.acceptedByModel)
        text += paragraph(QStringLiteral("Of %1 accepted captions that a model began, %2 (%3) have the model's very words.")
                              .arg(s.acceptedByModel)
                              .arg(s.acceptedUntouched)
                              .arg(share(s.acceptedUntouched, s.acceptedByModel)));
    if (s.edited)
        text += paragraph(
            QStringLiteral("People edited %1 captions of models; on average %2 words were inserted, deleted or replaced.")
                .arg(s.edited)
                .arg(rounded(s.meanEditDistance)));
    return text;
}

QString formats(const DataCardText& card) {
    if (card.formats.isEmpty()) return {};
    QString text = heading("Formats");
    for (const QString& format : card.formats) text += QStringLiteral("- ") + plainInMarkdown(format) + u'\n';
    return text + u'\n';
}

} // namespace

QString dataCard(const Statistics& s, const LeakReport& leaks, const DataCardText& card) {
    QString text = QStringLiteral("# ") + plainInMarkdown(card.title) + QStringLiteral("\n\n");
    text += paragraph(QStringLiteral("Data card of %1. Licence: %2.")
                          .arg(card.date.toString(Qt::ISODate),
                               card.licence.isEmpty() ? QStringLiteral("not stated") : plainInMarkdown(card.licence)));
    text += size(s) + splits(s, leaks) + captions(s) + regions(s) + provenance(s) + formats(card);
    if (!card.notes.isEmpty()) text += heading("Notes") + paragraph(card.notes);
    return text.trimmed() + u'\n';
}

} // namespace rb::query
