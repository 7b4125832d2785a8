#pragma once

#include "cloud_workspace/cloud_document.h"
#include "viewer3d/color/point_colors.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QProgressBar;
class QStackedLayout;
class QToolButton;

namespace rb::viewer3d {
class CloudView;
class SideViews;
}

namespace rb::cloud_workspace {

/// The middle of the window while a cloud is looked at: how it is coloured and drawn, and the view itself, or what keeps
/// it from being shown.
class CloudPage : public QWidget {
    Q_OBJECT

public:
    explicit CloudPage(QWidget* parent = nullptr);

    viewer3d::CloudView& view() { return *m_view; }
    /// Three sides of the selected box; the window places it.
    viewer3d::SideViews& sides() { return *m_sides; }

    void showCloud(const CloudDocument& document);
    void showLoading(double part);
    /// Instead of a cloud.
    void showMessage(const QString& text);

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* makeBar();
    QToolButton* toggle(const QString& text, const QString& tip, bool on, void (viewer3d::CloudView::*set)(bool));
    void offerColors(const clouds::Cloud& cloud);
    void applyColors();
    void applyLook();

    viewer3d::CloudView* m_view;
    viewer3d::SideViews* m_sides;
    QStackedLayout* m_stack;
    QLabel* m_message;
    QProgressBar* m_progress;
    QComboBox* m_colors;
    QLabel* m_counts;
};

} // namespace rb::cloud_workspace
