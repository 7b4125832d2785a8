#pragma once

#include "ui/curation/bar.h"

#include <QWidget>

class QPainter;

namespace rb::ui {

struct Theme;

/// Paints a plot in the colours of its palette. The bar under the pointer, or the one that arrows moved to, tells its
/// value in the title line; a click, Enter or Space on it asks for what it counts.
class BarPlot : public QWidget {
    Q_OBJECT

public:
    /// The widget that fits the plot's kind.
    static BarPlot* make(const Plot& plot, QWidget* parent = nullptr);

    void setPlot(const Plot& plot);
    const Plot& plot() const { return m_plot; }
    int count() const { return static_cast<int>(m_plot.bars.size()); }
    /// "dog: 12 (40.0 %)".
    QString valueText(int bar) const;
    /// Where the bar answers to the pointer.
    virtual QRect barArea(int bar) const = 0;

    QSize sizeHint() const override { return {240, headHeight() + bodyHeight()}; }
    QSize minimumSizeHint() const override { return {120, headHeight() + bodyHeight()}; }

Q_SIGNALS:
    void queryRequested(const QString& query);
    /// The keyboard went to another bar, which should be in view.
    void barReached(const QRect& area);

protected:
    explicit BarPlot(const Plot& plot, QWidget* parent);

    virtual int bodyHeight() const = 0;
    virtual void paintBars(QPainter& painter, const Theme& theme) = 0;
    int headHeight() const;
    int lookedAt() const; ///< the bar whose value is told, or -1
    qint64 most() const;  ///< the highest count
    QString countText(int bar) const;

    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    int barAt(QPoint position) const;
    void hover(int bar);
    void reach(int bar);
    void choose(int bar);
    void paintHead(QPainter& painter, const Theme& theme);

    Plot m_plot;
    int m_hovered = -1;
    int m_reached = 0; ///< by the keyboard
};

} // namespace rb::ui
