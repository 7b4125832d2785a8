#pragma once

#include <QOpenGLWidget>
#include <QSize>

#include <memory>

class QPainter;
class vtkRenderer;

namespace rb::viewer3d {

class RenderWindow;

/// Shows a VTK render window inside Qt's own framebuffer. The only class that knows of framebuffers: whoever
/// draws adds a renderer and paints what lies over it with QPainter. It may be resized, hidden and moved into another
/// window at any time; VTK's graphics resources go with the context and come back with the next. GUI thread only.
class VtkWidget : public QOpenGLWidget {
    Q_OBJECT

public:
    explicit VtkWidget(QWidget* parent = nullptr);
    ~VtkWidget() override;

    /// Whether this platform has OpenGL for widgets ("offscreen" has not). Needs a QGuiApplication.
    static bool isPossible();

    void addRenderer(vtkRenderer* renderer);
    void removeRenderer(vtkRenderer* renderer);
    /// What the driver calls itself; empty before the first frame.
    QString driver() const { return m_driver; }
    QSize sizeInPixels() const;

Q_SIGNALS:
    /// A new context is current, the first or another one after the widget has moved to another window.
    void contextMade();
    /// Within a frame, before VTK draws; the context is current.
    void aboutToDraw();
    /// Within a frame, after VTK has drawn; device-independent pixels.
    void drawOver(QPainter& painter);

protected:
    void initializeGL() override;
    void resizeGL(int width, int height) override;
    void paintGL() override;

private:
    void drawVtk();
    void releaseGraphics();

    std::unique_ptr<RenderWindow> m_window;
    QString m_driver;
    QMetaObject::Connection m_contextGoes;
};

} // namespace rb::viewer3d
