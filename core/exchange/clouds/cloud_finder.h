#pragma once

#include <QHash>
#include <QString>

#include <filesystem>
#include <optional>

namespace rb::exchange {

/// Finds the clouds that annotations name: in the media folder as they are named, else anywhere under it by file name, or by the name
/// without its ending where the annotation has none. A name that several files have is found by none.
class CloudFinder {
public:
    explicit CloudFinder(QString folder) : m_folder(std::move(folder)) {}

    /// Absolute; where it should be, when it is not there.
    QString find(const std::filesystem::path& named);

private:
    void indexNames();
    QString m_folder;
    std::optional<QHash<QString, QString>> m_byName; ///< an empty path: several files have the name
};

} // namespace rb::exchange
