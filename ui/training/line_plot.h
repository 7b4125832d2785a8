#pragma once

#include "core/base/result.h"
#include "ui/training/plot_frame.h"
#include "ui/training/plot_series.h"

#include <QWidget>

#include <optional>

class QMenu;
class QRubberBand;

namespace rb::ui {

struct Theme;

/// Lines over steps. The wheel zooms at the pointer, a drag zooms to what it spans, a middle drag or Shift and arrows move, a
/// double click or 0 shows all again. The pointer, or arrows from the keyboard, reads the values of a step. Draws 100,000 points a
/// line in a few milliseconds: see plot_decimation.h.
class LinePlot : public QWidget {
    Q_OBJECT

public:
    explicit LinePlot(const QString& title, QWidget* parent = nullptr);

    void setSeries(std::vector<PlotSeries> series);
    const std::vector<PlotSeries>& series() const { return m_series; }
    const QString& title() const { return m_title; }
    /// Said in the middle while there is no value.
    void setEmptyText(const QString& text);
    /// y; values that are not above 0 are left out then.
    void setLogarithmic(bool logarithmic);
    bool isLogarithmic() const { return m_logarithmic; }
    void zoomTo(const PlotRange& x);
    void showAll();
    bool isZoomed() const { return m_zoom.has_value(); }

    /// What is seen now, and where.
    PlotFrame frame() const;
    /// "Step 120: loss 1.92, smoothed 2.04"; empty: there is no value.
    QString valueText(double x) const;
    /// The step whose values are read; nothing: none.
    std::optional<double> readAt() const { return m_readAt; }

    QImage picture(double scale) const;
    Status savePicture(const QString& file) const;
    Status saveValues(const QString& file) const;

    QSize sizeHint() const override { return {420, 220}; }
    QSize minimumSizeHint() const override { return {160, 110}; }

Q_SIGNALS:
    /// Somebody wants the plot as a file.
    void pictureRequested();
    void valuesRequested();

protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    PlotRange wholeX() const;
    PlotRange visibleY(const PlotRange& x) const;
    QRectF area() const;
    QString legendText(const PlotSeries& series) const;
    void read(std::optional<double> x);
    void readNext(int direction);
    void zoomBy(double factor, double at);
    void moveBy(double share);

    void paintGrid(QPainter& painter, const PlotFrame& frame, const Theme& theme) const;
    void paintSeries(QPainter& painter, const PlotFrame& frame, const PlotSeries& series, const Theme& theme) const;
    void paintHead(QPainter& painter, const Theme& theme) const;
    void paintReading(QPainter& painter, const PlotFrame& frame, const Theme& theme) const;

    QString m_title, m_emptyText;
    std::vector<PlotSeries> m_series;
    std::optional<PlotRange> m_zoom; ///< of x
    std::optional<double> m_readAt;
    bool m_logarithmic = false;
    QPoint m_pressed;
    QPointF m_moved;
    QRubberBand* m_rubber;
};

/// The value of a series nearest to x, or nothing when it has none.
std::optional<QPointF> nearestPoint(const PlotSeries& series, double x);

} // namespace rb::ui
