#pragma once

#include "core/runs/run_history.h"

#include <QAbstractTableModel>
#include <QSet>

namespace rb::ui {

/// The runs of a history, newest first. Names can be edited; a tick lays a run's curves beside those that are watched.
class RunModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Name, State, Steps, Cider, Data, Created, Columns };

    /// `history` outlives this.
    explicit RunModel(runs::RunHistory& history, QObject* parent = nullptr);

    const runs::Run& run(int row) const { return m_runs[static_cast<std::size_t>(row)]; }
    int rowOf(const QString& id) const; ///< -1: not there
    QStringList ticked() const;

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : static_cast<int>(m_runs.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : Columns; }
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void tickedChanged();
    void failed(const rb::Error& error);

private:
    void reload();
    QString text(const runs::Run& run, int column) const;

    runs::RunHistory& m_history;
    std::vector<runs::Run> m_runs;
    QSet<QString> m_ticked;
};

} // namespace rb::ui
