#pragma once

#include "core/geometry/box3.h"
#include "core/geometry/shape2.h"

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

enum class MediaKind { Image, Cloud };

/// A picture or a point cloud of the project. The file itself is never altered.
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
    MediaKind kind = MediaKind::Image;
    qint64 pointCount = 0; ///< of a cloud
    QString sourceId;      ///< the id it has in the file it was imported from
    QString extra;         ///< what that file said beyond our fields: a JSON object, or empty
};

/// Where a region of a cloud lies, in the cloud's own coordinates.
struct CloudShape {
    geometry::Box3 box;
    QByteArray points;     ///< which points belong to it, as spatial::PointSelection::toBytes() writes them; empty: those in the box

    friend bool operator==(const CloudShape&, const CloudShape&) = default;
};

/// A region of a picture or a cloud.
struct Region {
    Id id = 0;
    Id media = 0;
    geometry::Shape2 shape; ///< pixels of the shown picture; of a cloud's region its footprint, x and y in the cloud's units
    std::optional<CloudShape> cloud; ///< of a cloud's region
    QString label;
    qint64 order = 0;      ///< position in lists; creation order by default
    bool hidden = false;
    bool locked = false;
    std::optional<double> score; ///< of the detector it came from, [0, 1]
    QString sourceId;            ///< as of Media
    QString extra;

    /// The axis-aligned box around the shape: what the model is given.
    geometry::Box2 box() const { return geometry::boundsOf(shape); }
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
    QString prompt;            ///< the text the model was given before its own
};

} // namespace rb::project
