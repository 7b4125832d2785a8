#pragma once

#include "core/geometry/box2.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace rb::project {

/// Time-ordered, with random low bits, so that copies of a project can be merged. 0 is "none".
using Id = qint64;

enum class CaptionState { Draft, Accepted, Rejected };
enum class CaptionSource { Human, Model };

/// A picture (or, later, a cloud) of the project. The file itself is never altered.
struct Media {
    Id id = 0;
    QString root;          ///< folder that `path` is relative to; empty: the project file's folder
    QString path;          ///< relative, with '/'
    qint64 byteSize = 0;
    QByteArray sha256;     ///< of the content; empty until computed
    int width = 0;         ///< in pixels, EXIF orientation applied
    int height = 0;
    int exifOrientation = 1;
    QString split;         ///< "train", "val", "test" or empty
};

/// A region of a picture.
struct Region {
    Id id = 0;
    Id media = 0;
    geometry::Box2 box;    ///< pixels of the shown picture
    QString label;
    qint64 order = 0;      ///< position in lists; creation order by default
    bool hidden = false;
    bool locked = false;
};

/// A caption of a region, or of the whole picture when `region` is 0.
struct Caption {
    Id id = 0;
    Id media = 0;
    Id region = 0;
    QString text;
    CaptionState state = CaptionState::Draft;
    CaptionSource source = CaptionSource::Human;
    int rank = 0;              ///< 0 is the one shown; alternatives count from 1
    QString model;             ///< name of the model that wrote it, also after it was edited
    QString adapter;
    QJsonObject options;       ///< decoding options
    std::optional<double> score;
    std::vector<float> tokenScores;
    QString editedFrom;        ///< the machine's text before the first edit by hand
    QString author;
    QDateTime createdAt;       ///< UTC
    QDateTime changedAt;
};

} // namespace rb::project
