#pragma once

#include "core/geometry/shape2.h"
#include "ui/image_view/canvas.h"
#include "ui/image_view/canvas_region.h"
#include "ui/image_view/caption_texts.h"
#include "ui/image_view/mini_map.h"
#include "ui/image_view/picture_layer.h"
#include "ui/image_view/plate_images.h"
#include "ui/image_view/region_colors.h"
#include "ui/image_view/region_index.h"
#include "ui/image_view/view_transform.h"
#include "ui/theme/theme.h"
#include "ui/tools/canvas_tool.h"

#include <QElapsedTimer>
#include <QList>
#include <QPointF>
#include <QSet>
#include <QUrl>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>
#include <vector>

namespace rb::ui {

/// The canvas: one picture with its regions. It shows and asks: no gesture changes a region, each
/// ends in a `…Requested` signal, and the new state comes back through setRegions(). Zoom 1.0 is one
/// picture pixel on one screen pixel, whatever the scale factor of the screen. GUI thread only.
class ImageView : public QWidget, private Canvas {
    Q_OBJECT

public:
    enum class Tool { Select, Box, RotatedBox, Polygon, Pan };
    Q_ENUM(Tool)
    using CaptionDisplay = rb::ui::CaptionDisplay;
    using Coloring = rb::ui::Coloring;
    enum class WheelAction { Zoom, Scroll }; ///< with Scroll, Ctrl+wheel zooms
    Q_ENUM(WheelAction)

    explicit ImageView(QWidget* parent = nullptr);
    ~ImageView() override;

    /// Shows another picture, fitted to the window; regions and selection stay until setRegions().
    void setImage(const QImage& image);
    void clearImage();
    /// The same with a picture that need not be in memory.
    void setPicture(std::shared_ptr<PictureSource> picture);
    bool hasImage() const;
    QSize imageSize() const;

    /// The words in the middle of the canvas while there is no picture.
    void setMessage(const QString& title, const QString& detail);

    /// Replaces all regions; ids that are gone leave the selection.
    void setRegions(std::vector<CanvasRegion> regions);
    const std::vector<CanvasRegion>& regions() const;
    /// A caption as it arrives; `running` shows the caret. Unknown ids are ignored.
    void setRegionCaption(qint64 id, const QString& caption, bool running);

    void setSelection(const QSet<qint64>& ids) override; ///< unknown ids are left out
    const QSet<qint64>& selection() const override;
    void selectAll();
    void selectNext(); ///< in the order of setRegions(), round and round
    void selectPrevious();
    void ensureVisible(qint64 id); ///< scrolls as little as it takes
    void removeSelected();         ///< asks; locked regions are left out
    void cancelGesture();          ///< gives up a drag, a shape begun with clicks or keys, a nudge

    double zoom() const;
    void setZoom(double zoom); ///< round the middle of the view
    void zoomAt(QPointF widgetPos, double factor);
    void zoomIn();
    void zoomOut();
    void fitToWindow(); ///< stays fitted when the window changes, until the next zoom
    void fitWidth();
    void pan(QPointF widgetDelta); ///< moves the picture under the window
    void actualSize();

    void setTool(Tool tool);
    Tool tool() const;
    void setStayInDrawMode(bool stay); ///< keep the drawing tool after each region
    bool stayInDrawMode() const;
    void setSnapping(bool snapping); ///< edges attract what is near them, but while Ctrl is held
    bool isSnapping() const override;
    void setReadOnly(bool readOnly); ///< look and select only
    bool isReadOnly() const override;
    void setCaptionDisplay(CaptionDisplay display);
    CaptionDisplay captionDisplay() const;
    void setWheelAction(WheelAction action);
    void setColoring(Coloring coloring);
    Coloring coloring() const;
    void setShowHidden(bool show); ///< hidden regions are drawn as ghosts; they cannot be picked
    bool showsHidden() const;
    void setMiniMapShown(bool shown); ///< while the picture is larger than the view
    bool isMiniMapShown() const;
    void setAdjustment(const PictureAdjustment& adjustment); ///< of what is shown, never of the file
    const PictureAdjustment& adjustment() const;

