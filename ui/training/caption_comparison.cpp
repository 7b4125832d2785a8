#include "ui/training/caption_comparison.h"

#include "ui/training/caption_model.h"
#include "ui/training/caption_rows.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableView>

namespace rb::ui {

static constexpr QSize kPicture{96, 72};

/// Of a picture of the item: a region may have lain elsewhere in another run.
static QString keyOf(const runs::RunItem& item, QSize size) {
    QString key = QStringLiteral("%1|%2 %3").arg(item.file).arg(size.width()).arg(size.height());
    if (const auto& box = item.box) key += QStringLiteral("|%1 %2 %3 %4").arg(box->x).arg(box->y).arg(box->width).arg(box->height);
    if (const auto& box = item.box3) {
        for (std::size_t axis = 0; axis < 3; ++axis) key += QStringLiteral("|%1 %2").arg(box->center[axis]).arg(box->size[axis]);
        key += QStringLiteral("|%1").arg(box->yaw);
    }
    return key;
}

CaptionComparison::CaptionComparison(Picture picture, QWidget* parent)
    : QWidget(parent), m_picture(std::move(picture)), m_images(new ImageStore(this)), m_look(new QComboBox), m_order(new QComboBox), m_note(new QLabel), m_table(new QTableView),
      m_model(new CaptionModel(this)) {
    m_look->setAccessibleName(tr("When the training was looked at"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItems({tr("in order"), tr("better first"), tr("worse first"), tr("largest difference first")});
    m_note->setWordWrap(true);
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Captions side by side"));
    m_table->setWordWrap(true);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setIconSize(kPicture);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    for (const int narrow : {CaptionModel::Region, CaptionModel::Gain}) m_table->horizontalHeader()->setSectionResizeMode(narrow, QHeaderView::ResizeToContents);

    auto* vote = new QPushButton(tr("Vote blindly…"));
    auto* line = new QHBoxLayout;
    line->addWidget(m_look);
    line->addWidget(m_order);
    line->addStretch();
    line->addWidget(vote);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(line);
    layout->addWidget(m_note);
    layout->addWidget(m_table, 1);
    m_look->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(m_look, &QComboBox::currentIndexChanged, this, &CaptionComparison::fill);
    connect(m_order, &QComboBox::currentIndexChanged, this, &CaptionComparison::fill);
    connect(vote, &QPushButton::clicked, this, &CaptionComparison::voteRequested);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex& index) {
        const int number = runs::numberOfId(m_model->pair(index.row()).id);
        if (number >= 0 && static_cast<std::size_t>(number) < m_heldOut.size()) Q_EMIT regionActivated(m_heldOut[static_cast<std::size_t>(number)]);
    });
    connect(m_images, &ImageStore::ready, this, &CaptionComparison::pictureReady);
    connect(m_images, &ImageStore::ready, m_model, &CaptionModel::picturesChanged);
    fill();
}

void CaptionComparison::showRecord(const runs::RunRecord& record, std::vector<runs::RunItem> heldOut) {
    m_heldOut = std::move(heldOut);
    m_looks.clear();
    recordChanged(record);
}

void CaptionComparison::recordChanged(const runs::RunRecord& record) {
    if (record.captions().size() == m_looks.size() && (m_looks.empty() || m_looks.back().step == record.captions().back().step)) return;
    const bool newest = m_look->currentIndex() == m_look->count() - 1;
    const int before = m_look->currentIndex();
    m_looks = record.captions();
    {
        const QSignalBlocker quiet(m_look);
        m_look->clear();
        for (const auto& look : m_looks) m_look->addItem(look.step == 0 ? tr("Before the training") : tr("After step %1").arg(look.step));
        m_look->setCurrentIndex(newest || before >= m_look->count() ? m_look->count() - 1 : before);
    }
    fill();
}

std::function<QPixmap(const QString&, QSize)> CaptionComparison::pictures() const {
    if (!m_picture) return {};
    return [picture = m_picture, items = m_heldOut, images = m_images](const QString& id, QSize size) {
        const int number = runs::numberOfId(id);
        if (number < 0 || static_cast<std::size_t>(number) >= items.size()) return QPixmap();
        const runs::RunItem& item = items[static_cast<std::size_t>(number)];
        const QImage image = images->image(keyOf(item, size), [picture, item, size] { return picture(item, size); });
        if (!image.isNull()) return QPixmap::fromImage(image);
        QPixmap blank(size); // rows keep their height
        blank.fill(Qt::transparent);
        return blank;
    };
}

void CaptionComparison::fill() {
    const int look = m_look->currentIndex();
    std::vector<runs::CaptionPair> pairs;
    if (look >= 0) pairs = pairsOf(m_looks.front(), m_looks[static_cast<std::size_t>(look)]);
    sortPairs(pairs, static_cast<PairOrder>(m_order->currentIndex()));
    m_note->setText(m_looks.empty() ? tr("Captions of held-out regions come with the first look: when the training begins, and about ten times until its end.") : QString());
    m_note->setVisible(m_looks.empty());
    m_table->setVisible(!m_looks.empty());
    const QString before = !m_looks.empty() && m_looks.front().step == 0 ? tr("Before") : tr("At first");
    std::function<QPixmap(const QString&)> small;
    if (const auto picture = pictures()) small = [picture](const QString& id) { return picture(id, kPicture); };
    m_model->show(std::move(pairs), {before, look > 0 ? m_look->currentText() : tr("Now")}, std::move(small));
}

} // namespace rb::ui
