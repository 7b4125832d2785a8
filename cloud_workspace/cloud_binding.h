#pragma once

#include "cloud_workspace/cloud_loader.h"
#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"
#include "viewer3d/cloud_view.h"

#include <QObject>

namespace rb::cloud_workspace {

class CloudPage;

/// Shows the project's current cloud with its regions, and makes the edits of them that its view asks for: each is one of
/// the project, in the same history as everything else. Boxes drawn are captioned at once. Points are marked by
/// CloudMarking.
class CloudBinding : public QObject {
    Q_OBJECT

public:
    CloudBinding(CloudPage& page, ui::Workspace& workspace, ui::CaptionFlow& flow, QObject* parent);

    /// The cloud that is shown; none while it is being read.
    const CloudDocument& document() const { return m_document; }
    bool isCloud() const; ///< the current medium is one
    /// The document is that of this medium.
    bool isShown(project::Id media) const;

    /// The selected one, when it is of a cloud.
    std::optional<project::Region> currentRegion() const;
    /// A new region, which is selected and captioned; 0 when it failed.
    project::Id insert(const project::CloudShape& shape, const QString& editName);
    /// Another shape for a region; what the model wrote of it is written anew.
    void setShape(project::Id id, const project::CloudShape& shape, const QString& editName);
    /// Highlights the points that are stored with the selected region.
    void showMarked();
    /// Writes a caption for the current region's points alone, as for an object.
    void captionPoints();

Q_SIGNALS:
    /// The current cloud was read, with its index.
    void documentShown();
    /// A box was drawn; it is a region now.
    void boxDrawn();
    void said(const QString& sentence);

private:
    void connectView();
    void showMedia();
    void take(const CloudDocument& document);
    void showRegions();
    void colorRegions();
    void drawBox(const geometry::Box3& box);
    void changeBox(qint64 id, const geometry::Box3& box);

    CloudPage& m_page;
    viewer3d::CloudView& m_view;
    ui::Workspace& m_workspace;
    ui::CaptionFlow& m_flow;
    CloudLoader m_loader;
    CloudDocument m_document;
    QString m_file; ///< of the document
};

} // namespace rb::cloud_workspace
