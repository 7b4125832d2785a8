#pragma once

#include "viewer3d/splat/splat_renderer.h"

#include <vtkProp.h>

#include <memory>

class vtkOpenGLQuadHelper;
class vtkOpenGLRenderWindow;
class vtkTextureObject;

namespace rb::viewer3d {

/// Draws a picture with its depths over the whole viewport, as opaque geometry among the other.
class ImageProp : public vtkProp {
public:
    static ImageProp* New();
    vtkTypeMacro(ImageProp, vtkProp);

    /// Its pixels must stay valid while it is drawn.
    void setImage(const SplatImage& image);

    int RenderOpaqueGeometry(vtkViewport* viewport) override;
    void ReleaseGraphicsResources(vtkWindow* window) override;

protected:
    ImageProp();
    ~ImageProp() override;

private:
    void fill(vtkTextureObject& texture, vtkOpenGLRenderWindow* window, int components, int type, void* pixels) const;
    void upload(vtkViewport* viewport);

    SplatImage m_image;
    bool m_changed = false;
    std::unique_ptr<vtkOpenGLQuadHelper> m_quad;
    vtkTextureObject* m_color;
    vtkTextureObject* m_depth;
};

} // namespace rb::viewer3d
