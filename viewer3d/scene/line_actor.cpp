#include "viewer3d/scene/line_actor.h"

#include <vtkActor.h>
#include <vtkCellArray.h>
#include <vtkCellData.h>
#include <vtkNew.h>
#include <vtkPoints.h>
#include <vtkPolyData.h>
#include <vtkPolyDataMapper.h>
#include <vtkProperty.h>
#include <vtkRenderer.h>
#include <vtkUnsignedCharArray.h>

namespace rb::viewer3d {

struct LineActor::Parts {
    vtkRenderer* renderer;
    vtkNew<vtkActor> actor;
    vtkNew<vtkPolyDataMapper> mapper;
};

LineActor::LineActor(vtkRenderer* renderer, float width) : m_parts(new Parts{renderer, {}, {}}) {
    m_parts->mapper->SetColorModeToDirectScalars();
    m_parts->actor->SetMapper(m_parts->mapper);
    m_parts->actor->GetProperty()->LightingOff();
    m_parts->actor->GetProperty()->SetLineWidth(width);
    m_parts->actor->SetVisibility(false);
    renderer->AddActor(m_parts->actor);
}

LineActor::~LineActor() { m_parts->renderer->RemoveActor(m_parts->actor); }

void LineActor::setWidth(float devicePixels) { m_parts->actor->GetProperty()->SetLineWidth(devicePixels); }

void LineActor::setLines(const std::vector<Line>& lines) {
    vtkNew<vtkPoints> points;
    vtkNew<vtkCellArray> cells;
    vtkNew<vtkUnsignedCharArray> colors;
    colors->SetNumberOfComponents(4);
    for (const Line& line : lines) {
        const vtkIdType ends[2] = {points->InsertNextPoint(line.from.data()), points->InsertNextPoint(line.to.data())};
        cells->InsertNextCell(2, ends);
        const unsigned char color[4] = {static_cast<unsigned char>(line.color.red()), static_cast<unsigned char>(line.color.green()),
                                        static_cast<unsigned char>(line.color.blue()), static_cast<unsigned char>(line.color.alpha())};
        colors->InsertNextTypedTuple(color);
    }
    vtkNew<vtkPolyData> data;
    data->SetPoints(points);
    data->SetLines(cells);
    data->GetCellData()->SetScalars(colors);
    m_parts->mapper->SetInputData(data);
    m_parts->actor->SetVisibility(!lines.empty());
}

} // namespace rb::viewer3d
