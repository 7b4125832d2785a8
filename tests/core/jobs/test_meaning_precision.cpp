#include "core/meaning/region_finder.h"
#include "core/synthetic/picture_scene.h"
#include "core/vlm/region_captioner.h"

#include <QGuiApplication>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <set>

using namespace rb;
using meaning::Match;
using meaning::Place;
using meaning::RegionFinder;

/// What the embedded model's embeddings find, against the names of things in made-up scenes that no training saw.
class TestMeaningPrecision : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void regionsLikeADogAreDogs();
    void regionsLikeAnyAreOfItsKind();
    void textsFindWhatTheyName();
    void theFirstLookLosesLittle();

private:
    static constexpr int kScenes = 90;
    static constexpr std::size_t kNames = 12, kFirst = 5;

    /// The share of the first `kFirst` that are `name`.
    double precision(const std::vector<Match>& matches, const std::string& name) const;
    /// The same of all regions but one: what guessing finds.
    double chance(const std::string& name) const;

    QTemporaryDir m_folder;
    std::unique_ptr<vlm::RegionCaptioner> m_captioner;
    std::unique_ptr<RegionFinder> m_finder;
    std::map<project::Id, std::string> m_names; ///< of regions
};

void TestMeaningPrecision::initTestCase() {
    auto captioner = vlm::RegionCaptioner::open(RB_RESOURCES "/models/regionblip-mini");
    QVERIFY(captioner.ok());
    m_captioner = std::make_unique<vlm::RegionCaptioner>(std::move(*captioner));
    auto finder = RegionFinder::open(m_folder.filePath(QStringLiteral("a.embeddings")), QStringLiteral("mini"));
    QVERIFY(finder.ok());
    m_finder = std::make_unique<RegionFinder>(std::move(*finder));
    synthetic::GlyphOptions glyphOptions;
    glyphOptions.names = kNames;
    glyphOptions.variants = 4;
    const auto glyphs = synthetic::GlyphSet::load(RB_RESOURCES "/recipes/objects.json", glyphOptions);
    QVERIFY2(glyphs.ok(), glyphs.ok() ? "" : glyphs.error().message.c_str());
    std::vector<meaning::Embedding> made;
    for (int scene = 0; scene < kScenes; ++scene) {
        const auto picture = synthetic::makePicture(*glyphs, {}, 777001, static_cast<std::uint64_t>(scene));
        const auto encoded = m_captioner->encode(picture.image);
        QVERIFY(encoded.ok());
        std::vector<geometry::Box2> boxes;
        for (const auto& object : picture.objects) boxes.push_back(object.box);
        const auto embedded = m_captioner->embed(*encoded, boxes);
        QVERIFY(embedded.ok());
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            const project::Id region = scene * 100 + static_cast<int>(i) + 1;
            m_names[region] = picture.objects[i].name;
            made.push_back({{scene + 1, region}, boxes[i], {}, meaning::toBytes((*embedded)[i].queries, (*embedded)[i].width)});
        }
    }
    QVERIFY(m_finder->store().put(QStringLiteral("mini"), made).ok());
}

double TestMeaningPrecision::precision(const std::vector<Match>& matches, const std::string& name) const {
    const auto right = std::count_if(matches.begin(), matches.begin() + std::min(matches.size(), kFirst),
                                     [&](const Match& match) { return m_names.at(match.place.region) == name; });
    return static_cast<double>(right) / kFirst;
}

double TestMeaningPrecision::chance(const std::string& name) const {
    const auto same = std::count_if(m_names.begin(), m_names.end(), [&](const auto& each) { return each.second == name; });
    return static_cast<double>(same - 1) / static_cast<double>(m_names.size() - 1);
}

