#include "core/project/project.h"

#include <cstdio>

using namespace rb::project;

/// edit_forever PROJECT PREFIX: captions one region after another and prints each caption's text when
/// edit() has returned, until it is killed.
int main(int argc, char** argv) {
    if (argc != 3) return 2;
    const auto project = Project::open(QString::fromUtf8(argv[1]));
    if (!project.ok() || (*project)->access() != Project::Access::ReadWrite) return 3;
    const std::vector<Media> media = (*project)->allMedia();
    if (media.empty()) return 4;
    for (int i = 0;; ++i) {
        const QString text = QStringLiteral("%1-%2").arg(QString::fromUtf8(argv[2])).arg(i);
        const rb::Status status = (*project)->edit(QStringLiteral("Caption"), [&](Edit& edit) {
            Region region;
            region.media = media.front().id;
            region.shape.box = {double(i), 1, 2, 3};
            Caption caption;
            caption.media = region.media;
            caption.region = edit.insert(region);
            caption.text = text;
            edit.insert(caption);
        });
        if (!status.ok()) return 5;
        std::printf("%s\n", text.toUtf8().constData());
        std::fflush(stdout);
    }
}
