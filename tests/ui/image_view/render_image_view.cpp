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
        region.box = {box[0].toDouble(), box[1].toDouble(), box[2].toDouble(), box[3].toDouble()};
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
        region.box = {double((i * 137) % 1100), double((i * 211) % 820), 15.0 + i % 90, 15.0 + (i * 7) % 70};
        region.caption = QStringLiteral("a thing that is number %1").arg(i);
        region.colorIndex = i;
        region.confidence = i % 3 ? 1 : 0.2;
        regions.push_back(region);
    }
    crowded.setRegions(regions);
    save(crowded, prefix + QStringLiteral("-crowded.png"), 1);
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
        regions[i].box = {40.0 + 310 * double(i % 2), 60.0 + 230 * double(i / 2), 240, 130};
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
        renderIcons(prefix + QStringLiteral("-icons.png"), theme);
    }
    return 0;
}
