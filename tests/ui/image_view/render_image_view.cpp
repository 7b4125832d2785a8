// Writes pictures of the view in its states, in both themes, for a person to look at.
#include "ui/image_view/image_view.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QMouseEvent>
#include <QPainter>

using namespace rb::ui;

namespace {

const QString kSamples = QStringLiteral(RB_RESOURCES "/models/regionblip-mini/samples/");

std::vector<CanvasRegion> sampleRegions(const QJsonObject& sample) {
    constexpr CanvasRegion::State kStates[] = {CanvasRegion::Accepted, CanvasRegion::Draft,
                                               CanvasRegion::Running, CanvasRegion::Rejected};
    std::vector<CanvasRegion> regions;
    for (const QJsonValue& value : sample[QStringLiteral("regions")].toArray()) {
        const QJsonArray box = value[QStringLiteral("bbox")].toArray();
        CanvasRegion region;
        region.id = qint64(regions.size()) + 1;
        region.shape.box = {box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
        region.caption = value[QStringLiteral("caption")].toString();
        region.colorIndex = int(regions.size());
        region.state = kStates[regions.size() % 4];
        regions.push_back(region);
    }
    return regions;
}

void save(ImageView& view, const QString& path, double ratio) {
    QImage image(view.size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    view.render(&image);
    if (!image.save(path)) qWarning("Could not write %s.", qPrintable(path));
}

void sendMouse(ImageView& view, QEvent::Type type, QPointF picturePos, Qt::MouseButton button) {
    const QPointF pos = view.toWidget(picturePos);
    QMouseEvent event(type, pos, view.mapToGlobal(pos), button,
                      type == QEvent::MouseButtonRelease ? Qt::NoButton : button, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

void renderSamples(const QString& prefix, const QJsonArray& samples) {
    for (const int i : {0, 3, 7}) {
        ImageView view;
        view.resize(900, 640);
        const QJsonObject sample = samples[i].toObject();
        view.setImage(QImage(kSamples + sample[QStringLiteral("file")].toString()));
        view.setRegions(sampleRegions(sample));
        save(view, QStringLiteral("%1-%2.png").arg(prefix).arg(i), 1);
        view.setSelection({2});
        save(view, QStringLiteral("%1-%2-selected.png").arg(prefix).arg(i), i == 0 ? 2 : 1);
        if (i != 0) continue;
        view.setCaptionDisplay(ImageView::CaptionDisplay::Hover);
        view.setTool(ImageView::Tool::Box);
        sendMouse(view, QEvent::MouseButtonPress, {280, 200}, Qt::LeftButton);
        sendMouse(view, QEvent::MouseMove, {450, 330}, Qt::LeftButton);
        save(view, prefix + QStringLiteral("-drawing.png"), 1);
    }
}

void renderStates(const QString& prefix) {
    ImageView empty;
    empty.resize(900, 640);
    empty.setMessage(
        QStringLiteral("Drop pictures or a folder here"),
        QStringLiteral("Pictures stay where they are and are never changed. Start with Open Folder "
                       "(Ctrl+O), or look around in the sample project."));
    save(empty, prefix + QStringLiteral("-empty.png"), 1);

    ImageView crowded;
    crowded.resize(900, 640);
    crowded.setImage(QImage(kSamples + QStringLiteral("scene02.jpg")).scaled(1200, 900));
    std::vector<CanvasRegion> regions;
    for (int i = 0; i < 600; ++i) {
        CanvasRegion region;
        region.id = i + 1;
        region.shape.box = {double((i * 137) % 1100), double((i * 211) % 820), 15.0 + i % 90, 15.0 + (i * 7) % 70};
        region.caption = QStringLiteral("a thing that is number %1").arg(i);
        region.colorIndex = i;
        region.confidence = i % 3 ? 1 : 0.2;
        regions.push_back(region);
    }
    crowded.setRegions(regions);
    save(crowded, prefix + QStringLiteral("-crowded.png"), 1);
}

CanvasRegion region(qint64 id, const rb::geometry::Shape2& shape, const QString& caption) {
    CanvasRegion result;
    result.id = id;
    result.shape = shape;
    result.caption = caption;
    result.colorIndex = int(id);
    result.state = id % 2 ? CanvasRegion::Draft : CanvasRegion::Accepted;
    return result;
}

void renderShapes(const QString& prefix) {
    using namespace rb::geometry;
    ImageView view;
    view.resize(900, 640);
    view.setImage(QImage(kSamples + QStringLiteral("scene00.jpg")));
    const QSize size = view.imageSize();
    const double w = size.width() / 100.0, h = size.height() / 100.0;
    std::vector<CanvasRegion> regions{
        region(1, rotatedBox({8 * w, 12 * h, 28 * w, 14 * h}, 25), QStringLiteral("a turned box with a draft")),
        region(2, polygon({{50 * w, 10 * h}, {74 * w, 14 * h}, {70 * w, 36 * h}, {58 * w, 42 * h}, {46 * w, 30 * h}}),
               QStringLiteral("a polygon")),
        region(3, boxShape({10 * w, 52 * h, 22 * w, 26 * h}), QStringLiteral("a box that has a caption of its own")),
        region(4, polygon({{46 * w, 60 * h}, {74 * w, 58 * h}, {60 * w, 88 * h}}), {}),
        region(5, boxShape({78 * w, 60 * h, 16 * w, 22 * h}), QStringLiteral("hidden"))};
    regions[2].tokens = {{0, 5, 0.9}, {6, 4, 0.3}, {11, 3, 0.55}, {21, 7, 0.2}};
    regions[4].hidden = true;
    view.setRegions(regions);
    view.setShowHidden(true);
    for (const qint64 id : {0, 1, 2, 3}) {
        view.setSelection(id ? QSet<qint64>{id} : QSet<qint64>{});
        save(view, QStringLiteral("%1-shapes-%2.png").arg(prefix).arg(id), id == 2 ? 2 : 1);
    }
    view.setSelection({});
    view.setTool(ImageView::Tool::Polygon);
    for (const QPointF& pos : {QPointF(30 * w, 30 * h), QPointF(60 * w, 36 * h), QPointF(64 * w, 70 * h)}) {
        sendMouse(view, QEvent::MouseButtonPress, pos, Qt::LeftButton);
        sendMouse(view, QEvent::MouseButtonRelease, pos, Qt::LeftButton);
    }
    sendMouse(view, QEvent::MouseMove, {36 * w, 80 * h}, Qt::NoButton);
    save(view, prefix + QStringLiteral("-polygon-drawing.png"), 1);
    view.setTool(ImageView::Tool::RotatedBox);
    for (const QPointF& pos : {QPointF(30 * w, 40 * h), QPointF(60 * w, 56 * h)}) {
        sendMouse(view, QEvent::MouseMove, pos, Qt::NoButton);
        sendMouse(view, QEvent::MouseButtonPress, pos, Qt::LeftButton);
        sendMouse(view, QEvent::MouseButtonRelease, pos, Qt::LeftButton);
    }
    sendMouse(view, QEvent::MouseMove, {56 * w, 76 * h}, Qt::NoButton);
    save(view, prefix + QStringLiteral("-rotated-drawing.png"), 1);
    view.setTool(ImageView::Tool::Box);
    view.setSnapping(true);
    sendMouse(view, QEvent::MouseButtonPress, {40 * w, 10 * h}, Qt::LeftButton);
    sendMouse(view, QEvent::MouseMove, {77.6 * w, 51.7 * h}, Qt::LeftButton);
    save(view, prefix + QStringLiteral("-snapping.png"), 1);
}

void renderZoomed(const QString& prefix) {
    ImageView view;
    view.resize(900, 640);
    view.setImage(QImage(kSamples + QStringLiteral("scene02.jpg")));
    view.setRegions({region(1, rb::geometry::boxShape({60, 60, 90, 70}), QStringLiteral("seen from near"))});
    view.setZoom(4);
    save(view, prefix + QStringLiteral("-zoomed.png"), 1);
    view.setAdjustment({0.15, 0.3, 1.6});
    save(view, prefix + QStringLiteral("-adjusted.png"), 1);
}

void renderSixty(const QString& prefix) {
    ImageView view;
    view.resize(1200, 800);
    view.setImage(QImage(kSamples + QStringLiteral("scene02.jpg")).scaled(1200, 900));
    std::vector<CanvasRegion> regions;
    const QStringList labels{QStringLiteral("dog"), QStringLiteral("cat"), QStringLiteral("bird")};
    for (int i = 0; i < 60; ++i) {
        const double x = (i * 331) % 1080, y = (i * 197) % 800;
        regions.push_back(region(i + 1, rb::geometry::boxShape({x, y, 40.0 + (i * 17) % 90, 40.0 + (i * 29) % 60}),
                                 QStringLiteral("a thing in its place, number %1").arg(i + 1)));
        regions.back().label = labels[i % 3];
    }
    view.setRegions(regions);
    save(view, prefix + QStringLiteral("-sixty.png"), 1);
    view.setColoring(ImageView::Coloring::ByLabel);
    save(view, prefix + QStringLiteral("-by-label.png"), 1);
}

void renderLanguages(const QString& prefix) {
    ImageView view;
    view.resize(900, 640);
    view.setImage(QImage(kSamples + QStringLiteral("scene00.jpg")));
    std::vector<CanvasRegion> regions(4);
    regions[0].caption = QString::fromUtf8("تفاحة حمراء صغيرة على يسار كلب كبير يجلس تحت الشجرة");
    regions[1].caption = QString::fromUtf8("一个红色的小苹果，在一只狗的左边");
    regions[2].caption =
        QStringLiteral("a long caption that goes on and on about what there is to see ").repeated(8);
    regions[3].label = QStringLiteral("label only");
    for (std::size_t i = 0; i < regions.size(); ++i) {
        regions[i].id = qint64(i) + 1;
        regions[i].shape.box = {40.0 + 310 * double(i % 2), 60.0 + 230 * double(i / 2), 240, 130};
        regions[i].colorIndex = int(i) + 4;
        regions[i].state = CanvasRegion::Draft;
        regions[i].locked = i == 3;
        regions[i].confidence = i == 1 ? 0.1 : 1;
    }
    view.setRegions(regions);
    view.setSelection({3});
    save(view, prefix + QStringLiteral("-languages.png"), 1);
}

void renderIcons(const QString& path, const Theme& theme) {
    QImage image(560, 260, QImage::Format_RGB32);
    image.fill(theme.window);
    QPainter painter(&image);
    painter.setPen(theme.muted);
    icon(QStringLiteral("app"), theme.text); // the first icon makes the folder of icons known
    int i = 0;
    for (QString name : QDir(QStringLiteral(":/icons")).entryList()) {
        name.chop(4);
        const QRect cell(10 + (i % 8) * 68, 8 + (i / 8) * 62, 32, 32);
        icon(name, theme.text).paint(&painter, cell);
        QFont font = painter.font();
        font.setPointSizeF(7);
        painter.setFont(font);
        painter.drawText(cell.adjusted(-10, 32, 24, 18), Qt::AlignLeft, name);
        ++i;
    }
    image.save(path);
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, QStringLiteral("."));
    QDir().mkpath(folder);
    QFile file(kSamples + QStringLiteral("samples.json"));
    if (!file.open(QIODevice::ReadOnly)) return 1;
    const QJsonArray samples = QJsonDocument::fromJson(file.readAll()).array();
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        const Theme theme = Theme::of(choice);
        theme.apply(app);
        const QString prefix = folder + (theme.dark ? QStringLiteral("/dark") : QStringLiteral("/light"));
        renderSamples(prefix, samples);
        renderStates(prefix);
        renderLanguages(prefix);
        renderShapes(prefix);
        renderZoomed(prefix);
        renderSixty(prefix);
        renderIcons(prefix + QStringLiteral("-icons.png"), theme);
    }
    return 0;
}
