#include "core/query/word_hashes.h"

#include "core/project/database.h"
#include "core/query/near_duplicates.h"
#include "core/query/words.h"

namespace rb::query {

Result<WordHashes> WordHashes::read(const project::Database& database) {
    // A text without an end is not a caption; its beginning tells it from others.
    constexpr qsizetype kMostWords = 256;
    WordHashes hashes;
    project::Statement captions(database.handle(),
                                "SELECT id, text FROM caption WHERE rank=0 AND state<>'rejected' ORDER BY id");
    while (captions.next()) {
        const QStringList words = wordsOf(captions.text(1)).mid(0, kMostWords);
        if (words.isEmpty()) continue;
        if (static_cast<qint64>(hashes.size()) == kMostCompared)
            return Error{ErrorCode::TooLarge, "The project has more than " + std::to_string(kMostCompared) +
                                                  " captions to compare, which is more than this takes."};
        for (const QString& word : words) hashes.m_words.push_back(static_cast<std::uint32_t>(qHash(word)));
        hashes.m_ids.push_back(captions.integer(0));
        hashes.m_starts.push_back(hashes.m_words.size());
    }
    if (Status status = captions.status(); !status.ok()) return status.error();
    return hashes;
}

} // namespace rb::query
