#include "viewer3d/scene/point_layer.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkFloatArray.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkPointGaussianMapper.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkSmartPointer.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>

namespace rb::viewer3d {
namespace {

constexpr std::size_t kCapacity = 30'000'000; // 16 bytes a point of graphics memory

/// The points of one node in the graphics memory.
struct NodeActor {
    vtkNew<vtkActor> actor;
    vtkNew<vtkUnsignedCharArray> colors;
    std::size_t used = 0; ///< the frame that last showed it
    std::size_t styled = 0;
};

class GraphicsLayer : public PointLayer {
public:
    explicit GraphicsLayer(vtkRenderer* renderer) : m_renderer(renderer) {}
    ~GraphicsLayer() override { clear(); }

    void setPoints(std::shared_ptr<const spatial::PointOctree> octree) override {
        clear();
        m_octree = std::move(octree);
    }

    void setStyle(const SplatStyle& style) override {
        m_style = style;
        ++m_styleNumber;
    }

    void show(const PointFrame& frame) override {
        if (!m_octree) return;
        if (frame.shown == 0) {
            ++m_frame;
            m_points = 0;
        }
        for (const std::uint32_t node : frame.nodes) {
            NodeActor& entry = actorOf(node);
            if (entry.used != m_frame) m_points += countOf(node);
            entry.used = m_frame;
            restyle(node, entry);
        }
        for (auto& [node, entry] : m_actors) entry->actor->SetVisibility(entry->used == m_frame);
        if (m_held > kCapacity) forgetUnused();
    }

    std::size_t pointsShown() const override { return m_points; }
    std::size_t capacity() const override { return kCapacity; }

private:
    std::size_t countOf(std::uint32_t node) const { return m_octree->nodes()[node].ownEnd - m_octree->nodes()[node].first; }

    NodeActor& actorOf(std::uint32_t node) {
        auto& entry = m_actors[node];
        if (entry) return *entry;
        entry = std::make_unique<NodeActor>();
        m_held += countOf(node);
        // VTK reads the octree's own memory; it never writes to what it is given to draw.
        vtkNew<vtkFloatArray> coordinates;
        coordinates->SetNumberOfComponents(3);
        const float* first = m_octree->positions().data() + 3 * std::size_t(m_octree->nodes()[node].first);
        coordinates->SetArray(const_cast<float*>(first), vtkIdType(3 * countOf(node)), 1);
        vtkNew<vtkPoints> points;
        points->SetData(coordinates);
        vtkNew<vtkPolyData> data;
        data->SetPoints(points);
        entry->colors->SetNumberOfComponents(4);
        entry->colors->SetNumberOfTuples(vtkIdType(countOf(node)));
        data->GetPointData()->SetScalars(entry->colors);
        vtkNew<vtkPointGaussianMapper> mapper;
        mapper->SetInputData(data);
        mapper->SetScaleFactor(0); // plain points, without a quad each
        mapper->EmissiveOff();
        mapper->SetColorModeToDirectScalars();
        entry->actor->SetMapper(mapper);
        entry->actor->GetProperty()->LightingOff();
        m_renderer->AddActor(entry->actor);
        return *entry;
    }

    void restyle(std::uint32_t node, NodeActor& entry) {
        if (entry.styled == m_styleNumber) return;
        entry.styled = m_styleNumber;
        const std::uint32_t first = m_octree->nodes()[node].first;
        auto* out = entry.colors->GetPointer(0);
        for (std::uint32_t i = 0; i < countOf(node); ++i) {
            const std::uint32_t color = colorOf(m_style, first + i);
            std::memcpy(out + 4 * std::size_t(i), &color, sizeof color);
        }
        entry.colors->Modified();
        entry.actor->GetProperty()->SetPointSize(float(m_style.pointSize));
    }

    void forgetUnused() {
        std::erase_if(m_actors, [this](const auto& item) {
            if (item.second->used == m_frame) return false;
            m_renderer->RemoveActor(item.second->actor);
            m_held -= countOf(item.first);
            return true;
        });
    }

    void clear() {
        for (auto& [node, entry] : m_actors) m_renderer->RemoveActor(entry->actor);
        m_actors.clear();
        m_held = m_points = 0;
    }

    vtkRenderer* m_renderer;
    std::shared_ptr<const spatial::PointOctree> m_octree;
    std::unordered_map<std::uint32_t, std::unique_ptr<NodeActor>> m_actors;
    SplatStyle m_style;
    std::size_t m_styleNumber = 1;
    std::size_t m_frame = 0;
    std::size_t m_points = 0;
    std::size_t m_held = 0;
};

} // namespace

std::unique_ptr<PointLayer> makeGraphicsLayer(vtkRenderer* renderer) { return std::make_unique<GraphicsLayer>(renderer); }

} // namespace rb::viewer3d
