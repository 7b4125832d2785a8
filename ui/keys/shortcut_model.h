#pragma once

#include "ui/keys/key_map.h"

#include <QAbstractTableModel>

namespace rb::ui {

/// Actions with the keys they are to get and those they have by default. A draft: no action changes.
class ShortcutModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { ActionColumn, KeysColumn, DefaultColumn, ColumnCount };

    /// The actions have object names and outlive this.
    ShortcutModel(const QList<QAction*>& actions, const KeyMap& defaults, QObject* parent = nullptr);

    const KeyMap& keys() const { return m_keys; }
    void setKeys(const KeyMap& keys);

    QString nameAt(int row) const;               ///< the object name
    QString titleOf(const QString& name) const;  ///< what a user calls that action

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    bool differs(const QString& name) const { return m_keys.value(name) != m_defaults.value(name); }

    QList<QAction*> m_actions;
    KeyMap m_defaults;
    KeyMap m_keys;
};

} // namespace rb::ui
