#include "core/project/links.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cmath>

namespace rb::project {
namespace {

const QString kCamera = QStringLiteral("camera"), kCloud = QStringLiteral("cloud"), kLens = QStringLiteral("fx_fy_cx_cy"), kPlace = QStringLiteral("to_camera"),
              kPartner = QStringLiteral("same_as");

QJsonObject objectOf(const QString& extra) { return QJsonDocument::fromJson(extra.toUtf8()).object(); }

QString textOf(const QJsonObject& object) { return object.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)); }

/// Empty unless there are just so many finite numbers.
std::vector<double> numbersOf(const QJsonValue& value, qsizetype count) {
    std::vector<double> numbers;
    for (const QJsonValue& each : value.toArray())
        if (each.isDouble() && std::isfinite(each.toDouble())) numbers.push_back(each.toDouble());
    return value.toArray().size() == count && numbers.size() == static_cast<std::size_t>(count) ? numbers : std::vector<double>();
}

// JSON keeps whole numbers to 2^53 only; ids are longer.
Id idOf(const QJsonValue& value) { return value.toString().toLongLong(); }

} // namespace

std::optional<CameraLink> cameraLink(const Media& picture) {
    if (picture.kind != MediaKind::Image || picture.extra.isEmpty()) return std::nullopt;
    const QJsonObject object = objectOf(picture.extra)[kCamera].toObject();
    const auto lens = numbersOf(object[kLens], 4), place = numbersOf(object[kPlace], 12);
    CameraLink link;
    link.cloud = idOf(object[kCloud]);
    if (!link.cloud || lens.empty() || place.empty() || lens[0] <= 0 || lens[1] <= 0) return std::nullopt;
    link.camera.fx = lens[0];
    link.camera.fy = lens[1];
    link.camera.cx = lens[2];
    link.camera.cy = lens[3];
    std::copy(place.begin(), place.end(), link.camera.toCamera.begin());
    return link;
}

void setCameraLink(Media& picture, const CameraLink& link) {
    QJsonArray place;
    for (const double number : link.camera.toCamera) place.append(number);
    QJsonObject object = objectOf(picture.extra);
    object[kCamera] = QJsonObject{{kCloud, QString::number(link.cloud)}, {kLens, QJsonArray{link.camera.fx, link.camera.fy, link.camera.cx, link.camera.cy}}, {kPlace, place}};
    picture.extra = textOf(object);
}

Id partnerOf(const Region& region) { return region.extra.isEmpty() ? 0 : idOf(objectOf(region.extra)[kPartner]); }

void setPartner(Region& region, Id partner) {
    QJsonObject object = objectOf(region.extra);
    object[kPartner] = QString::number(partner);
    region.extra = textOf(object);
}

} // namespace rb::project
