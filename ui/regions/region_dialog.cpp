#include "ui/regions/region_dialog.h"

#include <QCompleter>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLineEdit>

#include <numbers>

namespace rb::ui {

using Kind = geometry::Shape2::Kind;

QDoubleSpinBox* RegionDialog::number(const QString& name, double value, double least) {
    auto* box = new QDoubleSpinBox;
    box->setRange(least, 1e9);
    box->setDecimals(2);
    box->setValue(value);
    box->setAccessibleName(name);
    box->setKeyboardTracking(false);
    return box;
}

RegionDialog::RegionDialog(const project::Region& region, int count, const QStringList& labels, QWidget* parent)
    : QDialog(parent), m_shape(region.shape), m_label(new QLineEdit(region.label)) {
    setWindowTitle(count == 1 ? tr("Region") : tr("%1 regions").arg(count));
    auto* completer = new QCompleter(labels, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_label->setCompleter(completer);
    auto* form = new QFormLayout(this);
    form->addRow(tr("&Label"), m_label);
    if (count == 1 && region.cloud) addCloudNumbers(*form, region.cloud->box);
    else if (count == 1) {
        const geometry::Box2 box = m_shape.kind == Kind::Polygon ? geometry::boundsOf(m_shape) : m_shape.box;
        form->addRow(tr("&X"), m_x = number(tr("Left edge in pixels"), box.x, -1e6));
        form->addRow(tr("&Y"), m_y = number(tr("Upper edge in pixels"), box.y, -1e6));
        form->addRow(tr("&Width"), m_width = number(tr("Width in pixels"), box.width, 0.01));
        form->addRow(tr("&Height"), m_height = number(tr("Height in pixels"), box.height, 0.01));
        if (m_shape.kind != Kind::Polygon) form->addRow(tr("&Angle"), m_angle = number(tr("Angle in degrees, clockwise"), m_shape.angle, -360));
    }
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void RegionDialog::addCloudNumbers(QFormLayout& form, const geometry::Box3& box) {
    const std::pair<QString, double> centres[] = {{tr("Centre &x"), box.center[0]}, {tr("Centre &y"), box.center[1]}, {tr("Centre &z"), box.center[2]}};
    const std::pair<QString, double> sizes[] = {{tr("&Length along x"), box.size[0]}, {tr("&Width along y"), box.size[1]}, {tr("&Height"), box.size[2]}};
    const auto add = [&](const QString& name, double value, double least) {
        m_cloud.append(number(QString(name).remove(u'&'), value, least));
        m_cloud.last()->setDecimals(3);
        form.addRow(name, m_cloud.last());
    };
    for (const auto& [name, value] : centres) add(name, value, -1e9);
    for (const auto& [name, value] : sizes) add(name, value, 0.001);
    add(tr("&Turned by (degrees)"), box.yaw * 180 / std::numbers::pi, -360);
}

geometry::Box3 RegionDialog::cloudBox() const {
    geometry::Box3 box;
    for (std::size_t axis = 0; axis < 3; ++axis) {
        box.center[axis] = m_cloud[static_cast<qsizetype>(axis)]->value();
        box.size[axis] = m_cloud[static_cast<qsizetype>(axis + 3)]->value();
    }
    box.yaw = m_cloud[6]->value() * std::numbers::pi / 180;
    return box;
}

QString RegionDialog::label() const { return m_label->text().trimmed(); }

geometry::Shape2 RegionDialog::shape() const {
    if (!m_x) return m_shape;
    const geometry::Box2 box{m_x->value(), m_y->value(), m_width->value(), m_height->value()};
    if (m_shape.kind != Kind::Polygon) return m_angle->value() == 0 ? geometry::boxShape(box) : geometry::rotatedBox(box, m_angle->value());
    const geometry::Box2 before = geometry::boundsOf(m_shape);
    std::vector<geometry::Point2> points = m_shape.points;
    for (geometry::Point2& point : points) {
        point.x = before.width > 0 ? box.x + (point.x - before.x) * box.width / before.width : box.x;
        point.y = before.height > 0 ? box.y + (point.y - before.y) * box.height / before.height : box.y;
    }
    return geometry::polygon(std::move(points));
}

} // namespace rb::ui
