// Writes pictures of the panels and dialogs in their states, in both themes, for a person to look at.
#include "tests/ui/answering_dialogs.h"
#include "tests/ui/curation/curation_fixture.h"
#include "ui/curation/bar_plot.h"
#include "ui/curation/data_card_dialog.h"
#include "ui/curation/lint_panel.h"
#include "ui/curation/replace_dialog.h"
#include "ui/curation/splits_dialog.h"
#include "ui/curation/statistics_panel.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeView>

using namespace rb;
using namespace rb::ui;
using project::CaptionSource;
using project::CaptionState;

namespace {

QString said(int i) {
    static const char* const kTexts[] = {
        "a small red apple to the left of a dog",
        "two gray dogs run over the wet grass in front of a very old wooden house with a red roof",
        "the the the bird",
        "a man on a bench under the",
        "a gray car, grayish in the evening light",
        "a \"stop sign at the corner",
        "a small red apple to the right of a dog",
        "一个红色的小苹果，在一只狗的左边",
        "a dog",
        "تفاحة حمراء صغيرة على يسار كلب كبير",
        "there is very much to see in this picture before anything of note comes, and at its end stands a gray horse",
    };
    return QString::fromUtf8(kTexts[static_cast<std::size_t>(i) % std::size(kTexts)]);
}

void fill(ui::test::CurationFixture& f) {
    static const char* const kLabels[] = {"dog", "apple", "car", "person", "traffic light", "bird",
                                          "a label that is far too long to stand beside its bar", "cat", "bench", "horse",
                                          "sheep", "cow", "elephant"};
    static const char* const kSplits[] = {"train", "train", "train", "val", "test", "", "train"};
    f.edit([&](project::Edit& edit) {
        for (int i = 0; i < 140; ++i) {
            const QString number = QStringLiteral("%1").arg(i / 2, 4, 10, QLatin1Char('0'));
            project::Media media = project::test::picture(QStringLiteral("holiday/%1/img_%2.jpg").arg(i % 4).arg(number));
            media.split = QLatin1String(kSplits[i % 7]);
            const project::Id id = edit.insert(media);
            for (int k = 0; k < (i * 7) % 11; ++k) {
                project::Region box = project::test::box(id, 5 + k * 9, QLatin1String(kLabels[(i * i + k) % (3 + (i + k) % 11)]));
                box.shape.box.width = 20 + (i * 37 + k * 61) % 400;
                box.shape.box.height = 20 + (i * 53 + k * 29) % 300;
                const project::Id region = edit.insert(box);
                const auto state = static_cast<CaptionState>((i * k) % 3);
                project::Caption caption = project::test::words(id, region, said(i + 3 * k), state);
                caption.source = k % 4 == 1 ? CaptionSource::Human : CaptionSource::Model;
                caption.model = k % 5 == 0 ? QStringLiteral("regionblip-mini") : QStringLiteral("regionblip-opt-2.7b");
                if (k % 8 == 5) caption.editedFrom = QStringLiteral("a small dog");
                edit.insert(caption);
            }
        }
    });
}

void save(QWidget& widget, const QString& path, QSize size, double ratio = 1) {
    widget.resize(size);
    widget.show();
    QTest::qWait(400);
    QImage image(widget.size() * ratio, QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    widget.render(&image);
    if (!image.save(path)) qWarning("Could not write %s.", qPrintable(path));
}

void renderStatistics(ui::test::CurationFixture& f, const QString& prefix) {
    StatisticsPanel panel(f.workspace);
    save(panel, prefix + QStringLiteral("-statistics.png"), {340, 2150});
    save(panel, prefix + QStringLiteral("-statistics-narrow.png"), {220, 900}, 2);
    panel.resize(340, 900);
    auto* plot = panel.findChildren<BarPlot*>().at(4);
    QTest::mouseMove(plot, plot->barArea(5).center());
    QTest::qWait(50);
    plot->grab().save(prefix + QStringLiteral("-columns-hovered.png"));
    auto* labels = panel.findChildren<BarPlot*>().at(3);
    labels->setFocus(Qt::TabFocusReason);
    QTest::keyClick(labels, Qt::Key_Down);
    QTest::keyClick(labels, Qt::Key_Down);
    save(panel, prefix + QStringLiteral("-statistics-keyboard.png"), {340, 900});
}

void renderLint(ui::test::CurationFixture& f, const QString& prefix) {
    LintPanel panel(f.workspace);
    save(panel, prefix + QStringLiteral("-lint.png"), {460, 520});
    for (auto* button : panel.findChildren<QPushButton*>())
        if (button->text().startsWith(QLatin1String("Find"))) button->click();
    auto* view = panel.findChild<QTreeView*>();
    view->expand(view->model()->index(1, 0));
    view->setCurrentIndex(view->model()->index(2, 0, view->model()->index(1, 0)));
    save(panel, prefix + QStringLiteral("-lint-open.png"), {460, 520});
    save(panel, prefix + QStringLiteral("-lint-narrow.png"), {280, 520});
}

void renderDialogs(ui::test::CurationFixture& f, const QString& prefix) {
    ReplaceDialog replace(f.workspace);
    save(replace, prefix + QStringLiteral("-replace-empty.png"), {820, 600});
    const auto fields = replace.findChildren<QLineEdit*>();
    fields[0]->setText(QStringLiteral("gray"));
    fields[1]->setText(QStringLiteral("light grey"));
    QTest::keyClick(fields[1], Qt::Key_Return);
    save(replace, prefix + QStringLiteral("-replace.png"), {820, 600});
    fields[2]->setText(QStringLiteral("state:dra label:dog"));
    QTest::keyClick(fields[2], Qt::Key_Return);
    save(replace, prefix + QStringLiteral("-replace-wrong.png"), {820, 600});

    SplitsDialog splits(f.project());
    save(splits, prefix + QStringLiteral("-splits.png"), {720, 640});
    AnsweringDialogs answers;
    DataCardDialog card(f.project(), answers);
    save(card, prefix + QStringLiteral("-card.png"), {760, 720});
}

void renderEmpty(const QString& prefix) {
    ui::test::CurationFixture f;
    StatisticsPanel statistics(f.workspace);
    save(statistics, prefix + QStringLiteral("-statistics-empty.png"), {300, 200});
    LintPanel lint(f.workspace);
    save(lint, prefix + QStringLiteral("-lint-empty.png"), {460, 300});
    SplitsDialog splits(f.project());
    save(splits, prefix + QStringLiteral("-splits-empty.png"), {720, 640});
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
        ui::test::CurationFixture f;
        fill(f);
        renderStatistics(f, prefix);
        renderLint(f, prefix);
        renderDialogs(f, prefix);
        renderEmpty(prefix);
    }
    return 0;
}
