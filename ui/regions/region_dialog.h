#pragma once

#include "core/project/records.h"

#include <QDialog>

class QDoubleSpinBox;
class QLineEdit;

namespace rb::ui {

/// Place, size, angle and label of a region by numbers; of several regions the label alone.
class RegionDialog : public QDialog {
    Q_OBJECT

public:
    RegionDialog(const project::Region& region, int count, const QStringList& labels, QWidget* parent = nullptr);

    geometry::Shape2 shape() const;
    QString label() const;

private:
    QDoubleSpinBox* number(const QString& name, double value, double least);

    geometry::Shape2 m_shape;
    QLineEdit* m_label;
    QDoubleSpinBox *m_x = nullptr, *m_y = nullptr, *m_width = nullptr, *m_height = nullptr, *m_angle = nullptr;
};

} // namespace rb::ui
