#pragma once

#include "core/runs/run_record.h"
#include "ui/gallery/image_store.h"
#include "ui/training/data_source.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QTableView;

namespace rb::ui {

class CaptionModel;

/// Held-out captions side by side, the same regions at every look: a person's, the model's before the training, and those of the
/// training after so many steps.
class CaptionComparison : public QWidget {
    Q_OBJECT

public:
    using Picture = std::function<QImage(const runs::RunItem& item, QSize size)>; ///< called on another thread
    explicit CaptionComparison(Picture picture, QWidget* parent = nullptr);

    /// `heldOut` of the run's data; the choice of a look stays where it was, or follows the newest.
    void showRecord(const runs::RunRecord& record, std::vector<runs::RunItem> heldOut);
    void recordChanged(const runs::RunRecord& record);
    CaptionModel* model() const { return m_model; }
    /// Of the held-out regions by their ids, blank until pictureReady(); empty where there are no pictures.
    std::function<QPixmap(const QString& id, QSize size)> pictures() const;

Q_SIGNALS:
    /// Blind voting over what is shown.
    void voteRequested();
    void regionActivated(const rb::runs::RunItem& item);
    void pictureReady();

private:
    void fill();

    Picture m_picture;
    ImageStore* m_images;
    std::vector<jobs::TrainingCaptions> m_looks;
    std::vector<runs::RunItem> m_heldOut;
    QComboBox* m_look;
    QComboBox* m_order;
    QLabel* m_note;
    QTableView* m_table;
    CaptionModel* m_model;
};

} // namespace rb::ui
