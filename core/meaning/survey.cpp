#include "core/meaning/survey.h"

#include <QDir>
#include <QHash>
#include <QSet>

#include <utility>

namespace rb::meaning {
namespace {

using project::Id;
using project::Statement;

struct Made {
    geometry::Box2 box;
    FileStamp file;
};

class Surveyor {
public:
    Surveyor(const project::Database& project, const QString& folder) : m_db(project.handle()), m_folder(folder) {}

    Status readStore(const EmbeddingStore& store, const QString& model) {
        const Status read = store.forEach(model, 0, [this](const EmbeddingStore::Entry& entry) {
            if (entry.mean.size() == 1) m_made.insert(entry.place, {entry.box, entry.file});
            return true;
        });
        return read.ok() ? store.forEachPlace([this](const Place& place) { m_stored.insert(place); }) : read;
    }

    Status readProject() {
        Statement media(m_db, "SELECT id, root, path, width, height, kind FROM media ORDER BY path, id");
        while (media.next()) {
            const QString root = media.text(1);
            const QString file = QDir::cleanPath(QDir(root.isEmpty() ? m_folder : root).absoluteFilePath(media.text(2)));
            m_file = media.text(5) == QLatin1String("image") ? FileStamp::of(file) : FileStamp{};
            lookAt({media.integer(0), {}}, static_cast<double>(media.integer(3)), static_cast<double>(media.integer(4)));
        }
        return media.status();
    }

    Survey take() {
        m_survey.gone.assign(m_stored.begin(), m_stored.end());
        return std::move(m_survey);
    }

private:
    void lookAt(Survey::Work work, double width, double height) {
        count({work.media, 0}, {}, m_file.size >= 0, work);
        m_regions.restart();
        m_regions.bind(work.media);
        while (m_regions.next()) {
            const geometry::Box2 box{m_regions.real(1), m_regions.real(2), m_regions.real(3), m_regions.real(4)};
            const geometry::Box2 inside = geometry::clipped(box, width, height);
            count({work.media, m_regions.integer(0)}, box, m_file.size >= 0 && inside.width >= 1 && inside.height >= 1, work);
        }
        if (!work.regions.empty()) m_survey.work.push_back(std::move(work));
    }

    void count(const Place& place, const geometry::Box2& box, bool possible, Survey::Work& work) {
        m_stored.remove(place);
        if (!possible) {
            ++m_survey.impossible;
            return;
        }
        ++m_survey.total;
        const auto made = m_made.constFind(place);
        if (made != m_made.constEnd() && made->box == box && made->file == m_file) ++m_survey.ready;
        else work.regions.push_back(place.region);
    }

    sqlite3* m_db;
    QString m_folder;
    Statement m_regions{m_db, "SELECT id, x, y, width, height FROM region WHERE media=? ORDER BY position, id"};
    QHash<Place, Made> m_made;
    QSet<Place> m_stored;
    FileStamp m_file; ///< of the picture that is looked at
    Survey m_survey;
};

} // namespace

Result<Survey> surveyOf(const project::Database& project, const QString& folder, const EmbeddingStore& store, const QString& model) {
    Surveyor surveyor(project, folder);
    if (Status read = surveyor.readStore(store, model); !read.ok()) return read.error();
    if (Status read = surveyor.readProject(); !read.ok()) return read.error();
    return surveyor.take();
}

} // namespace rb::meaning
