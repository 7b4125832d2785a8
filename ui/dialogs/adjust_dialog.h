#pragma once

#include "ui/image_view/picture_adjustment.h"

#include <QDialog>

class QSlider;

namespace rb::ui {

/// Brightness, contrast and gamma of the shown picture; every move is told at once.
class AdjustDialog : public QDialog {
    Q_OBJECT

public:
    explicit AdjustDialog(const PictureAdjustment& present, QWidget* parent = nullptr);
    PictureAdjustment adjustment() const;

Q_SIGNALS:
    void changed(const rb::ui::PictureAdjustment& adjustment);

private:
    QSlider* slider(const QString& name, double share);

    QSlider *m_brightness, *m_contrast, *m_gamma;
};

} // namespace rb::ui
