#include "ui/keys/shortcut_model.h"

#include "ui/keys/key_text.h"

#include <QAction>
#include <QFont>
#include <QGuiApplication>
#include <QIcon>
#include <QPalette>
#include <QPixmap>
#include <QSize>

namespace rb::ui {

// The style's height is not known yet when a list of equal rows measures the first one.
static constexpr int kRowHeight = 28;

/// Names stand in one line whether there is an icon or not.
static QVariant iconOrRoom(const QAction& action) {
    if (!action.icon().isNull()) return action.icon();
    QPixmap room(16, 16);
    room.fill(Qt::transparent);
    return QIcon(room);
}

ShortcutModel::ShortcutModel(const QList<QAction*>& actions, const KeyMap& defaults, QObject* parent)
    : QAbstractTableModel(parent), m_actions(actions), m_defaults(defaults), m_keys(keysOf(actions)) {}

void ShortcutModel::setKeys(const KeyMap& keys) {
    m_keys = keys;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

QString ShortcutModel::nameAt(int row) const { return m_actions[row]->objectName(); }

QString ShortcutModel::titleOf(const QString& name) const {
    for (const QAction* action : m_actions)
        if (action->objectName() == name) return plainName(*action);
    return {};
}

int ShortcutModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_actions.size()); }

int ShortcutModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ShortcutModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const QAction& action = *m_actions[index.row()];
    const QString name = action.objectName();
    if (role == Qt::DisplayRole) {
        if (index.column() == ActionColumn) return plainName(action);
        return keysText(index.column() == KeysColumn ? m_keys.value(name) : m_defaults.value(name));
    }
    if (role == Qt::DecorationRole && index.column() == ActionColumn) return iconOrRoom(action);
    if (role == Qt::SizeHintRole) return QSize(0, kRowHeight);
    if (role == Qt::ToolTipRole) return action.statusTip();
    if (role == Qt::ForegroundRole && index.column() == DefaultColumn)
        return QGuiApplication::palette().color(QPalette::PlaceholderText);
    if (role == Qt::FontRole && index.column() == KeysColumn && differs(name)) {
        QFont font;
        font.setBold(true);
        return font;
    }
    return {};
}

QVariant ShortcutModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString titles[ColumnCount] = {tr("Action"), tr("Keys"), tr("Default")};
    return titles[section];
}

} // namespace rb::ui
