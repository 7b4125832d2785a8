// Writes pictures of the training's widgets in their states, in both themes, for a person to look at.
#include "tests/ui/training/training_fixture.h"
#include "ui/training/adapter_list.h"
#include "ui/training/blind_vote.h"
#include "ui/training/line_plot.h"
#include "ui/training/run_list.h"
#include "ui/training/run_model.h"
#include "ui/theme/theme.h"
#include "ui/training/training_plots.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace rb;
using namespace rb::ui;

namespace {

void save(QWidget& widget, const QString& path, QSize size) {
    widget.resize(size);
    widget.show();
    QTest::qWait(300);
    if (!widget.grab().save(path)) qWarning("Could not write %s.", qPrintable(path));
}

void renderPanel(const QString& prefix) {
    ui::test::TrainingFixture f;
    f.pastRun(QStringLiteral("lower rate"), 400, 2.4, "{\"event\":\"end\",\"stopped\":false}\n");
    const QString last = f.pastRun(QStringLiteral("catalogue wording"), 630, 5.6, "{\"event\":\"end\",\"stopped\":false}\n");
    f.pastRun(QStringLiteral("too fast"), 120, 0.4, "");
    (void)f.history->create(QStringLiteral("next one"), {}, rb::test::someItems(4));
    rb::test::writeAdapter(f.history->pathOf(last) + QStringLiteral("/adapter.safetensors"), "a.lora_A", "base-1");
    rb::test::writeAdapter(f.at("runs/adapters/birds.safetensors"), "b.lora_A", "base-1");
    (void)f.shelf->activate({QStringLiteral("adapters/birds.safetensors")});
    TrainingPanel& panel = f.open();
    save(panel, prefix + QStringLiteral("-new.png"), {900, 560});
    panel.findChild<QToolButton*>()->click();
    save(panel, prefix + QStringLiteral("-new-more.png"), {900, 700});
    auto* model = panel.findChild<RunModel*>();
    Q_EMIT panel.findChild<RunList*>()->shown(last);
    save(panel, prefix + QStringLiteral("-curves.png"), {1100, 760});
    auto* plot = panel.plots()->plot(TrainingPlot::Loss);
    QTest::mouseMove(plot, plot->frame().area.center().toPoint());
    QTest::qWait(50);
    plot->grab().save(prefix + QStringLiteral("-plot-read.png"));
    model->setData(model->index(model->rowCount() - 1, 0), Qt::Checked, Qt::CheckStateRole);
    save(panel, prefix + QStringLiteral("-compare.png"), {1100, 760});
    panel.showTab(TrainingPanel::Captions);
    save(panel, prefix + QStringLiteral("-captions.png"), {1000, 640});
    panel.showTab(TrainingPanel::Runs);
    panel.findChild<RunList*>()->choose(last);
    save(panel, prefix + QStringLiteral("-runs.png"), {900, 420});
    panel.showTab(TrainingPanel::Adapters);
    panel.findChild<AdapterList*>()->findChild<QTreeView*>()->setCurrentIndex(panel.findChild<AdapterList*>()->findChild<QTreeView*>()->model()->index(0, 0));
    save(panel, prefix + QStringLiteral("-adapters.png"), {900, 520});
    panel.showTab(TrainingPanel::New);
    save(panel, prefix + QStringLiteral("-narrow.png"), {420, 640});
}

void renderEmpty(const QString& prefix) {
    ui::test::TrainingFixture f;
    f.pictures = 0;
    TrainingPanel& panel = f.open();
    save(panel, prefix + QStringLiteral("-empty.png"), {800, 480});
    panel.showTab(TrainingPanel::Curves);
    save(panel, prefix + QStringLiteral("-empty-curves.png"), {800, 640});
}

void renderVote(const QString& prefix) {
    std::vector<runs::CaptionPair> pairs;
    for (int i = 0; i < 8; ++i)
        pairs.push_back({QStringLiteral("regions:%1").arg(i), {QStringLiteral("a small dog to the left of an apple"), QStringLiteral("item small dog placed to the left of the apple, of which one sees the upper half only")}, {1, 2}, {}});
    BlindVote vote(runs::Ballot(pairs, 3), {QStringLiteral("Before"), QStringLiteral("After step 630")}, [](const QString&, QSize size) {
        QImage picture(size, QImage::Format_RGB32);
        picture.fill(QColor(0x55, 0x88, 0x77));
        return QPixmap::fromImage(picture);
    });
    save(vote, prefix + QStringLiteral("-vote.png"), {760, 520});
    for (int i = 0; i < 8; ++i) QTest::keyClick(&vote, i % 3 ? Qt::Key_1 : Qt::Key_2);
    save(vote, prefix + QStringLiteral("-vote-result.png"), {760, 520});
}

/// How long a plot of many points takes to draw, for whoever runs this.
void measure() {
    LinePlot plot(QStringLiteral("Loss"));
    plot.resize(800, 400);
    std::vector<PlotSeries> all(3);
    for (int k = 0; k < 3; ++k)
        for (int i = 0; i < 100'000; ++i) all[std::size_t(k)].points.emplace_back(i, k + std::sin(i * 12.9898 + k));
    plot.setSeries(all);
    plot.grab();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 10; ++i) plot.grab();
    qInfo("Three lines of 100,000 points: %.1f ms a picture.", double(timer.nsecsElapsed()) / 1e7);
}

} // namespace

int main(int argc, char** argv) {
    QApplication app(argc, argv);
    const QString folder = app.arguments().value(1, QStringLiteral("."));
    QDir().mkpath(folder);
    for (const ThemeChoice choice : {ThemeChoice::Dark, ThemeChoice::Light}) {
        const Theme theme = Theme::of(choice);
        theme.apply(app);
        const QString prefix = folder + (theme.dark ? QStringLiteral("/dark") : QStringLiteral("/light"));
        renderPanel(prefix);
        renderEmpty(prefix);
        renderVote(prefix);
    }
    measure();
    return 0;
}
