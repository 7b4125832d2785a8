#pragma once

#include "core/project/caption_history.h"
#include "ui/workspace/workspace.h"

#include <QDialog>

class QFormLayout;
class QLabel;
class QTreeWidget;

namespace rb::ui {

/// Everything that is known of the shown caption of a place: who wrote it, with which model, adapter, prompt and
/// options, what it was edited from, how sure the model was of each token, and what stood here before.
class CaptionDetails : public QDialog {
    Q_OBJECT

public:
    /// Region 0: of the picture as a whole.
    CaptionDetails(Workspace& workspace, project::Id media, project::Id region, QWidget* parent = nullptr);

private:
    void showCaption(const project::Caption& caption);
    void addLine(const QString& name, const QString& value);
    void showTokens(const project::Caption& caption);
    void showHistory(const std::vector<project::CaptionVersion>& history);

    QFormLayout* m_lines;
    QLabel* m_text;
    QTreeWidget* m_history;
    QLabel* m_says;
};

} // namespace rb::ui
