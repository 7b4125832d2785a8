#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

/// Hand-made pickles and zip archives, sound or not.
namespace rb::checkpoint::testing {

inline QByteArray text(const QByteArray& utf8) {
    const auto length = static_cast<quint32>(utf8.size());
    return "X" + QByteArray(reinterpret_cast<const char*>(&length), 4) + utf8;
}

inline QByteArray integer(qint32 value) {
    return "J" + QByteArray(reinterpret_cast<const char*>(&value), 4);
}

inline QByteArray tuple(const QList<QByteArray>& items) {
    return "(" + items.join() + "t";
}

inline QByteArray tupleOf(const QList<qint32>& numbers) {
    QList<QByteArray> items;
    for (const qint32 number : numbers)
        items << integer(number);
    return tuple(items);
}

inline QByteArray global(const QByteArray& module, const QByteArray& name) {
    return "c" + module + "\n" + name + "\n";
}

inline QByteArray storage(const QByteArray& type, const QByteArray& key, qint32 count) {
    return tuple({text("storage"), global("torch", type), text(key), text("cpu"), integer(count)}) + "Q";
}

inline QByteArray call(const QByteArray& function, const QList<QByteArray>& arguments) {
    return function + tuple(arguments) + "R";
}

inline QByteArray orderedDict() {
    return call(global("collections", "OrderedDict"), {});
}

/// _rebuild_tensor_v2 of a float storage.
inline QByteArray tensor(const QByteArray& held, qint32 offset, const QList<qint32>& sizes,
                         const QList<qint32>& strides) {
    return call(global("torch._utils", "_rebuild_tensor_v2"),
                {held, integer(offset), tupleOf(sizes), tupleOf(strides), "\x89", orderedDict()});
}

/// A dictionary literal of keys and values in turn.
inline QByteArray dictionary(const QList<QByteArray>& keysAndValues) {
    return "}(" + keysAndValues.join() + "u";
}

inline QByteArray pickle(const QByteArray& value) {
    return "\x80\x02" + value + ".";
}

inline quint32 crc32(const QByteArray& bytes) {
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : bytes) {
        crc ^= static_cast<quint8>(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1U) ^ ((crc & 1U) != 0 ? 0xEDB88320U : 0U);
    }
    return ~crc;
}

/// One record of a zip, with the values its headers shall state.
struct ZipPart {
    QByteArray name;
    QByteArray data = {};
    quint16 method = 0;
    qint64 statedBytes = -1;   ///< unpacked size; -1: that of `data`
    QByteArray localName = {}; ///< empty: `name`
    qint64 statedOffset = -1;  ///< of the local header; -1: the true one
    quint16 flags = 0;
    quint32 crcError = 0; ///< added to the true CRC in both headers
};

template <typename T>
QByteArray little(T value) {
    return QByteArray(reinterpret_cast<const char*>(&value), sizeof value);
}

inline QByteArray zip(const QList<ZipPart>& parts, const QByteArray& comment = {}) {
    QByteArray file;
    QByteArray directory;
    for (const ZipPart& part : parts) {
        const auto packed = static_cast<quint32>(part.data.size());
        const auto bytes = part.statedBytes < 0 ? packed : static_cast<quint32>(part.statedBytes);
        const QByteArray localName = part.localName.isEmpty() ? part.name : part.localName;
        const auto offset = static_cast<quint32>(part.statedOffset < 0 ? file.size() : part.statedOffset);
        const QByteArray common = little<quint16>(part.flags) + little<quint16>(part.method) +
                                  little<quint32>(0) + little(crc32(part.data) + part.crcError) +
                                  little(packed) + little(bytes);
        file += "PK\x03\x04" + little<quint16>(20) + common + little(static_cast<quint16>(localName.size())) +
                little<quint16>(0) + localName + part.data;
        directory += "PK\x01\x02" + little<quint16>(20) + little<quint16>(20) + common +
                     little(static_cast<quint16>(part.name.size())) + QByteArray(12, '\0') + little(offset) +
                     part.name;
    }
    const auto records = static_cast<quint16>(parts.size());
    const auto offset = static_cast<quint32>(file.size());
    return file + directory + "PK\x05\x06" + little<quint32>(0) + little(records) + little(records) +
           little(static_cast<quint32>(directory.size())) + little(offset) +
           little(static_cast<quint16>(comment.size())) + comment;
}

/// A torch archive of one pickle and its storages "0", "1", ….
inline QByteArray torchZip(const QByteArray& pickled, const QList<QByteArray>& storages = {}) {
    QList<ZipPart> parts{{"archive/data.pkl", pickled}};
    for (int i = 0; i < storages.size(); ++i)
        parts << ZipPart{"archive/data/" + QByteArray::number(i), storages[i]};
    parts << ZipPart{"archive/version", "3\n"};
    return zip(parts);
}

} // namespace rb::checkpoint::testing
