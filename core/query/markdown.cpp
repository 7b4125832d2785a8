#include "core/query/markdown.h"

#include <QLocale>

#include <algorithm>

namespace rb::query {
namespace {

constexpr std::size_t kMostRows = 12;

QString number(double value, bool percent) {
    return percent ? QString::number(value * 100, 'g', 3) + QStringLiteral(" %") : QString::number(value, 'g', 3);
}

QString line(const QStringList& cells) {
    return QStringLiteral("| ") + cells.join(QLatin1String(" | ")) + QStringLiteral(" |\n");
}

struct Bin {
    double from = 0, to = 0; ///< to: where the next one begins
    bool open = false;
    qint64 count = 0;
};

std::vector<Bin> filledBins(const Histogram& histogram) {
    std::vector<Bin> bins;
    const auto& bounds = histogram.bounds();
    for (std::size_t i = 0; i < bounds.size(); ++i) {
        const bool last = i + 1 == bounds.size();
        bins.push_back({bounds[i], last ? bounds[i] : bounds[i + 1], last, histogram.counts()[i]});
    }
    while (!bins.empty() && bins.back().count == 0) bins.pop_back();
    const auto first = std::find_if(bins.begin(), bins.end(), [](const Bin& bin) { return bin.count > 0; });
    return {first, bins.end()};
}

std::vector<Bin> joined(const std::vector<Bin>& bins) {
    const std::size_t together = (bins.size() + kMostRows - 1) / kMostRows;
    std::vector<Bin> few;
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (i % together == 0) few.push_back({bins[i].from, bins[i].to, false, 0});
        few.back().to = bins[i].to;
        few.back().open = bins[i].open;
        few.back().count += bins[i].count;
    }
    return few;
}

} // namespace

QString plainInMarkdown(const QString& text) {
    QString out;
    for (const QChar c : text.simplified()) {
        if (QStringView(u"\\`*_{}[]<>#|~&!").contains(c)) out += u'\\';
        out += c.isPrint() ? c : QChar(0xFFFD);
    }
    return out;
}

QString markdownTable(const QStringList& header, const std::vector<QStringList>& rows) {
    QString table = line(header) + QStringLiteral("| :-- |") + QStringLiteral(" --: |").repeated(header.size() - 1) + u'\n';
    for (QStringList cells : rows) {
        for (QString& cell : cells) cell = plainInMarkdown(cell);
        table += line(cells);
    }
    return table + u'\n';
}

QString countTable(const QString& name, const std::vector<ValueCount>& counts, qint64 whole) {
    std::vector<QStringList> rows;
    for (const ValueCount& one : counts)
        rows.push_back(
            {one.value.isEmpty() ? QStringLiteral("(none)") : one.value, QString::number(one.count), share(one.count, whole)});
    return rows.empty() ? QString() : markdownTable({name, QStringLiteral("count"), QStringLiteral("share")}, rows);
}

QString histogramTable(const QString& name, const Histogram& histogram, bool percent) {
    std::vector<QStringList> rows;
    for (const Bin& bin : joined(filledBins(histogram))) {
        // Whole numbers have bins of one: "3" says it better than "from 3 to below 4".
        const bool single = !percent && !bin.open && bin.to - bin.from == 1;
        QString range = number(bin.from, percent);
        if (bin.open) range += QStringLiteral(" and more");
        else if (!single) range += QStringLiteral(" to below ") + number(bin.to, percent);
        rows.push_back({range, QString::number(bin.count), share(bin.count, histogram.total())});
    }
    return rows.empty() ? QString() : markdownTable({name, QStringLiteral("count"), QStringLiteral("share")}, rows);
}

QString share(qint64 part, qint64 whole) {
    if (whole <= 0) return QStringLiteral("–");
    return QString::number(100.0 * static_cast<double>(part) / static_cast<double>(whole), 'f', 1) + QStringLiteral(" %");
}

} // namespace rb::query
