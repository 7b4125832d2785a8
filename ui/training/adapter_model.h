#pragma once

#include "core/runs/adapter_shelf.h"

#include <QAbstractTableModel>

namespace rb::ui {

/// The adapters of a shelf, newest first. A tick switches one on; names can be edited.
class AdapterModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, Base, Preset, Cider, Size, Changed, Columns };

    /// `shelf` outlives this.
    explicit AdapterModel(runs::AdapterShelf& shelf, QObject* parent = nullptr);
    /// Looks at the files again; a training has left a new one.
    void reload();

    const runs::Adapter& adapter(int row) const { return m_adapters[static_cast<std::size_t>(row)]; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_adapters.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : Columns; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void failed(const rb::Error& error);

private:
    Status switchOn(const runs::Adapter& adapter, bool on);
    QString text(const runs::Adapter& adapter, int column) const;

    runs::AdapterShelf& m_shelf;
    std::vector<runs::Adapter> m_adapters;
};

/// Everything an adapter says about itself, a line each.
QString cardText(const runs::Adapter& adapter);

} // namespace rb::ui
