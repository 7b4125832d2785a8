#pragma once

#include "core/base/partial_folder.h"

#include <QHash>
#include <QString>
#include <QStringList>

namespace rb::runs {

/// A folder that is carried to another machine: pictures and clouds, a model and scripts that work on them there. It appears under its name
/// when everything is in it, or not at all.
class JobFolder {
public:
    explicit JobFolder(const QString& folder);

    /// Refuses a folder that is there already.
    Status create();
    QString path() const;
    /// Copies a model's files to `model/`.
    Status addModel(const QString& folder);
    /// Copies an adapter to `adapters/`; returns its path within the job.
    Result<QString> addAdapter(const QString& file);
    /// Copies a picture or cloud to `media/`, once; returns its path within the job: "media/000001-kitchen.jpg".
    Result<QString> addMedium(const QString& file);
    /// Copies a file to this path within the job.
    Status add(const QString& file, const QString& to);
    Status addText(const QString& name, const QString& text);
    /// A text that the owner may run.
    Status addScript(const QString& name, const QString& text);
    Status finish();

private:
    QString m_final;
    PartialFolder m_folder;
    QHash<QString, QString> m_media;
};

/// Words for a POSIX shell: what is not plain stands in single quotes.
QString shellWords(const QStringList& words);

} // namespace rb::runs
