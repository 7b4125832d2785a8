#pragma once

#include "core/geometry/box2.h"
#include "core/meaning/byte_vectors.h"
#include "core/meaning/place.h"
#include "core/meaning/store_file.h"

#include <functional>

namespace rb::meaning {

/// What the file of a picture was when it was looked at.
struct FileStamp {
    qint64 size = -1; ///< in bytes; -1: the file is missing
    qint64 time = 0;  ///< of the last change, in milliseconds since 1970

    static FileStamp of(const QString& file);
    friend bool operator==(const FileStamp&, const FileStamp&) = default;
};

/// What a model saw at a place.
struct Embedding {
    Place place;
    geometry::Box2 box; ///< the region's then; of a whole picture nothing
    FileStamp file;
    ByteVectors queries; ///< `[Q, width]`
};

/// Embeddings in a file beside the project's, by place. It is a cache: it may be deleted at any time, and a damaged or
/// foreign one is made anew. A region costs Q·(width + 4) + width + 120 bytes or so: 1 kB with the embedded model
/// (12 queries of 64), 8.7 kB with published ones (32 of 256). Used on one thread; several connections may be open.
class EmbeddingStore {
public:
    static QString pathFor(const QString& projectFile) { return projectFile + QStringLiteral(".embeddings"); }
    static Result<EmbeddingStore> open(const QString& path);

    /// Rows that took the place of others of the same places. `model`: fingerprint of who made them.
    Status put(const QString& model, const std::vector<Embedding>& embeddings);
    Status remove(const std::vector<Place>& places);

    struct Entry {
        qint64 number = 0; ///< higher with every change
        Place place;
        geometry::Box2 box;
        FileStamp file;
        ByteVectors mean;  ///< one row; empty when the bytes of a damaged file are none
    };
    /// What `model` made and has a number above `after`, by number, until `each` returns false.
    Status forEach(const QString& model, qint64 after, const std::function<bool(const Entry&)>& each) const;
    /// Places of any model.
    Status forEachPlace(const std::function<void(const Place&)>& each) const;
    /// The queries of entry `number`; nothing when it is gone or damaged.
    std::optional<ByteVectors> queriesOf(qint64 number, int width);

private:
    explicit EmbeddingStore(std::unique_ptr<project::Database> database);
    Status told(const Status& status) const;

    std::unique_ptr<project::Database> m_database;
    std::unique_ptr<project::Statement> m_queries; // before the database goes
};

} // namespace rb::meaning
