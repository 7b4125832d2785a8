#include "ui/image_view/image_view_accessible.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QWidget>

namespace rb::ui {

namespace {

QAccessibleInterface* canvasInterface(const QString& className, QObject* object) {
    if (className != QStringLiteral("rb::ui::ImageView") || !object->isWidgetType()) return nullptr;
    return new QAccessibleWidget(static_cast<QWidget*>(object), QAccessible::Canvas); // Qt owns it
}

} // namespace

void installImageViewAccessibility() {
    QAccessible::installFactory(canvasInterface); // refuses the same function a second time
}

} // namespace rb::ui
