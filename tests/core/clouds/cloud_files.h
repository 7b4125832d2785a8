#pragma once

#include "core/clouds/cloud_reader.h"
#include "core/media/npy_array.h"
#include "tests/core/checkpoint/test_files.h"

#include <QTemporaryDir>

#include <algorithm>

namespace rb::clouds::testing {

using namespace rb::checkpoint::testing;

/// A number as it lies in a file.
template <typename T>
QByteArray number(T value, bool bigEndian = false) {
    QByteArray bytes(reinterpret_cast<const char*>(&value), sizeof value);
    if (bigEndian) std::reverse(bytes.begin(), bytes.end());
    return bytes;
}

template <typename T>
QByteArray numbers(std::initializer_list<T> values, bool bigEndian = false) {
    QByteArray bytes;
    for (const T value : values) bytes += number(value, bigEndian);
    return bytes;
}

/// A NumPy table under tests/data; no rows when it cannot be read.
inline std::vector<std::vector<double>> goldenRows(const char* relative) {
    const QByteArray bytes = contentOf(dataPath(relative));
    const auto rows = media::rowsFromNpy({bytes.data(), static_cast<std::size_t>(bytes.size())}, relative, 1, 1'000'000);
    if (rows.ok()) return *rows;
    qCritical("%s", rows.error().message.c_str());
    return {};
}

inline const char* textOf(const Result<Cloud>& cloud) {
    return cloud.ok() ? "" : cloud.error().message.c_str();
}

/// A folder for the files of one test program.
class CloudFiles {
public:
    std::filesystem::path write(const QString& name, const QByteArray& content) const {
        const QString path = m_folder.filePath(name);
        if (!writeContent(path, content)) qCritical("The test file could not be written.");
        return fsPath(path);
    }
    Result<Cloud> read(const QString& name, const QByteArray& content, const CloudReadOptions& options = {}) const {
        return readCloud(write(name, content), options);
    }
    QString path(const QString& name) const { return m_folder.filePath(name); }

private:
    QTemporaryDir m_folder;
};

/// x y z of point i in the file's coordinates.
inline std::array<double, 3> placeOf(const Cloud& cloud, std::size_t i) {
    std::array<double, 3> place = cloud.offset;
    for (std::size_t axis = 0; axis < 3; ++axis) place[axis] += static_cast<double>(cloud.positions[3 * i + axis]);
    return place;
}

} // namespace rb::clouds::testing
