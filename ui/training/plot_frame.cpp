#include "ui/training/plot_frame.h"

#include <algorithm>
#include <cmath>

namespace rb::ui {

double PlotFrame::pixelX(double value) const { return area.left() + (value - x.low) / x.length() * area.width(); }

double PlotFrame::pixelY(double value) const {
    const double share = logarithmic ? std::log(value / y.low) / std::log(y.high / y.low) : (value - y.low) / y.length();
    return area.bottom() - share * area.height();
}

double PlotFrame::valueX(double pixel) const { return x.low + (pixel - area.left()) / area.width() * x.length(); }

double PlotFrame::valueY(double pixel) const {
    const double share = (area.bottom() - pixel) / area.height();
    return logarithmic ? y.low * std::pow(y.high / y.low, share) : y.low + share * y.length();
}

static std::vector<double> evenTicks(const PlotRange& range, int wanted) {
    const double rough = range.length() / std::max(1, wanted);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    const double part = rough / power;
    const double step = power * (part < 1.5 ? 1 : part < 3.5 ? 2 : part < 7.5 ? 5 : 10);
    std::vector<double> ticks;
    for (double number = std::ceil(range.low / step - 1e-9); number * step <= range.high + step * 1e-9; ++number) ticks.push_back(number == 0 ? 0 : number * step);
    return ticks;
}

std::vector<double> ticksIn(const PlotRange& range, int wanted, bool logarithmic) {
    if (!(range.length() > 0) || !std::isfinite(range.length())) return {range.low};
    if (!logarithmic) return evenTicks(range, wanted);
    const int first = static_cast<int>(std::ceil(std::log10(range.low) - 1e-9)), last = static_cast<int>(std::floor(std::log10(range.high) + 1e-9));
    if (last - first < 1) return evenTicks(range, wanted);
    const int every = std::max(1, (last - first + 1) / std::max(1, wanted));
    std::vector<double> ticks;
    for (int power = first; power <= last; power += every) ticks.push_back(std::pow(10.0, power));
    return ticks;
}

QString tickText(double value) {
    const double size = std::abs(value);
    if (size >= 1e6) return QString::number(value / 1e6, 'g', 4) + QLatin1Char('M');
    if (size >= 1e4) return QString::number(value / 1e3, 'g', 4) + QLatin1Char('k');
    QString text = QString::number(value, 'g', 4);
    text.replace(QStringLiteral("e-0"), QStringLiteral("e-"));
    return text;
}

} // namespace rb::ui
