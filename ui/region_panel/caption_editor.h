#pragma once

#include "ui/actions/main_actions.h"
#include "ui/workspace/caption_flow.h"
#include "ui/workspace/workspace.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;

namespace rb::ui {

/// The words of the current region (or of the whole picture when none is chosen), with the
/// alternatives beneath. A burst of typing is one edit, made a moment after the last key.
class CaptionEditor : public QWidget {
    Q_OBJECT

public:
    /// All outlive this. Buttons run some of `actions`.
    CaptionEditor(Workspace& workspace, CaptionFlow& flow, const MainActions& actions, QWidget* parent = nullptr);

    void startEditing();
    /// Makes the edit for what was typed, now. Called before anything else is done.
    void commit();
    bool hasUncommittedText() const { return m_typing.isActive(); }

    /// Alternative 1 … 9 of the list.
    void choose(int number);
    void setState(project::CaptionState state);

Q_SIGNALS:
    void committedChanged();
    /// Esc: the text is as it was, and the user has done with it.
    void editingLeft();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void layOut(const MainActions& actions);
    void connectParts();
    void reload();
    QString titleNow() const;
    void showCaptions(const std::vector<project::Caption>& captions);
    void showGrowing(project::Id media, project::Id region, const QString& text);
    QString originOf(const project::Caption& caption) const;

    Workspace& m_workspace;
    CaptionFlow& m_flow;
    QTimer m_typing;
    project::Id m_media = 0;  ///< what the text on the screen belongs to
    project::Id m_region = 0;
    QString m_shown;
    bool m_growing = false;   ///< the text is a caption on its way
    QLabel* m_title;
    QPlainTextEdit* m_text;
    QLabel* m_alternativesTitle;
    QListWidget* m_alternatives;
    QLabel* m_origin;
};

} // namespace rb::ui
