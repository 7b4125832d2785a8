#include "ui/image_view/measure_canvas.h"

#include "ui/image_view/image_view.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QImage>
#include <QMouseEvent>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <functional>
#include <numbers>

namespace rb::ui {

namespace {

QImage noise(QSize size) {
    QImage image(size, QImage::Format_RGB32);
    unsigned state = 1;
    for (int y = 0; y < size.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < size.width(); ++x) {
            state = state * 1664525u + 1013904223u;
            line[x] = qRgb(x & 255, y & 255, int(state >> 24));
        }
    }
    return image;
}

geometry::Shape2 shapeOf(int number, const CanvasLoad& load) {
    const double x = (number * 397) % std::max(1, load.picture.width() - 120);
    const double y = (number * 619) % std::max(1, load.picture.height() - 120);
    const double width = 24 + number % 90, height = 24 + number % 70;
    if (load.polygonPart == 0 || number % load.polygonPart != 0) return geometry::boxShape({x, y, width, height});
    std::vector<geometry::Point2> points;
    for (int i = 0; i < 8; ++i) {
        const double angle = i * std::numbers::pi / 4;
        points.push_back({x + width / 2 * (1 + std::cos(angle)), y + height / 2 * (1 + std::sin(angle))});
    }
    return geometry::polygon(std::move(points));
}

std::vector<CanvasRegion> regionsFor(const CanvasLoad& load) {
    std::vector<CanvasRegion> regions(std::size_t(load.regions));
    for (int i = 0; i < load.regions; ++i) {
        CanvasRegion& region = regions[std::size_t(i)];
        region.id = i + 1;
        region.shape = shapeOf(i, load);
        region.caption = QStringLiteral("a thing of several words, the one of number %1").arg(i);
        region.colorIndex = i;
        region.state = i % 2 ? CanvasRegion::Draft : CanvasRegion::Accepted;
    }
    return regions;
}

/// Draws frame after frame of one movement.
class Frames {
public:
    Frames(ImageView& view, QSize size) : m_view(view), m_image(size, QImage::Format_RGB32) {}

    double mean(int count, const std::function<void(int)>& move) {
        m_view.render(&m_image); // what is only done once
        double sum = 0;
        const std::clock_t before = std::clock();
        for (int i = 0; i < count; ++i) {
            QElapsedTimer timer;
            timer.start();
            move(i);
            m_view.render(&m_image);
            const double took = double(timer.nsecsElapsed()) / 1e6;
            sum += took;
            m_worst = std::max(m_worst, took);
        }
        m_processor += double(std::clock() - before) * 1000 / CLOCKS_PER_SEC;
        m_count += count;
        return count > 0 ? sum / count : 0;
    }
    double processor() const { return m_count > 0 ? m_processor / m_count : 0; }
    double worst() const { return m_worst; }

private:
    ImageView& m_view;
    QImage m_image;
    double m_worst = 0;
    double m_processor = 0;
    int m_count = 0;
};

double hitTestTime(ImageView& view, int count) {
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < count; ++i) {
        const QPointF pos((i * 37) % view.width(), (i * 23) % view.height());
        QMouseEvent move(QEvent::MouseMove, pos, pos, Qt::NoButton, Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &move);
    }
    return count > 0 ? double(timer.nsecsElapsed()) / 1e6 / count : 0;
}

} // namespace

CanvasTimes measureCanvas(const CanvasLoad& load) {
    ImageView view;
    view.resize(load.view);
    view.setImage(noise(load.picture));
    view.setRegions(regionsFor(load));
    view.fitToWindow();
    Frames frames(view, load.view);
    CanvasTimes times;
    const double fitted = view.zoom();
    times.fitted = frames.mean(load.frames, [&](int i) { view.setColoring(i % 2 ? Coloring::ByLabel : Coloring::ByRegion); });
    view.setColoring(Coloring::ByRegion);
    const double step = std::pow(1 / fitted, 1.0 / std::max(1, load.frames));
    const QPointF middle(load.view.width() / 2.0, load.view.height() / 2.0);
    times.zoom = frames.mean(load.frames, [&](int) { view.zoomAt(middle, step); });
    view.setZoom(2 * fitted);
    times.pan = frames.mean(load.frames, [&](int i) { view.pan(i % 40 < 20 ? QPointF(7, 3) : QPointF(-7, -3)); });
    times.hitTest = hitTestTime(view, load.frames);
    times.worst = frames.worst();
    times.processor = frames.processor();
    return times;
}

} // namespace rb::ui
