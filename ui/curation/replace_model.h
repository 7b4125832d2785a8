#pragma once

#include "core/query/find_replace.h"

#include <QAbstractTableModel>

namespace rb::ui {

/// The captions that a replacement would change: before and after.
class ReplaceModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Before, After };
    enum Role { BeforeRole = Qt::UserRole, AfterRole, CaptionRole };

    using QAbstractTableModel::QAbstractTableModel;

    void show(query::ReplacePlan plan);
    const query::ReplacePlan& plan() const { return m_plan; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    query::ReplacePlan m_plan;
};

} // namespace rb::ui
