#pragma once

#include "ui/workspace/caption_flow.h"

#include <QObject>

class QWidget;

namespace rb::ui {

class CaptionEditor;
class ImageView;
class MainActions;
class UserDialogs;

/// Has the model write: the selected regions, the picture as a whole, with the usual options or with others; and shows
/// what is known of a caption.
class CaptionControl : public QObject {
    Q_OBJECT

public:
    struct Parts {
        const MainActions& actions;
        ImageView& view;
        CaptionEditor& editor;
        Workspace& workspace;
        CaptionFlow& flow;
        UserDialogs& dialogs;
        QWidget& window;
    };
    /// All of `parts` outlive this.
    CaptionControl(const Parts& parts, QObject* parent);

private:
    /// The selected regions of the picture, else the current place.
    QList<project::Id> places() const;
    void write(const std::optional<vlm::GenerationOptions>& options);
    void writeWithOptions();
    void writePicture();
    void showDetails();

    Parts m_parts;
};

} // namespace rb::ui
