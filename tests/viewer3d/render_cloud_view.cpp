// Writes pictures of the view in its states, in both themes, for a person to look at.
#include "viewer3d/boxes/box_geometry.h"
#include "viewer3d/cloud_view.h"
#include "viewer3d/side/side_views.h"
#include "viewer3d/vtk_widget.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QMouseEvent>

#include <cmath>
#include <random>

using namespace rb;
using namespace rb::viewer3d;

namespace {

struct Room {
    std::shared_ptr<clouds::Cloud> cloud = std::make_shared<clouds::Cloud>();
    std::mt19937 generator{7};

    float any(float low, float high) { return std::uniform_real_distribution<float>(low, high)(generator); }

    void add(float x, float y, float z, std::array<int, 3> rgb, int label, int instance) {
        cloud->positions.insert(cloud->positions.end(), {x, y, z});
        const int shade = int(any(-14, 14));
        for (const int c : rgb) cloud->colors.push_back(std::uint8_t(std::clamp(c + shade, 0, 255)));
        cloud->classes.push_back(label);
        cloud->instances.push_back(instance);
        cloud->intensity.push_back(any(0, 1) + float(label));
    }

    /// The surface of an upright box.
    void addBox(const geometry::Box3& box, std::array<int, 3> rgb, int label, int instance, int points) {
        for (int i = 0; i < points; ++i) {
            Vec3d own{double(any(-0.5F, 0.5F)), double(any(-0.5F, 0.5F)), double(any(-0.5F, 0.5F))};
            own[std::size_t(i) % 3] = i / 3 % 2 ? 0.5 : -0.5;
            for (std::size_t k = 0; k < 3; ++k) own[k] *= box.size[k];
            const Vec3d p = fromBox(box, own);
            add(float(p[0]), float(p[1]), float(p[2]), rgb, label, instance);
        }
    }
};

const geometry::Box3 kTable{{2.5, 2, 0.4}, {1.4, 0.8, 0.8}, 0.3};
const geometry::Box3 kShelf{{0.3, 3.2, 0.9}, {0.4, 1.6, 1.8}, 0};
const geometry::Box3 kChair{{3.6, 1.2, 0.45}, {0.5, 0.5, 0.9}, -0.4};

std::shared_ptr<clouds::Cloud> makeRoom() {
    Room room;
    for (int i = 0; i < 600'000; ++i) room.add(room.any(0, 6), room.any(0, 4.5F), room.any(0, 0.01F), {150, 120, 90}, 1, 0);
    for (int i = 0; i < 400'000; ++i) room.add(room.any(0, 6), 4.5F, room.any(0, 2.6F), {196, 196, 188}, 2, 0);
    for (int i = 0; i < 300'000; ++i) room.add(0, room.any(0, 4.5F), room.any(0, 2.6F), {186, 190, 196}, 2, 0);
    room.addBox(kTable, {120, 74, 40}, 3, 1, 120'000);
    room.addBox(kShelf, {60, 90, 140}, 4, 2, 120'000);
    room.addBox(kChair, {160, 50, 50}, 5, 3, 60'000);
    return room.cloud;
}

RegionBox region(qint64 id, const geometry::Box3& box, QColor color, const QString& label) {
    RegionBox region;
    region.id = id;
    region.box = box;
    for (double& size : region.box.size) size += 0.06;
    region.color = color;
    region.label = label;
    return region;
}

std::vector<RegionBox> regions(qint64 selected) {
    std::vector<RegionBox> all{region(1, kTable, QColor(230, 159, 0), QStringLiteral("a brown wooden table in the middle of the room")),
                               region(2, kShelf, QColor(86, 180, 233), QStringLiteral("a tall blue shelf at the wall")),
                               region(3, kChair, QColor(0, 158, 115), QStringLiteral("a red chair"))};
    for (RegionBox& one : all) one.selected = one.id == selected;
    return all;
}

void settle(CloudView& view) {
    QElapsedTimer timer;
    timer.start();
    do QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 20);
    while (view.isFilling() && timer.elapsed() < 20'000);
}

void save(CloudView& view, const QString& path) {
    settle(view);
    view.findChild<VtkWidget*>()->grabFramebuffer().save(path);
}

void send(QWidget& widget, QEvent::Type type, QPointF pos, Qt::MouseButton button = Qt::LeftButton) {
    QMouseEvent event(type, pos, widget.mapToGlobal(pos), type == QEvent::MouseMove ? Qt::NoButton : button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : button, Qt::NoModifier);
    QCoreApplication::sendEvent(&widget, &event);
}

void drawStates(const QString& folder, const QString& theme, const ViewLook& look, DrawBy by) {
    const auto cloud = makeRoom();
    const auto octree = spatial::PointOctree::build(cloud->positions);
    CloudView view;
    view.setDrawBy(by);
    view.setLook(look);
    view.resize(1100, 720);
    view.setColoring({ColorBy::Rgb});
    view.setCloud(cloud, *octree);
    view.setRegions(regions(0));
    view.show();
    const QString prefix = folder + QLatin1Char('/') + theme;
    save(view, prefix + QStringLiteral("-rgb.png"));
    view.setRegions(regions(1));
    save(view, prefix + QStringLiteral("-selected.png"));
    for (const auto& [kind, name] : {std::pair(ColorBy::Height, "height"), std::pair(ColorBy::Class, "class"), std::pair(ColorBy::Plain, "plain")}) {
        view.setColoring({kind});
        save(view, prefix + QStringLiteral("-%1.png").arg(QLatin1String(name)));
    }
    view.setColoring({ColorBy::Rgb});
    view.seeFrom(StandardView::Top);
    view.toggleProjection();
    save(view, prefix + QStringLiteral("-top.png"));
    view.setTool(CloudView::Tool::Lasso);
    send(view, QEvent::MouseButtonPress, {400, 300});
    for (int i = 0; i < 40; ++i) send(view, QEvent::MouseMove, {480 + 90 * std::cos(i * 0.14 + 3.1), 300 + 70 * std::sin(i * 0.14 + 3.1)});
    save(view, prefix + QStringLiteral("-lasso.png"));
    SideViews sides;
    sides.setLook(look);
    sides.resize(260, 720);
    sides.setColoring({ColorBy::Rgb});
    sides.setCloud(cloud, *octree);
    sides.setRegion(regions(1)[0]);
    sides.grab().save(prefix + QStringLiteral("-sides.png"));
}

} // namespace

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const QString folder = argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral(".");
    QDir().mkpath(folder);
    drawStates(folder, QStringLiteral("dark"), ViewLook::dark(), DrawBy::Processor);
    drawStates(folder, QStringLiteral("light"), ViewLook::light(), DrawBy::Processor);
    drawStates(folder, QStringLiteral("card"), ViewLook::dark(), DrawBy::GraphicsCard);
}
