#include "core/media/annotated_image.h"

#include <QColor>
#include <QFont>
#include <QFontMetricsF>
#include <QImage>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cstring>

namespace rb::media {
namespace {

// Okabe and Ito (2008), readable with every kind of colour vision; black left out.
constexpr QRgb kPalette[] = {0xffe69f00, 0xff56b4e9, 0xff009e73, 0xfff0e442, 0xff0072b2, 0xffd55e00, 0xffcc79a7, 0xffffffff};

QRectF rectOf(const geometry::Box2& box) { return {box.x, box.y, box.width, box.height}; }

class Annotator {
public:
    explicit Annotator(QImage& image)
        : m_image(image), m_painter(&image), m_unit(std::max(1.0, std::min(image.width(), image.height()) / 480.0)) {
        m_painter.setRenderHint(QPainter::Antialiasing);
        QFont font = m_painter.font();
        font.setPixelSize(static_cast<int>(15 * m_unit));
        m_painter.setFont(font);
    }

    void drawBox(const Annotation& annotation, const QColor& color) {
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(QPen(QColor(0, 0, 0, 150), 4.5 * m_unit));
        m_painter.drawRect(rectOf(annotation.box));
        m_painter.setPen(QPen(color, 2.5 * m_unit));
        m_painter.drawRect(rectOf(annotation.box));
    }

    void drawPlate(std::size_t number, const Annotation& annotation, const QColor& color) {
        const QString text = QStringLiteral("%1  %2").arg(number + 1).arg(QString::fromStdString(annotation.caption));
        const QRectF plate = placed(annotation, text);
        m_plates.push_back(plate);
        QPainterPath path;
        path.addRoundedRect(plate, 4 * m_unit, 4 * m_unit);
        m_painter.fillPath(path, QColor(20, 21, 23, 225));
        m_painter.fillRect(QRectF(plate.left(), plate.top(), 4 * m_unit, plate.height()), color);
        m_painter.setPen(Qt::white);
        m_painter.drawText(plate.adjusted(10 * m_unit, 0, -6 * m_unit, 0), Qt::AlignVCenter | Qt::TextWordWrap, text);
    }

private:
    /// Above the box, below it, or further down until it covers no other plate.
    QRectF placed(const Annotation& annotation, const QString& text) {
        const QRectF box = rectOf(annotation.box);
        const QRectF bounds = m_painter.boundingRect(
            QRectF(0, 0, m_image.width() - 24 * m_unit, m_image.height()), Qt::TextWordWrap, text);
        QRectF plate(box.left(), 0, bounds.width() + 18 * m_unit, bounds.height() + 8 * m_unit);
        plate.moveLeft(std::clamp(plate.left(), 0.0, std::max(0.0, m_image.width() - plate.width())));
        const double step = plate.height() + 2 * m_unit;
        plate.moveBottom(box.top() - 3 * m_unit);
        if (plate.top() < 0) plate.moveTop(box.top() + 3 * m_unit);
        for (int tries = 0; tries < 40 && covered(plate); ++tries) {
            plate.translate(0, step);
            if (plate.bottom() > m_image.height()) plate.moveTop(0);
        }
        plate.moveTop(std::clamp(plate.top(), 0.0, std::max(0.0, m_image.height() - plate.height())));
        return plate;
    }
    bool covered(const QRectF& plate) const {
        return std::any_of(m_plates.begin(), m_plates.end(), [&](const QRectF& other) { return other.intersects(plate); });
    }

    QImage& m_image;
    QPainter m_painter;
    double m_unit;
    std::vector<QRectF> m_plates;
};

} // namespace

Image annotated(const Image& image, const std::vector<Annotation>& annotations) {
    QImage canvas = QImage(image.rgb.data(), image.width, image.height, 3 * image.width, QImage::Format_RGB888)
                        .convertToFormat(QImage::Format_RGB32);
    {
        Annotator annotator(canvas);
        const auto colorOf = [](std::size_t i) { return QColor(kPalette[i % std::size(kPalette)]); };
        for (std::size_t i = 0; i < annotations.size(); ++i) annotator.drawBox(annotations[i], colorOf(i));
        for (std::size_t i = 0; i < annotations.size(); ++i) annotator.drawPlate(i, annotations[i], colorOf(i));
    }
    const QImage rgb = canvas.convertToFormat(QImage::Format_RGB888);
    Image result{image.width, image.height, std::vector<std::uint8_t>(image.rgb.size())};
    const auto stride = static_cast<std::size_t>(image.width) * 3;
    for (int y = 0; y < image.height; ++y)
        std::memcpy(result.rgb.data() + static_cast<std::size_t>(y) * stride, rgb.constScanLine(y), stride);
    return result;
}

} // namespace rb::media
