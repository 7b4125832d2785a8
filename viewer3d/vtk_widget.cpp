#include "viewer3d/vtk_widget.h"

#include <QGuiApplication>
#include <QOpenGLContext>
#include <QOpenGLExtraFunctions>
#include <QOpenGLFunctions>
#include <QOpenGLPaintDevice>
#include <QPainter>
#include <QSurfaceFormat>

#include <vtkCallbackCommand.h>
#include <vtkGenericOpenGLRenderWindow.h>
#include <vtkNew.h>
#include <vtkObjectFactory.h>
#include <vtkOpenGLFramebufferObject.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>

namespace rb::viewer3d {

namespace {

/// Stays in VTK's framebuffer when a frame is done: the next step, a copy into a second one of VTK's, costs milliseconds
/// where OpenGL is emulated, and is not needed to get the frame out.
class DirectWindow : public vtkGenericOpenGLRenderWindow {
public:
    static DirectWindow* New();
    vtkTypeMacro(DirectWindow, vtkGenericOpenGLRenderWindow)
    void Frame() override {}
};
vtkStandardNewMacro(DirectWindow)

} // namespace

/// The window of VTK that draws into the context of a widget.
class RenderWindow {
public:
    explicit RenderWindow(QOpenGLWidget& widget) : m_widget(widget) {
        window->SetReadyForRendering(false);
        window->SetFrameBlitModeToNoBlit();
        window->SetMultiSamples(0);
        window->SetOwnContext(0);
        observe(vtkCommand::WindowMakeCurrentEvent, [](vtkObject*, unsigned long, void* self, void*) { of(self).makeCurrent(); });
        observe(vtkCommand::WindowIsCurrentEvent, [](vtkObject*, unsigned long, void* self, void* answer) {
            *static_cast<bool*>(answer) = QOpenGLContext::currentContext() == of(self).m_widget.context();
        });
        // The driver's version is looked at when the context is made; VTK's own question would be asked too early.
        window->SetSupportsOpenGL(1);
        window->SetIsDirect(1);
    }

    vtkNew<DirectWindow> window;

private:
    using Callback = void (*)(vtkObject*, unsigned long, void*, void*);

    static RenderWindow& of(void* self) { return *static_cast<RenderWindow*>(self); }

    void observe(unsigned long event, Callback callback) {
        vtkNew<vtkCallbackCommand> command;
        command->SetClientData(this);
        command->SetCallback(callback);
        window->AddObserver(event, command);
    }

    // QOpenGLWidget::makeCurrent() would also bind the widget's framebuffer, behind the state that VTK remembers.
    void makeCurrent() const {
        QOpenGLContext* context = m_widget.context();
        if (context && context->surface()) context->makeCurrent(context->surface());
    }

    QOpenGLWidget& m_widget;
};

VtkWidget::VtkWidget(QWidget* parent) : QOpenGLWidget(parent), m_window(std::make_unique<RenderWindow>(*this)) {
    QSurfaceFormat format = QSurfaceFormat::defaultFormat();
    format.setRenderableType(QSurfaceFormat::OpenGL);
    format.setVersion(3, 2);
    format.setProfile(QSurfaceFormat::CoreProfile);
    format.setDepthBufferSize(24);
    format.setSamples(0);
    setFormat(format);
    setUpdateBehavior(QOpenGLWidget::NoPartialUpdate);
}

VtkWidget::~VtkWidget() {
    disconnect(m_contextGoes);
    if (context()) {
        makeCurrent();
        releaseGraphics();
        doneCurrent();
    }
}

bool VtkWidget::isPossible() {
    // These two would say so by a warning.
    const QString platform = QGuiApplication::platformName();
    if (platform == QLatin1String("offscreen") || platform == QLatin1String("minimal")) return false;
    QOpenGLContext context;
    return context.create();
}

void VtkWidget::addRenderer(vtkRenderer* renderer) {
    renderer->SetBackgroundAlpha(1); // else a grab() of the widget shows what lies behind it
    m_window->window->AddRenderer(renderer);
}

void VtkWidget::removeRenderer(vtkRenderer* renderer) { m_window->window->RemoveRenderer(renderer); }

QSize VtkWidget::sizeInPixels() const { return (QSizeF(size()) * devicePixelRatioF()).toSize(); }

void VtkWidget::releaseGraphics() {
    m_window->window->Finalize();
    m_window->window->SetReadyForRendering(false);
}

void VtkWidget::initializeGL() {
    disconnect(m_contextGoes);
    // Moving to another window makes another context; what VTK has in this one must be let go while it still lives.
    m_contextGoes = connect(context(), &QOpenGLContext::aboutToBeDestroyed, this, [this] {
        makeCurrent();
        releaseGraphics();
        doneCurrent();
    });
    vtkGenericOpenGLRenderWindow* window = m_window->window;
    window->GetState()->Reset();
    window->GetState()->vtkglDepthFunc(GL_LEQUAL);
    window->SetReadyForRendering(true);
    window->SetOwnContext(0);
    window->OpenGLInitContext();
    const auto* name = reinterpret_cast<const char*>(context()->functions()->glGetString(GL_RENDERER));
    m_driver = QString::fromLatin1(name ? name : "");
    Q_EMIT contextMade();
}

void VtkWidget::resizeGL(int, int) {
    const QSize pixels = sizeInPixels();
    m_window->window->SetSize(pixels.width(), pixels.height());
}

void VtkWidget::paintGL() {
    const QSize pixels = sizeInPixels();
    // The device pixel ratio may change without a resize, by a move to another screen.
    const int* known = m_window->window->GetSize();
    if (known[0] != pixels.width() || known[1] != pixels.height()) m_window->window->SetSize(pixels.width(), pixels.height());
    drawVtk();
    // Not on `this`: a grab() takes what is painted there elsewhere, and loses it.
    QOpenGLPaintDevice frame(pixels);
    frame.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&frame);
    painter.setRenderHint(QPainter::Antialiasing);
    Q_EMIT drawOver(painter);
}

void VtkWidget::drawVtk() {
    vtkGenericOpenGLRenderWindow* window = m_window->window;
    vtkOpenGLState* state = window->GetState();
    state->Reset();
    state->Push();
    state->vtkglDepthFunc(GL_LEQUAL);
    Q_EMIT aboutToDraw();
    window->Render();
    const QSize size = sizeInPixels();
    window->GetRenderFramebuffer()->Bind(GL_READ_FRAMEBUFFER);
    window->GetRenderFramebuffer()->ActivateReadBuffer(0);
    state->vtkglBindFramebuffer(GL_DRAW_FRAMEBUFFER, defaultFramebufferObject());
    context()->extraFunctions()->glBlitFramebuffer(0, 0, size.width(), size.height(), 0, 0, size.width(), size.height(), GL_COLOR_BUFFER_BIT, GL_NEAREST);
    state->vtkglBindFramebuffer(GL_FRAMEBUFFER, defaultFramebufferObject());
    state->Pop();
    // QPainter binds its own; VTK would believe that its last one still is.
    window->GetShaderCache()->ReleaseCurrentShader();
}

} // namespace rb::viewer3d
