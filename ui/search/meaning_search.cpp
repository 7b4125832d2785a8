#include "ui/search/meaning_search.h"

#include "core/project/database.h"

namespace rb::ui {

using jobs::InferenceThread;

static constexpr int kLaterMs = 1500;

MeaningSearch::MeaningSearch(Workspace& workspace, InferenceThread& inference, QObject* parent)
    : QObject(parent), m_workspace(workspace), m_inference(inference) {
    m_later.setSingleShot(true);
    m_later.setInterval(kLaterMs);
    connect(&m_later, &QTimer::timeout, this, [this] { lookAround(false); });
    connect(&workspace, &Workspace::projectClosing, this, &MeaningSearch::stop);
    connect(&workspace, &Workspace::projectChanged, this, &MeaningSearch::begin);
    connect(&workspace, &Workspace::changed, this, [this](const project::ChangeSummary& summary) {
        if (!m_job && !(summary.regions.isEmpty() && summary.media.isEmpty())) m_later.start();
    });
    connect(&inference, &InferenceThread::textEmbedded, this, &MeaningSearch::takeText);
    connect(&inference, &InferenceThread::failed, this, [this](quint64 number, const Error& error) {
        if (m_asked.remove(number)) Q_EMIT refused(error);
    });
}

MeaningSearch::~MeaningSearch() = default;

void MeaningSearch::setModel(const vlm::ModelPaths& paths, const std::string& modality) {
    m_model = paths;
    m_modality = modality;
    m_texts.clear();
    m_asked.clear();
    begin();
}

void MeaningSearch::begin() {
    stop();
    m_asked.clear(); // of a query to the project before
    m_reader.reset();
    if (!m_workspace.project() || m_model.model.empty()) return;
    const project::Project& project = *m_workspace.project();
    m_reader = std::make_shared<Reader>(Reader{meaning::EmbeddingStore::pathFor(project.path()), project.folder(), m_model, m_modality, {}, {}});
    lookAround(false);
}

Result<meaning::RegionFinder*> MeaningSearch::Reader::open() {
    if (finder) return &*finder;
    if (name.isEmpty()) {
        auto known = jobs::embeddingModel(model, modality);
        if (!known.ok()) return known.error();
        name = *known;
    }
    auto opened = meaning::RegionFinder::open(path, name);
    if (!opened.ok()) return opened.error();
    finder.emplace(std::move(*opened));
    return &*finder;
}

void MeaningSearch::lookAround(bool andPrepare) {
    m_later.stop();
    if (!m_reader) return;
    const auto read = [reader = m_reader](const project::Database& project) -> Result<Looked> {
        const auto finder = reader->open();
        if (!finder.ok()) return finder.error();
        auto survey = meaning::surveyOf(project, reader->folder, (*finder)->store(), reader->name);
        if (!survey.ok()) {
            reader->finder.reset(); // a damaged file is made anew by the next
            return survey.error();
        }
        return Looked{std::move(*survey), reader->name};
    };
    m_workspace.reader().ask(&m_surveyor, read, [this, andPrepare](Result<Looked> looked) {
        if (!looked.ok()) return Q_EMIT failed(looked.error());
        Q_EMIT readyChanged(looked->survey.ready, looked->survey.total);
        if (andPrepare) start(std::move(*looked));
    });
}

void MeaningSearch::prepare() {
    if (!m_job) lookAround(true);
}

void MeaningSearch::start(Looked looked) {
    auto store = meaning::EmbeddingStore::open(m_reader->path);
    if (!store.ok()) return Q_EMIT failed(store.error());
    m_job = std::make_unique<jobs::EmbeddingJob>(*m_workspace.project(), m_inference, std::move(*store), std::move(looked.survey), looked.model);
    connect(m_job.get(), &jobs::EmbeddingJob::progressed, this, &MeaningSearch::progressed);
    connect(m_job.get(), &jobs::EmbeddingJob::failed, this, &MeaningSearch::failed);
    connect(m_job.get(), &jobs::EmbeddingJob::finished, this, &MeaningSearch::end, Qt::QueuedConnection);
    Q_EMIT progressed(m_job->done(), m_job->total());
    m_job->start();
}

void MeaningSearch::stop() {
    m_workspace.reader().forget(&m_surveyor);
    if (m_job) m_job->stop();
    m_job.reset(); // before the project that it reads
    if (m_reader) lookAround(false);
}

void MeaningSearch::end() {
    m_job.reset();
    lookAround(false);
}

void MeaningSearch::resolve(const query::Query& query) {
    m_query = query;
    m_asked.clear(); // answers to the query before
    if (!m_reader) return Q_EMIT refused(Error{ErrorCode::InvalidArgument, "Searching by meaning needs an open model."});
    askTexts();
}

/// Every text once; a model says the same each time.
void MeaningSearch::askTexts() {
    for (const query::Term& term : query::nearTerms(m_query))
        if (term.key->kind == query::KeyKind::Meaning && !m_texts.contains(term.text))
            m_asked.insert(m_inference.embedText(term.text.toStdString()), term.text);
    if (m_asked.isEmpty()) find();
}

void MeaningSearch::takeText(quint64 number, const jobs::TextEmbedding& text) {
    const auto asked = m_asked.constFind(number);
    if (asked == m_asked.constEnd()) return;
    m_texts.insert(*asked, {text.region, text.picture});
    m_asked.erase(asked);
    if (m_asked.isEmpty()) find();
}

void MeaningSearch::find() {
    const auto read = [reader = m_reader, query = m_query, texts = m_texts](const project::Database& project) -> Result<query::Query> {
        const auto finder = reader->open();
        if (!finder.ok()) return finder.error();
        auto found = query::withNear(query, [&](const query::Term& term) -> Result<std::vector<query::Near>> {
            const auto matches = term.key->kind == query::KeyKind::Meaning
                                     ? (*finder)->findText(texts.value(term.text), meaning::RegionFinder::kLookedAtTwice)
                                     : (*finder)->findLike(meaning::placeOf(project, term.text.toLongLong()), meaning::RegionFinder::kLookedAtTwice);
            if (!matches.ok()) return matches.error();
            std::vector<query::Near> near;
            for (const meaning::Match& match : *matches) near.push_back({match.place.media, match.place.region, match.similarity});
            return near;
        });
        if (!found.ok() && found.error().code == ErrorCode::FileInvalid) reader->finder.reset();
        return found;
    };
    m_workspace.reader().ask(&m_seeker, read, [this](Result<query::Query> found) {
        if (found.ok()) Q_EMIT resolved(*found);
        else Q_EMIT refused(found.error());
    });
}

} // namespace rb::ui
