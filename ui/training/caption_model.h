#pragma once

#include "core/runs/votes.h"

#include <QAbstractTableModel>
#include <QPixmap>

#include <functional>

namespace rb::ui {

/// Captions side by side: the region, what people wrote, the model before, the model now, and what that is worth.
class CaptionModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Region, Human, Before, Now, Gain, Columns };

    using QAbstractTableModel::QAbstractTableModel;

    /// `names`: of the two models. `picture` may be empty.
    void show(std::vector<runs::CaptionPair> pairs, const std::array<QString, 2>& names, std::function<QPixmap(const QString& id)> picture);
    const runs::CaptionPair& pair(int row) const { return m_pairs[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_pairs.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : Columns; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// Asks for them again.
    void picturesChanged();

private:
    std::vector<runs::CaptionPair> m_pairs;
    std::array<QString, 2> m_names;
    std::function<QPixmap(const QString&)> m_picture;
};

} // namespace rb::ui
