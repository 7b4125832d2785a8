#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QMap>
#include <QObject>
#include <QStringList>

#include <optional>
#include <vector>

namespace rb::runs {

/// An adapter file and what it says about itself.
struct Adapter {
    QString id;       ///< its file within the runs' folder: "20261127-184900/adapter.safetensors", "adapters/birds.safetensors"
    QString name;     ///< for people
    QString file;     ///< absolute
    QString run;      ///< id of the run that made it; empty: imported
    qint64 bytes = 0;
    QDateTime changed;
    QString base, baseName; ///< fingerprint and name of the model it lies on
    QString preset;
    QMap<QString, QString> card;    ///< all of its metadata: rank, targets, data, samples, steps, seed, program
    QMap<QString, double> metrics;  ///< held-out scores at its end; may be empty
    bool active = false;
};

/// The adapters of a project: those that its runs made, and imported ones in `adapters/`. `adapters.json` keeps their names and
/// which are switched on. What is deleted goes to `trash/` and comes back from there. Files that are no adapters are not shown.
class AdapterShelf : public QObject {
    Q_OBJECT

public:
    /// `folder` is that of the RunHistory.
    explicit AdapterShelf(QString folder, QObject* parent = nullptr);

    /// Newest first.
    std::vector<Adapter> adapters() const;
    std::optional<Adapter> adapter(const QString& id) const;

    /// Copies a file in. Refused when it is no adapter, or of another model than the one with this fingerprint.
    Result<Adapter> import(const QString& file, const QString& fingerprint);
    /// Copies one out.
    Status exportTo(const QString& id, const QString& file) const;
    Status rename(const QString& id, const QString& name);
    /// An active one is switched off.
    Status remove(const QString& id);
    /// Takes the last remove() of this one back.
    Status restore(const QString& id);
    /// These and no others are laid over the model, in this order. Refused when two of them change the same tensor.
    Status activate(const QStringList& ids);
    /// Refused when two of them change the same tensor.
    Status goTogether(const QStringList& ids) const;
    QStringList active() const;

Q_SIGNALS:
    void changed();

private:
    QString pathOf(const QString& id) const { return m_folder + QLatin1Char('/') + id; }
    QString trashOf(const QString& id) const;
    std::optional<Adapter> read(const QString& id) const;
    QStringList ids() const;

    QString m_folder;
};

} // namespace rb::runs
