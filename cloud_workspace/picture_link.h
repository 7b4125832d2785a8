#pragma once

#include "cloud_workspace/cloud_document.h"
#include "core/project/links.h"
#include "core/spatial/screen_view.h"

#include <QObject>
#include <QSize>

namespace rb::ui {
class CaptionFlow;
class MainActions;
class Workspace;
}

namespace rb::cloud_workspace {

class CloudBinding;

/// What a picture of that size shows of a cloud, as a viewport of its pixels.
spatial::ScreenView viewOf(const geometry::Camera& camera, QSize picture, const CloudDocument& document);

/// The points that a region of a picture shows: those in its outline that nothing hides, with the box around them.
Result<project::CloudShape> shapeSeenIn(const geometry::Shape2& outline, const geometry::Camera& camera, QSize picture, const CloudDocument& document);

/// Goes between a region of a picture and the region of the cloud that shows the same thing. Where there is none yet, the points that the
/// picture's region shows become one, both know each other, in one edit, and the new one is captioned.
class PictureLink : public QObject {
    Q_OBJECT

public:
    /// All outlive this.
    PictureLink(ui::MainActions& actions, CloudBinding& binding, ui::Workspace& workspace, ui::CaptionFlow& flow, QObject* parent);

Q_SIGNALS:
    void said(const QString& sentence);

private:
    void suitAction();
    void go();
    /// Once the cloud is there.
    void makePartner();

    ui::MainActions& m_actions;
    CloudBinding& m_binding;
    ui::Workspace& m_workspace;
    ui::CaptionFlow& m_flow;
    project::Id m_waiting = 0; ///< the picture's region whose cloud is being read
};

} // namespace rb::cloud_workspace
