#pragma once

#include "cloud_workspace/cloud_loader.h"
#include "cloud_workspace/region_points.h"
#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"
#include "viewer3d/cloud_view.h"

#include <QObject>

namespace rb::cloud_workspace {

class CloudPage;

/// Shows the project's current cloud with its regions, and makes the edits that its view asks for. Boxes drawn are
/// captioned at once. Points marked with lasso, polygon or brush belong to the selected region, or make a new one: every
/// step is an edit of the project, in the same history as everything else.
class CloudBinding : public QObject {
    Q_OBJECT

public:
    CloudBinding(CloudPage& page, ui::Workspace& workspace, ui::CaptionFlow& flow, QObject* parent);

    /// The cloud that is shown; none while it is being read.
    const CloudDocument& document() const { return m_document; }
    bool isCloud() const; ///< the current medium is one
    /// The document is that of this medium.
    bool isShown(project::Id media) const;

    /// Marks only what is not hidden behind other points.
    void setSurfaceOnly(bool only) { m_surfaceOnly = only; }
    /// The next point that is picked is where a region grows from.
    void growFromNextPoint() { m_growing = true; }
    void invertPoints();
    /// Writes a caption for the current region's points alone, as for an object.
    void captionPoints();

Q_SIGNALS:
    /// The current cloud was read, with its index.
    void documentShown();
    /// A box was drawn or fitted.
    void regionMade();
    void said(const QString& sentence);

private:
    void connectView();
    void showMedia();
    void take(const CloudDocument& document);
    void showRegions();
    void selectCurrent();
    std::optional<project::Region> currentRegion() const;

    void drawBox(const geometry::Box3& box);
    void changeBox(qint64 id, const geometry::Box3& box);
    /// Fits a box to the thing in a rectangle.
    void fitBox(const QPolygonF& rectangle, const spatial::ScreenView& view);
    void markArea(const QPolygonF& polygon, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers);
    void brush(QPointF centre, double radius, const spatial::ScreenView& view, Qt::KeyboardModifiers modifiers);
    void endBrush();
    void grow(double x, double y, double z);
    /// Gives the marked points to the current region, or makes one of them.
    void mark(spatial::PointSelection marked, const spatial::ScreenView* view, Combine how, const QString& editName);
    project::Id insert(const project::CloudShape& shape, const QString& editName);
    void setShape(project::Id id, const project::CloudShape& shape, const QString& editName);

    CloudPage& m_page;
    viewer3d::CloudView& m_view;
    ui::Workspace& m_workspace;
    ui::CaptionFlow& m_flow;
    CloudLoader m_loader;
    CloudDocument m_document;
    QString m_file; ///< of the document
    std::optional<spatial::PointSelection> m_brushed; ///< by the stroke under way
    spatial::ScreenView m_brushView;
    Combine m_brushHow = Combine::Replace;
    bool m_surfaceOnly = true;
    bool m_growing = false;
};

} // namespace rb::cloud_workspace
