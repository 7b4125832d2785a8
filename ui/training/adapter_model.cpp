#include "ui/training/adapter_model.h"

#include "ui/training/training_texts.h"

#include <QLocale>

#include <algorithm>

namespace rb::ui {

AdapterModel::AdapterModel(runs::AdapterShelf& shelf, QObject* parent) : QAbstractTableModel(parent), m_shelf(shelf), m_adapters(shelf.adapters()) {
    connect(&shelf, &runs::AdapterShelf::changed, this, &AdapterModel::reload);
}

/// The same adapters in the same order keep their rows, so that a selection and an open editor stay.
void AdapterModel::reload() {
    std::vector<runs::Adapter> now = m_shelf.adapters();
    const bool same = std::equal(now.begin(), now.end(), m_adapters.begin(), m_adapters.end(), [](const auto& a, const auto& b) { return a.id == b.id; });
    if (!same) beginResetModel();
    m_adapters = std::move(now);
    if (!same) endResetModel();
    else if (!m_adapters.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
}

QString AdapterModel::text(const runs::Adapter& adapter, int column) const {
    const QString cider = QStringLiteral("cider");
    switch (column) {
    case Name: return adapter.name;
    case Base: return adapter.baseName;
    case Preset: return adapter.card.value(QStringLiteral("rank")).isEmpty() ? adapter.preset : tr("%1, rank %2").arg(adapter.preset, adapter.card[QStringLiteral("rank")]);
    case Cider: return adapter.metrics.contains(cider) ? QString::number(adapter.metrics[cider], 'f', 2) : QString();
    case Size: return bytesText(adapter.bytes);
    default: return QLocale().toString(adapter.changed, QLocale::ShortFormat);
    }
}

QString cardText(const runs::Adapter& adapter) {
    QStringList lines{AdapterModel::tr("File: %1").arg(adapter.file)};
    for (auto entry = adapter.card.begin(); entry != adapter.card.end(); ++entry)
        if (entry.key() != QLatin1String("format") && entry.key() != QLatin1String("version")) lines << entry.key() + QStringLiteral(": ") + entry.value();
    return lines.join(QLatin1Char('\n'));
}

QVariant AdapterModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const runs::Adapter& shown = adapter(index.row());
    if (role == Qt::DisplayRole || (role == Qt::EditRole && index.column() == Name)) return text(shown, index.column());
    if (role == Qt::ToolTipRole) return cardText(shown);
    if (role == Qt::CheckStateRole && index.column() == Name) return shown.active ? Qt::Checked : Qt::Unchecked;
    return {};
}

/// One for the same kind of input takes the other's place; those that go together stay.
Status AdapterModel::switchOn(const runs::Adapter& adapter, bool on) {
    QStringList active = m_shelf.active();
    active.removeAll(adapter.id);
    if (!on) return m_shelf.activate(active);
    QStringList together{adapter.id};
    for (const QString& other : active)
        if (m_shelf.goTogether(together + QStringList{other}).ok()) together << other;
    return m_shelf.activate(together);
}

bool AdapterModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Name) return false;
    const runs::Adapter chosen = adapter(index.row());
    Status done;
    if (role == Qt::CheckStateRole) done = switchOn(chosen, value.toInt() == Qt::Checked);
    else if (role == Qt::EditRole && !value.toString().trimmed().isEmpty()) done = m_shelf.rename(chosen.id, value.toString().trimmed());
    else return false;
    if (!done.ok()) Q_EMIT failed(done.error());
    return done.ok();
}

Qt::ItemFlags AdapterModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Name ? flags | Qt::ItemIsEditable | Qt::ItemIsUserCheckable : flags;
}

QVariant AdapterModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Adapter"), tr("Model"), tr("Trained"), tr("CIDEr"), tr("Size"), tr("Made")};
    return section >= 0 && section < Columns ? names[section] : QVariant();
}

} // namespace rb::ui
