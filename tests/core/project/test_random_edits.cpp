#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

#include <map>
#include <random>

using namespace rb::project;
using namespace rb::project::test;

/// The same edits on plain maps.
struct Oracle {
    std::map<Id, Media> media;
    std::map<Id, Region> regions;
    std::map<Id, Caption> captions;

    void removeRegion(Id id) {
        std::erase_if(captions, [&](const auto& each) { return each.second.region == id; });
        regions.erase(id);
    }
    void removeMedia(Id id) {
        std::erase_if(captions, [&](const auto& each) { return each.second.media == id; });
        std::erase_if(regions, [&](const auto& each) { return each.second.media == id; });
        media.erase(id);
    }
};

/// Makes one random edit on a project and on the oracle alike.
class RandomEdits {
public:
    explicit RandomEdits(unsigned seed) : m_random(seed) {}

    int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(m_random); }

    void change(Edit& edit, Oracle& oracle) {
        for (int i = 1 + below(4); i > 0; --i) step(edit, oracle);
    }

private:
    template <typename Record>
    Record& any(std::map<Id, Record>& records) {
        return std::next(records.begin(), below(static_cast<int>(records.size())))->second;
    }
    double number() { return std::uniform_real_distribution<double>(-5, 5000)(m_random); }
    QString text() { return QStringLiteral("text %1 ü").arg(m_random()); }

    void addMedia(Edit& edit, Oracle& oracle) {
        Media media = picture(text());
        media.sha256 = QByteArray::number(m_random());
        media.id = edit.insert(media);
        oracle.media[media.id] = media;
    }
    void addRegion(Edit& edit, Oracle& oracle) {
        Region region = box(any(oracle.media).id, number(), text());
        region.order = 1 + below(1000);
        region.id = edit.insert(region);
        oracle.regions[region.id] = region;
    }
    void addCaption(Edit& edit, Oracle& oracle) {
        const bool whole = oracle.regions.empty() || below(5) == 0;
        const Region* region = whole ? nullptr : &any(oracle.regions);
        Caption caption = words(region ? region->media : any(oracle.media).id, region ? region->id : 0, text());
        if (below(2)) caption.score = number();
        caption.tokenScores.assign(static_cast<std::size_t>(below(4)), 0.1F);
        caption.id = edit.insert(caption);
        oracle.captions[caption.id] = caption;
    }
    void update(Edit& edit, Oracle& oracle) {
        Region& region = any(oracle.regions);
        region.shape.box.width = number();
        region.hidden = !region.hidden;
        edit.update(region);
        if (oracle.captions.empty()) return;
        Caption& caption = any(oracle.captions);
        caption.text = text();
        caption.state = static_cast<CaptionState>(below(3));
        if (below(2)) caption.score.reset();
        edit.update(caption);
    }
    void remove(Edit& edit, Oracle& oracle) {
        const int kind = below(6);
        if (kind == 0) {
            const Id id = any(oracle.media).id;
            edit.removeMedia(id);
            oracle.removeMedia(id);
        } else if (kind < 4 && !oracle.regions.empty()) {
            const Id id = any(oracle.regions).id;
            edit.removeRegion(id);
            oracle.removeRegion(id);
        } else if (!oracle.captions.empty()) {
            const Id id = any(oracle.captions).id;
            edit.removeCaption(id);
            oracle.captions.erase(id);
        }
    }
    void step(Edit& edit, Oracle& oracle) {
        const int kind = below(10);
        if (oracle.media.empty() || kind == 0) addMedia(edit, oracle);
        else if (oracle.regions.empty() || kind < 4) addRegion(edit, oracle);
        else if (kind < 7) addCaption(edit, oracle);
        else if (kind < 9) update(edit, oracle);
        else remove(edit, oracle);
    }

    std::mt19937 m_random;
};

class TestRandomEdits : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void editsUndosAndRedosMatchPlainMaps_data();
    void editsUndosAndRedosMatchPlainMaps();
};

static bool same(const Caption& a, const Caption& b) {
    return a.id == b.id && a.media == b.media && a.region == b.region && a.text == b.text && a.state == b.state &&
           a.score == b.score && a.tokenScores == b.tokenScores;
}

static bool same(const Region& a, const Region& b) {
    return a.id == b.id && a.media == b.media && a.shape == b.shape && a.label == b.label && a.order == b.order && a.hidden == b.hidden;
}

static void compare(const Project& project, const Oracle& oracle) {
    std::size_t regions = 0, captions = 0;
    const std::vector<Media> all = project.allMedia();
    QCOMPARE(all.size(), oracle.media.size());
    for (const Media& media : all) {
        QCOMPARE(oracle.media.count(media.id), std::size_t{1});
        QCOMPARE(media.path, oracle.media.at(media.id).path);
        QCOMPARE(media.sha256, oracle.media.at(media.id).sha256);
        for (const Region& region : project.regionsOf(media.id)) {
            QVERIFY(oracle.regions.count(region.id) == 1 && same(region, oracle.regions.at(region.id)));
            ++regions;
        }
        for (const Caption& caption : project.captionsOf(media.id)) {
            QVERIFY(oracle.captions.count(caption.id) == 1 && same(caption, oracle.captions.at(caption.id)));
            ++captions;
        }
    }
    QCOMPARE(regions, oracle.regions.size());
    QCOMPARE(captions, oracle.captions.size());
}

void TestRandomEdits::editsUndosAndRedosMatchPlainMaps_data() {
    QTest::addColumn<unsigned>("seed");
    for (const unsigned seed : {1U, 2U, 3U}) QTest::addRow("seed %u", seed) << seed;
}

void TestRandomEdits::editsUndosAndRedosMatchPlainMaps() {
    QFETCH(const unsigned, seed);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rbproject"));
    auto project = mustOpen(Project::create(path));
    QVERIFY(project);
    struct State {
        Oracle oracle;
        QByteArray dump;
    };
    std::vector<State> history{{{}, dumpOf(path)}};
    std::size_t now = 0;
    RandomEdits random(seed);
    for (int i = 0; i < 300; ++i) {
        const int kind = random.below(10);
        if (kind < 2 && now > 0) {
            QVERIFY(project->undo().ok());
            --now;
        } else if (kind < 4 && now + 1 < history.size()) {
            QVERIFY(project->redo().ok());
            ++now;
        } else {
            Oracle next = history[now].oracle;
            const qint64 before = journalLength(path);
            QVERIFY(project->edit(QStringLiteral("Edit"), [&](Edit& edit) { random.change(edit, next); }).ok());
            if (journalLength(path) == before && dumpOf(path) == history[now].dump) continue;
            history.resize(now + 1);
            history.push_back({std::move(next), dumpOf(path)});
            ++now;
        }
        compare(*project, history[now].oracle);
        QCOMPARE(dumpOf(path), history[now].dump);
        QCOMPARE(project->canUndo(), now > 0);
        QCOMPARE(project->canRedo(), now + 1 < history.size());
        if (i % 50 == 49) {
            project.reset();
            project = mustOpen(Project::open(path));
            QVERIFY(project);
        }
    }
    while (now > 0) {
        QVERIFY(project->undo().ok());
        QCOMPARE(dumpOf(path), history[--now].dump);
    }
    QVERIFY(!project->canUndo());
}

QTEST_GUILESS_MAIN(TestRandomEdits)
#include "test_random_edits.moc"