    QPointF toPicture(QPointF widgetPos) const;
    QPointF toWidget(QPointF picturePos) const;

    QSize sizeHint() const override;

Q_SIGNALS:
    void shapeDrawn(rb::geometry::Shape2 shape); ///< boxes: whole pixels, inside the picture
    /// Moved, resized, turned, nudged or reshaped; regions that moved together are one request.
    void shapesChangeRequested(QHash<qint64, rb::geometry::Shape2> shapes);
    /// What is being drawn (id 0) or changed, at most once an event; one of the two requests or
    /// shapeChangeCancelled() ends it.
    void shapeChanging(qint64 id, rb::geometry::Shape2 shape);
    void shapeChangeCancelled();
    void removeRequested(QSet<qint64> ids);
    void captionEditRequested(qint64 id);
    void selectionChanged();
    void zoomChanged(double zoom);
    void pointerMoved(QPointF picturePos, bool inside);
    void toolChanged(rb::ui::ImageView::Tool tool);
    void filesDropped(QList<QUrl> urls);

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    enum class Fit { None, Window, Width };

    // Canvas, for the tools
    QSizeF pictureSize() const override;
    QRectF viewRect() const override;
    const ViewTransform& transform() const override;
    const RegionIndex& index() const override;
    void scrollBy(QPointF widgetDelta) override;
    void requestShape(const geometry::Shape2& shape) override;
    void requestChanges(const ShapeChanges& changes) override;
    void requestCaptionEdit(qint64 id) override;
    void repaintCanvas() override;

    CanvasTool& chosenTool() const;
    CanvasTool& activeTool() const; ///< the pan tool while Space or the middle button is held
    void setPanHeld(bool held);
    void followGesture(); ///< tells of a shape that changes under the pointer or the keys
    void setScale(QPointF anchor, double scale);
    void setTransform(const ViewTransform& transform, Fit fit);
    void refit();
    MiniMap miniMap() const;
    bool pressMiniMap(const QMouseEvent& event);
    void hoverAt(QPointF widgetPos);
    void updateCursor();
    void selectStep(int step);
    void requestRemoval(bool lockedToo);
    void announce(); ///< the accessible description
    QString selectionInWords() const;

    bool claimsShortcut(const QKeyEvent& event) const;
    bool tabKey(const QKeyEvent& event);
    bool heldKey(const QKeyEvent& event);
    bool toolKey(const QKeyEvent& event);
    void holdPanTool();
    bool zoomKey(const QKeyEvent& event);
    bool regionKey(const QKeyEvent& event);
    bool scrollKey(const QKeyEvent& event);
    void escape();
    bool pinch(const QEvent& event);
    void selectForMenu(QPointF widgetPos);

    PictureLayer m_picture;
    QImage m_scratch; ///< of the painter
    CaptionTexts m_texts;
    PlateImages m_plates;
    ViewTransform m_transform;
    Fit m_fit = Fit::Window;
    std::vector<CanvasRegion> m_regions;
    RegionIndex m_index; ///< of m_regions
    RegionColors m_colors;
    QSet<qint64> m_selection;
    std::optional<qint64> m_hovered;
    QString m_title;
    QString m_detail;
    Theme m_theme;

    std::array<std::unique_ptr<CanvasTool>, 5> m_tools; ///< in the order of Tool
    Tool m_tool = Tool::Select;
    Tool m_lastDrawTool = Tool::Box;
    Tool m_toolBeforeHold = Tool::Select;
    std::optional<LiveShape> m_live; ///< last told of
    bool m_panHeld = false;
    bool m_mapHeld = false;
    bool m_stayInDrawMode = false;
    bool m_snapping = false;
    bool m_readOnly = false;
    bool m_filesOver = false;
    bool m_showHidden = false;
    bool m_miniMapShown = true;
    std::optional<QPointF> m_pointer; ///< while it is over the widget
    QElapsedTimer m_holdTime;
    CaptionDisplay m_captionDisplay = CaptionDisplay::Always;
    WheelAction m_wheelAction = WheelAction::Zoom;
};

} // namespace rb::ui
