#include "ui/training/plot_csv.h"

#include <QStringList>

#include <cmath>
#include <limits>
#include <map>

namespace rb::ui {
namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

QString cell(const QString& text) {
    if (!text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('\n'))) return text;
    return QLatin1Char('"') + QString(text).replace(QLatin1Char('"'), QStringLiteral("\"\"")) + QLatin1Char('"');
}

QString cell(double value) { return std::isfinite(value) ? QString::number(value, 'g', 17) : QString(); }

} // namespace

QString toCsv(const QString& nameOfX, const std::vector<PlotSeries>& series) {
    QStringList head{cell(nameOfX)};
    std::map<double, std::vector<double>> lines;
    std::size_t columns = 0;
    const auto put = [&](double x, std::size_t column, double value) {
        std::vector<double>& line = lines[x];
        line.resize(std::max(line.size(), column + 1), kNothing);
        line[column] = value;
    };
    for (const PlotSeries& one : series) {
        head << cell(one.name);
        for (const QPointF& point : one.points) put(point.x(), columns, point.y());
        ++columns;
        if (one.band.empty()) continue;
        head << cell(one.name + QStringLiteral(" low")) << cell(one.name + QStringLiteral(" high"));
        for (const PlotSeries::Band& part : one.band) {
            put(part.x, columns, part.low);
            put(part.x, columns + 1, part.high);
        }
        columns += 2;
    }
    QString text = head.join(QLatin1Char(',')) + QStringLiteral("\r\n");
    for (auto& [x, line] : lines) {
        line.resize(columns, kNothing);
        text += cell(x);
        for (const double value : line) text += QLatin1Char(',') + cell(value);
        text += QStringLiteral("\r\n");
    }
    return text;
}

} // namespace rb::ui
