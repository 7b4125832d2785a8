#pragma once

#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"

#include <QHash>
#include <QObject>

namespace rb::ui {

class ImageView;

/// Keeps the canvas showing the current picture of the workspace, and turns what it asks for into
/// project edits.
class CanvasBinding : public QObject {
    Q_OBJECT

public:
    CanvasBinding(ImageView& view, Workspace& workspace, CaptionFlow& flow, QObject* parent = nullptr);

private:
    void showPicture();
    void showRegions();
    void selectCurrent();
    void drawRegion(const geometry::Box2& box);
    void changeRegion(project::Id id, const geometry::Box2& box);
    void removeRegions(const QSet<qint64>& ids);

    ImageView& m_view;
    Workspace& m_workspace;
    CaptionFlow& m_flow;
    QHash<project::Id, QString> m_growing; ///< words so far of regions being captioned
};

} // namespace rb::ui