void TestMeaningPrecision::regionsLikeADogAreDogs() {
    double right = 0, guessed = 0;
    int dogs = 0;
    for (const auto& [region, name] : m_names) {
        if (name != "dog") continue;
        const auto found = m_finder->findLike({region / 100 + 1, region}, kFirst);
        QVERIFY(found.ok());
        right += precision(*found, name);
        guessed += chance(name);
        ++dogs;
    }
    QVERIFY(dogs >= 10);
    qInfo("%d dogs among %zu regions: %.3f of the first %zu are dogs, %.3f by chance", dogs, m_names.size(), right / dogs, kFirst, guessed / dogs);
    QVERIFY(right / dogs > guessed / dogs + 0.5);
}

void TestMeaningPrecision::regionsLikeAnyAreOfItsKind() {
    double right = 0, guessed = 0;
    for (const auto& [region, name] : m_names) {
        const auto found = m_finder->findLike({region / 100 + 1, region}, kFirst);
        QVERIFY(found.ok());
        right += precision(*found, name);
        guessed += chance(name);
    }
    const auto count = static_cast<double>(m_names.size());
    qInfo("%zu regions of %zu kinds: %.3f of the first %zu are of the kind, %.3f by chance", m_names.size(), kNames, right / count, kFirst, guessed / count);
    QVERIFY(right / count > guessed / count + 0.5);
}

void TestMeaningPrecision::textsFindWhatTheyName() {
    std::set<std::string> kinds;
    for (const auto& [region, name] : m_names) kinds.insert(name);
    double right = 0, guessed = 0;
    for (const std::string& name : kinds) {
        const auto text = m_captioner->embedTexts("image_region", {"a " + name});
        QVERIFY(text.ok());
        const auto found = m_finder->findText({text->front(), {}}, kFirst);
        QVERIFY(found.ok());
        qInfo("\"a %s\": %.1f", name.c_str(), precision(*found, name));
        right += precision(*found, name);
        guessed += chance(name);
    }
    const auto count = static_cast<double>(kinds.size());
    qInfo("%zu texts: %.3f of the first %zu are what the text names, %.3f by chance", kinds.size(), right / count, kFirst, guessed / count);
    QVERIFY(right / count > guessed / count + 0.3);
}

/// A tenth of all by their means holds nearly all of the five that comparing every query finds.
void TestMeaningPrecision::theFirstLookLosesLittle() {
    meaning::MeaningIndex index;
    QVERIFY(index.refresh(m_finder->store(), QStringLiteral("mini")).ok());
    const std::size_t tenth = index.size() / 10;
    const auto kept = [&](const std::vector<std::size_t>& looked, const std::vector<Match>& best) {
        int count = 0;
        for (std::size_t i = 0; i < kFirst; ++i)
            count += std::any_of(looked.begin(), looked.end(), [&](std::size_t at) { return index.place(at) == best[i].place; });
        return count;
    };
    int keptOfText = 0, keptOfLike = 0, asked = 0;
    std::set<std::string> kinds;
    for (const auto& [region, name] : m_names) {
        if (!kinds.insert(name).second) continue;
        const auto text = m_captioner->embedTexts("image_region", {"a " + name});
        const auto byText = m_finder->findText({text->front(), {}}, kFirst);
        const Place place{region / 100 + 1, region};
        const auto byLike = m_finder->findLike(place, kFirst);
        QVERIFY(byText.ok() && byLike.ok());
        keptOfText += kept(index.nearest(meaning::toBytes(text->front(), index.width()), tenth, meaning::MeaningIndex::Kind::Regions), *byText);
        keptOfLike += kept(index.nearest(index.mean(*index.find(place)), tenth, meaning::MeaningIndex::Kind::Regions), *byLike);
        asked += static_cast<int>(kFirst);
    }
    qInfo("of the best %zu a first look at a tenth keeps %d of %d by text, %d of %d by region", kFirst, keptOfText, asked, keptOfLike, asked);
    QVERIFY(keptOfText >= asked * 8 / 10);
    QVERIFY(keptOfLike >= asked * 8 / 10);
}

int main(int argc, char** argv) {
    QGuiApplication app(argc, argv);
    TestMeaningPrecision test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_meaning_precision.moc"
