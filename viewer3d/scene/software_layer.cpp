#include "viewer3d/scene/point_layer.h"

#include "viewer3d/scene/image_prop.h"

#include <vtkNew.h>
#include <vtkRenderer.h>

#include <algorithm>
#include <cctype>
#include <string>

namespace rb::viewer3d {
namespace {

class SoftwareLayer : public PointLayer {
public:
    explicit SoftwareLayer(vtkRenderer* renderer) : m_vtkRenderer(renderer) { renderer->AddViewProp(m_prop); }
    ~SoftwareLayer() override { m_vtkRenderer->RemoveViewProp(m_prop); }

    void setPoints(std::shared_ptr<const spatial::PointOctree> octree) override {
        m_octree = std::move(octree);
        m_splats.setPoints(m_octree);
        m_points = 0;
        m_prop->setImage({});
    }

    void setStyle(const SplatStyle& style) override { m_style = style; }

    void show(const PointFrame& frame) override {
        if (!m_octree) return;
        if (frame.shown == 0) {
            m_splats.begin(frame.projection, frame.width, frame.height);
            m_points = 0;
        }
        const auto added = frame.nodes.subspan(std::min(frame.shown, frame.nodes.size()));
        for (const std::uint32_t node : added) m_points += m_octree->nodes()[node].ownEnd - m_octree->nodes()[node].first;
        if (!added.empty()) m_splats.add(added);
        m_prop->setImage(m_splats.shade(m_style));
    }

    std::size_t pointsShown() const override { return m_points; }
    std::size_t capacity() const override { return 200'000'000; }

private:
    vtkRenderer* m_vtkRenderer;
    vtkNew<ImageProp> m_prop;
    std::shared_ptr<const spatial::PointOctree> m_octree;
    SplatRenderer m_splats;
    SplatStyle m_style;
    std::size_t m_points = 0;
};

} // namespace

std::unique_ptr<PointLayer> makeSoftwareLayer(vtkRenderer* renderer) { return std::make_unique<SoftwareLayer>(renderer); }

bool isEmulated(std::string_view driver) {
    std::string name(driver);
    std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return char(std::tolower(c)); });
    for (const char* emulated : {"llvmpipe", "softpipe", "swiftshader", "swrast", "software", "gdi generic"})
        if (name.find(emulated) != std::string::npos) return true;
    return false;
}

} // namespace rb::viewer3d
