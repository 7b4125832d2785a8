#include "ui/training/run_model.h"

#include "ui/training/training_texts.h"

#include <QLocale>

#include <algorithm>

namespace rb::ui {

RunModel::RunModel(runs::RunHistory& history, QObject* parent) : QAbstractTableModel(parent), m_history(history), m_runs(history.runs()) {
    connect(&history, &runs::RunHistory::changed, this, &RunModel::reload);
}

/// The same runs in the same order keep their rows, so that a selection and an open editor stay.
void RunModel::reload() {
    std::vector<runs::Run> now = m_history.runs();
    const bool same = std::equal(now.begin(), now.end(), m_runs.begin(), m_runs.end(), [](const runs::Run& a, const runs::Run& b) { return a.id == b.id; });
    if (same) {
        m_runs = std::move(now);
        if (!m_runs.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, Columns - 1));
        return;
    }
    beginResetModel();
    m_runs = std::move(now);
    endResetModel();
    m_ticked.removeIf([this](const QString& id) { return rowOf(id) < 0; });
    Q_EMIT tickedChanged();
}

int RunModel::rowOf(const QString& id) const {
    const auto found = std::find_if(m_runs.begin(), m_runs.end(), [&](const runs::Run& run) { return run.id == id; });
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

QStringList RunModel::ticked() const {
    QStringList ids;
    for (const runs::Run& run : m_runs)
        if (m_ticked.contains(run.id)) ids << run.id;
    return ids;
}

QString RunModel::text(const runs::Run& run, int column) const {
    const runs::RunSummary& s = run.summary;
    switch (column) {
    case Name: return run.name;
    case State: return run.queued && !run.active() ? tr("Waits") : stateText(s.state);
    case Steps: return s.step == 0 ? QString() : s.steps > 0 ? tr("%1 of %2").arg(s.step).arg(s.steps) : QString::number(s.step);
    case Cider: return scoreText(s.base, s.last, QStringLiteral("cider"));
    case Data: return tr("%1, %2 held out").arg(run.data.train).arg(run.data.val);
    default: return QLocale().toString(run.created.toLocalTime(), QLocale::ShortFormat);
    }
}

/// Everything about a run that has no column.
static QString details(const runs::Run& run) {
    const runs::RunSettings& s = run.settings;
    QStringList lines{RunModel::tr("Model: %1, preset %2, rank %3").arg(s.modelName, s.preset, s.rank > 0 ? QString::number(s.rank) : RunModel::tr("as the model")),
                      s.minutes > 0 ? RunModel::tr("%1 minutes").arg(s.minutes) : RunModel::tr("%1 times through the captions").arg(s.epochs),
                      RunModel::tr("Learning rate %1, %2 captions a batch, %3, seed %4").arg(s.learningRate).arg(s.batch).arg(s.precision).arg(s.seed),
                      RunModel::tr("Captions: %1").arg(s.query.isEmpty() ? RunModel::tr("all accepted") : s.query),
                      RunModel::tr("Fingerprint of the captions: %1").arg(run.data.fingerprint.left(16))};
    if (!run.summary.failure.isEmpty()) lines << run.summary.failure;
    return lines.join(QLatin1Char('\n'));
}

QVariant RunModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid()) return {};
    const runs::Run& shown = run(index.row());
    if (role == Qt::DisplayRole || (role == Qt::EditRole && index.column() == Name)) return text(shown, index.column());
    if (role == Qt::ToolTipRole) return details(shown);
    if (role == Qt::CheckStateRole && index.column() == Name) return m_ticked.contains(shown.id) ? Qt::Checked : Qt::Unchecked;
    return {};
}

bool RunModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (!index.isValid() || index.column() != Name) return false;
    const QString id = run(index.row()).id;
    if (role == Qt::CheckStateRole) {
        if (value.toInt() == Qt::Checked) m_ticked.insert(id);
        else m_ticked.remove(id);
        Q_EMIT dataChanged(index, index, {role});
        Q_EMIT tickedChanged();
        return true;
    }
    const QString name = value.toString().trimmed();
    if (role != Qt::EditRole || name.isEmpty()) return false;
    const Status renamed = m_history.rename(id, name);
    if (!renamed.ok()) Q_EMIT failed(renamed.error());
    return renamed.ok();
}

Qt::ItemFlags RunModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    return index.isValid() && index.column() == Name ? flags | Qt::ItemIsEditable | Qt::ItemIsUserCheckable : flags;
}

QVariant RunModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    const QString names[] = {tr("Run"), tr("State"), tr("Steps"), tr("CIDEr"), tr("Captions"), tr("Begun")};
    return section >= 0 && section < Columns ? names[section] : QVariant();
}

} // namespace rb::ui
