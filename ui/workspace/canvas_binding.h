#pragma once

#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace rb::ui {

class ImageView;
class LiveCaptions;
struct CanvasRegion;

/// Keeps the canvas showing the current picture of the workspace, and turns what it asks for into
/// project edits.
class CanvasBinding : public QObject {
    Q_OBJECT

public:
    CanvasBinding(ImageView& view, Workspace& workspace, CaptionFlow& flow, LiveCaptions& live, QObject* parent = nullptr);

private:
    void showPicture();
    void showRegions();
    void selectCurrent();
    void drawRegion(const geometry::Shape2& shape);
    void changeRegions(const QHash<qint64, geometry::Shape2>& shapes);
    void removeRegions(const QSet<qint64>& ids);
    CanvasRegion canvasRegion(const project::Region& region, const std::optional<project::Caption>& caption);

    ImageView& m_view;
    Workspace& m_workspace;
    CaptionFlow& m_flow;
    LiveCaptions& m_live;
    QHash<project::Id, QString> m_growing; ///< words so far of regions being captioned
};

} // namespace rb::ui
