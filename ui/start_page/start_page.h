#pragma once

#include <QList>
#include <QUrl>
#include <QWidget>

class QAction;

namespace rb::ui {

/// What stands in the middle of the window while the project has no pictures: what to do next.
class StartPage : public QWidget {
    Q_OBJECT

public:
    /// A button for each action; the first is the one to press.
    explicit StartPage(const QList<QAction*>& actions, QWidget* parent = nullptr);

Q_SIGNALS:
    void filesDropped(const QList<QUrl>& urls);

protected:
    void paintEvent(QPaintEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void setFilesOver(bool over);

    bool m_filesOver = false;
};

} // namespace rb::ui
