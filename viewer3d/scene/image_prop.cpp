#include "viewer3d/scene/image_prop.h"

#include <QOpenGLContext>
#include <QOpenGLFunctions>

#include <vtkObjectFactory.h>
#include <vtkOpenGLQuadHelper.h>
#include <vtkOpenGLRenderWindow.h>
#include <vtkOpenGLShaderCache.h>
#include <vtkOpenGLState.h>
#include <vtkRenderer.h>
#include <vtkShaderProgram.h>
#include <vtkTextureObject.h>

namespace rb::viewer3d {
namespace {

constexpr const char* kFragmentShader = R"(
//VTK::System::Dec
//VTK::Output::Dec
uniform sampler2D pointColor;
uniform sampler2D pointDepth;
in vec2 texCoord;
void main()
{
  ivec2 pixel = ivec2(texCoord * vec2(textureSize(pointColor, 0)));
  vec4 color = texelFetch(pointColor, pixel, 0);
  if (color.a < 0.5) { discard; }
  gl_FragData[0] = vec4(color.rgb, 1.0);
  gl_FragDepth = texelFetch(pointDepth, pixel, 0).r;
}
)";

} // namespace

vtkStandardNewMacro(ImageProp);

ImageProp::ImageProp() : m_color(vtkTextureObject::New()), m_depth(vtkTextureObject::New()) {}

ImageProp::~ImageProp() {
    m_color->Delete();
    m_depth->Delete();
}

void ImageProp::setImage(const SplatImage& image) {
    m_image = image;
    m_changed = true;
    Modified();
}

/// A texture of the right size is written over: making one anew costs milliseconds of fresh memory where OpenGL is emulated.
void ImageProp::fill(vtkTextureObject& texture, vtkOpenGLRenderWindow* window, int components, int type, void* pixels) const {
    const auto width = unsigned(m_image.width), height = unsigned(m_image.height);
    if (texture.GetContext() != window || texture.GetHandle() == 0 || texture.GetWidth() != width || texture.GetHeight() != height) {
        texture.SetContext(window);
        texture.Create2DFromRaw(width, height, components, type, pixels);
        return;
    }
    texture.Activate();
    QOpenGLContext::currentContext()->functions()->glTexSubImage2D(GL_TEXTURE_2D, 0, 0, 0, int(width), int(height), texture.GetFormat(type, components, false),
                                                                   texture.GetDataType(type), pixels);
    texture.Deactivate();
}

void ImageProp::upload(vtkViewport* viewport) {
    auto* window = vtkOpenGLRenderWindow::SafeDownCast(static_cast<vtkRenderer*>(viewport)->GetRenderWindow());
    if (!m_quad) {
        m_quad = std::make_unique<vtkOpenGLQuadHelper>(window, nullptr, kFragmentShader, nullptr);
        m_changed = true;
    } else {
        window->GetShaderCache()->ReadyShaderProgram(m_quad->Program);
    }
    if (!m_changed) return;
    // VTK takes pointers to what it will not change.
    fill(*m_color, window, 4, VTK_UNSIGNED_CHAR, const_cast<std::uint32_t*>(m_image.rgba.data()));
    fill(*m_depth, window, 1, VTK_FLOAT, const_cast<float*>(m_image.depth.data()));
    m_changed = false;
}

int ImageProp::RenderOpaqueGeometry(vtkViewport* viewport) {
    if (m_image.width == 0) return 0;
    upload(viewport);
    if (!m_quad->Program) return 0;
    auto* window = static_cast<vtkOpenGLRenderWindow*>(static_cast<vtkRenderer*>(viewport)->GetRenderWindow());
    vtkOpenGLState* state = window->GetState();
    vtkOpenGLState::ScopedglEnableDisable depthTest(state, GL_DEPTH_TEST);
    vtkOpenGLState::ScopedglEnableDisable blend(state, GL_BLEND);
    vtkOpenGLState::ScopedglDepthMask mask(state);
    state->vtkglEnable(GL_DEPTH_TEST);
    state->vtkglDisable(GL_BLEND);
    state->vtkglDepthMask(GL_TRUE);
    m_color->Activate();
    m_depth->Activate();
    m_quad->Program->SetUniformi("pointColor", m_color->GetTextureUnit());
    m_quad->Program->SetUniformi("pointDepth", m_depth->GetTextureUnit());
    m_quad->Render();
    m_depth->Deactivate();
    m_color->Deactivate();
    return 1;
}

void ImageProp::ReleaseGraphicsResources(vtkWindow* window) {
    m_quad.reset();
    m_color->ReleaseGraphicsResources(window);
    m_depth->ReleaseGraphicsResources(window);
    m_changed = true;
    Superclass::ReleaseGraphicsResources(window);
}

} // namespace rb::viewer3d
