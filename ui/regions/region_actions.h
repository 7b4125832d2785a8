#pragma once

#include "core/project/region_edits.h"
#include "ui/workspace/workspace.h"

#include <QObject>

class QWidget;

namespace rb::ui {

class ImageView;
class MainActions;
class UserDialogs;

/// What can be done to the selected regions besides drawing: copy, paste, duplicate, hide, lock, order,
/// label, numbers. Each is one named edit.
class RegionActions : public QObject {
    Q_OBJECT

public:
    RegionActions(MainActions& actions, ImageView& view, Workspace& workspace, UserDialogs& dialogs, QWidget& window);

private:
    QSet<project::Id> selected() const;
    void copy();
    void paste(project::Id media, geometry::Point2 offset, const QString& editName);
    void pasteHere();
    void pasteOnNext();
    void duplicate();
    void toggle(bool project::Region::*mark, Status (*set)(project::Project&, const QSet<project::Id>&, bool));
    void editNumbers();
    void arrange(project::Place place);

    ImageView& m_view;
    Workspace& m_workspace;
    UserDialogs& m_dialogs;
    QWidget& m_window;
    project::Id m_copiedFrom = 0; ///< pasting on the same picture moves the copies a little
};

} // namespace rb::ui
