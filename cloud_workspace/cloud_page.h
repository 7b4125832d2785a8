#pragma once

#include "cloud_workspace/cloud_document.h"
#include "viewer3d/color/point_colors.h"

#include <QWidget>

#include <cstdint>
#include <optional>
#include <vector>

class QAction;
class QComboBox;
class QLabel;
class QProgressBar;
class QSpinBox;
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

    /// What the bar above the view changes, for whoever remembers it.
    struct Look {
        QAction *depthCue = nullptr, *grid = nullptr, *labels = nullptr;
        QSpinBox* pointSize = nullptr;
    };
    const Look& look() const { return m_look; }

    /// Whether points have the colours of regions now.
    bool showsRegionColors() const;
    /// A colour a point, in the cloud's order; 0: of no region.
    void setRegionColors(std::vector<std::uint32_t> colors);

    void showCloud(const CloudDocument& document);
    void showLoading(double part);
    /// Instead of a cloud.
    void showMessage(const QString& text);

Q_SIGNALS:
    /// The points are to have the colours of regions: setRegionColors() is waited for.
    void regionColorsWanted();

protected:
    void changeEvent(QEvent* event) override;

private:
    QLayout* makeBar();
    QToolButton* toggle(QAction*& action, const QString& text, const QString& tip, void (viewer3d::CloudView::*set)(bool));
    viewer3d::ColorBy chosenColors() const;
    void offerColors(const clouds::Cloud& cloud);
    void chooseColors();
    void applyColors();
    void applyLook();

    viewer3d::CloudView* m_view;
    viewer3d::SideViews* m_sides;
    QStackedLayout* m_stack;
    QLabel* m_message;
    QProgressBar* m_progress;
    QComboBox* m_colors;
    QLabel* m_counts;
    Look m_look;
    std::optional<viewer3d::ColorBy> m_wanted; ///< chosen by the user: for other clouds, too
    std::vector<std::uint32_t> m_regionColors;
};

} // namespace rb::cloud_workspace
