#pragma once

#include "core/project/records.h"

#include <QDialog>

class QDoubleSpinBox;
class QFormLayout;
class QLineEdit;

namespace rb::ui {

/// Place, size, angle and label of a region of a picture or a cloud by numbers; of several regions the label alone.
class RegionDialog : public QDialog {
    Q_OBJECT

public:
    RegionDialog(const project::Region& region, int count, const QStringList& labels, QWidget* parent = nullptr);

    geometry::Shape2 shape() const;
    /// Of a cloud's region.
    geometry::Box3 cloudBox() const;
    QString label() const;

private:
    QDoubleSpinBox* number(const QString& name, double value, double least);

    void addCloudNumbers(QFormLayout& form, const geometry::Box3& box);

    geometry::Shape2 m_shape;
    QList<QDoubleSpinBox*> m_cloud; ///< centre, size, yaw in degrees
    QLineEdit* m_label;
    QDoubleSpinBox *m_x = nullptr, *m_y = nullptr, *m_width = nullptr, *m_height = nullptr, *m_angle = nullptr;
};

} // namespace rb::ui
