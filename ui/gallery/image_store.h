#pragma once

#include <QCache>
#include <QImage>
#include <QObject>
#include <QSet>
#include <QThreadPool>

#include <functional>

namespace rb::ui {

/// Small images, made on a thread of their own; those not looked at for long are forgotten. GUI thread only.
class ImageStore : public QObject {
    Q_OBJECT

public:
    explicit ImageStore(QObject* parent = nullptr);
    ~ImageStore() override;

    /// The image when it is there; otherwise null, and `ready` follows. `make` is called on the store's thread and may
    /// answer with a null image, which is kept like any other.
    QImage image(const QString& key, std::function<QImage()> make);

    /// It was made, and is null.
    bool isNull(const QString& key) const;

Q_SIGNALS:
    void ready(const QString& key);

private:
    QCache<QString, QImage> m_images; ///< cost in kilobytes
    QSet<QString> m_wanted;
    QThreadPool m_pool;
};

} // namespace rb::ui
