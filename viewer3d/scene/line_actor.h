#pragma once

#include "viewer3d/camera/vec3.h"

#include <QColor>

#include <memory>
#include <vector>

class vtkRenderer;

namespace rb::viewer3d {

/// Straight lines with a colour each, drawn in one go, hidden by what stands before them.
class LineActor {
public:
    LineActor(vtkRenderer* renderer, float width);
    ~LineActor();

    struct Line {
        Vec3d from, to;
        QColor color;
    };
    void setLines(const std::vector<Line>& lines);
    void setWidth(float devicePixels);

private:
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace rb::viewer3d
