#include "ui/batch/grow_examples.h"

#include "core/jobs/grow_captions.h"

#include <QHeaderView>
#include <QImageReader>

#include <algorithm>

namespace rb::ui {

namespace {

constexpr int kThumbnail = 56;
constexpr int kReadSide = 1200; ///< of the picture that thumbnails are cut from

enum Column { Words, Match, Likeness, Verdict };

/// The picture as shown, no larger than thumbnails need.
QImage smallPicture(const QString& file, QSize size) {
    QImageReader reader(file);
    reader.setAutoTransform(true);
    const QSize stored = reader.size();
    if (std::max(size.width(), size.height()) > kReadSide) reader.setScaledSize(stored.scaled(kReadSide, kReadSide, Qt::KeepAspectRatio));
    return reader.read();
}

QIcon cut(const QImage& picture, QSize size, const geometry::Box2& box) {
    if (picture.isNull() || size.isEmpty()) return {};
    const double x = double(picture.width()) / size.width(), y = double(picture.height()) / size.height();
    const QRect part = QRectF(box.x * x, box.y * y, box.width * x, box.height * y).toAlignedRect().intersected(picture.rect());
    return QIcon(QPixmap::fromImage(picture.copy(part).scaled(kThumbnail, kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

QString verdictText(jobs::GrownCaption::Verdict verdict) {
    switch (verdict) {
    case jobs::GrownCaption::Verdict::Kept: return GrowExamples::tr("✓ kept");
    case jobs::GrownCaption::Verdict::Below: return GrowExamples::tr("✗ below a threshold");
    case jobs::GrownCaption::Verdict::Beyond: break;
    }
    return GrowExamples::tr("✗ enough better ones");
}

} // namespace

GrowExamples::GrowExamples(QWidget* parent) : QTableWidget(0, 4, parent) {
    setHorizontalHeaderLabels({tr("Caption"), tr("Match (ITM)"), tr("Likeness (ITC)"), tr("Verdict")});
    horizontalHeader()->setSectionResizeMode(Words, QHeaderView::Stretch);
    for (const int column : {Match, Likeness, Verdict}) horizontalHeader()->setSectionResizeMode(column, QHeaderView::ResizeToContents);
    verticalHeader()->hide();
    setIconSize({kThumbnail, kThumbnail});
    setEditTriggers(NoEditTriggers);
    setSelectionBehavior(SelectRows);
    setWordWrap(true);
    setAccessibleName(tr("Captions that were tried"));
}

void GrowExamples::clearAll() {
    setRowCount(0);
    m_answers.clear();
}

void GrowExamples::add(const QString& file, QSize size, const jobs::GrowAnswer& answer) {
    const QImage picture = answer.captions.empty() ? QImage() : smallPicture(file, size);
    for (const jobs::GrownCaption& each : answer.captions) {
        const int row = rowCount();
        insertRow(row);
        setRowHeight(row, kThumbnail + 8);
        const QString words = QString::fromStdString(each.caption.text).trimmed();
        setItem(row, Words, new QTableWidgetItem(cut(picture, size, each.box), words));
        item(row, Words)->setToolTip(file);
        setItem(row, Match, new QTableWidgetItem(each.score.itm ? QString::number(double(*each.score.itm), 'f', 3) : tr("none")));
        setItem(row, Likeness, new QTableWidgetItem(QString::number(double(each.score.itc), 'f', 3)));
        setItem(row, Verdict, new QTableWidgetItem);
        for (const int column : {Match, Likeness}) item(row, column)->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
    }
    m_answers.push_back(answer);
    showVerdicts();
}

void GrowExamples::judge(const jobs::GrowOptions& options) {
    for (jobs::GrowAnswer& answer : m_answers) jobs::judge(answer.captions, options);
    showVerdicts();
}

void GrowExamples::showVerdicts() {
    int row = 0;
    for (const jobs::GrowAnswer& answer : m_answers)
        for (const jobs::GrownCaption& each : answer.captions) {
            const bool kept = each.verdict == jobs::GrownCaption::Verdict::Kept;
            item(row, Verdict)->setText(verdictText(each.verdict));
            for (int column = 0; column < columnCount(); ++column)
                item(row, column)->setForeground(kept ? palette().text() : palette().placeholderText());
            ++row;
        }
}

jobs::GrowTally GrowExamples::tally() const {
    jobs::GrowTally tally;
    for (const jobs::GrowAnswer& answer : m_answers) tally.add(answer);
    return tally;
}

} // namespace rb::ui
