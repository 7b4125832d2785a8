#pragma once

#include "core/jobs/inference_thread.h"
#include "ui/workspace/workspace.h"

#include <QHash>
#include <QObject>

#include <memory>
#include <optional>

namespace rb::ui {

/// The way of a caption from a box into the project: asks the model, shows the growing words, and
/// stores the answer as one edit. Answers for regions that are gone or were moved meanwhile are
/// dropped; a person's words are never replaced.
class CaptionFlow : public QObject {
    Q_OBJECT

public:
    CaptionFlow(Workspace& workspace, jobs::InferenceThread& inference, QObject* parent = nullptr);

    /// Captions a region with options(), or with those given; region 0 is the whole picture. Asking again for the
    /// same region replaces what was under way. Returns the request's number, 0 when nothing was asked.
    quint64 caption(project::Id media, project::Id region, const std::optional<vlm::GenerationOptions>& options = {});
    /// Captions a cloud's region by these points alone, as an object.
    quint64 captionPoints(project::Id media, project::Id region, std::shared_ptr<const geometry::PointCloud> points);
    void stopAll();
    int running() const { return static_cast<int>(m_asked.size()); }
    bool isRunning(project::Id media, project::Id region) const;

    /// How captions are written: as the user wants it, else as the model does by itself, with some to choose from.
    vlm::GenerationOptions options() const;
    void setOptions(const vlm::GenerationOptions& options) { m_options = options; }

    void setModel(const vlm::ModelDescription& description) { m_model = description; }
    const std::optional<vlm::ModelDescription>& model() const { return m_model; }

    /// Takes an answer as the inference thread gives it.
    void take(quint64 request, const jobs::CaptionAnswer& answer);

Q_SIGNALS:
    void grew(rb::project::Id media, rb::project::Id region, const QString& textSoFar);
    /// The number of captions waiting or running changed.
    void runningChanged(int running);
    /// A caption was stored; `seconds` it took the model.
    void finished(double seconds);

private:
    struct Asked {
        project::Id media = 0;
        project::Id region = 0;
        std::optional<project::Region> before; ///< the region as it was
        vlm::GenerationOptions options;
    };
    quint64 send(Asked asked, jobs::CaptionRequest request);
    bool isOutdated(const Asked& asked) const;
    /// Forgets and stops the requests that `which` holds for; their answers are not taken any more.
    template <typename Predicate>
    void drop(Predicate which);
    void store(const Asked& asked, const std::vector<vlm::Caption>& captions);

    Workspace& m_workspace;
    jobs::InferenceThread& m_inference;
    std::optional<vlm::ModelDescription> m_model;
    std::optional<vlm::GenerationOptions> m_options; ///< what the user wants
    QHash<quint64, Asked> m_asked;
};

} // namespace rb::ui
