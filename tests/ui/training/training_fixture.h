#pragma once

#include "tests/core/runs/run_fixture.h"
#include "tests/ui/answering_dialogs.h"
#include "ui/training/training_panel.h"

#include <QFile>
#include <QPainter>

#include <cmath>
#include <memory>

namespace rb::ui::test {

/// A folder of runs with a trainer that is the shell script trainer.sh.
struct TrainingFixture {
    TrainingFixture() {
        rb::test::copyTrainer(at("trainer.sh"));
        history = std::make_unique<runs::RunHistory>(at("runs"));
        shelf = std::make_unique<runs::AdapterShelf>(at("runs"));
    }

    QString at(const char* name) const { return folder.filePath(QLatin1String(name)); }

    /// Fills in what was set up before; the panel comes last.
    TrainingPanel& open() {
        queue = std::make_unique<runs::RunQueue>(*history, at("trainer.sh"));
        DataSource data;
        data.count = [this](const QObject*, const QString& query, const std::function<void(const Result<DataCounts>&)>& answer) {
            if (query == QLatin1String("wrong:")) return answer(Error{ErrorCode::InvalidArgument, "There is no key wrong."});
            answer(query.isEmpty() ? DataCounts{3 * pictures, 0, 0, pictures, 0} : DataCounts{});
        };
        data.items = [this](const QString&) -> Result<std::vector<runs::RunItem>> { return rb::test::someItems(pictures); };
        data.picture = [](const runs::RunItem& item, QSize size) {
            QImage picture(size, QImage::Format_RGB32);
            picture.fill(QColor::fromHsv(int(item.region * 37 % 360), 90, 170));
            return picture;
        };
        panel = std::make_unique<TrainingPanel>(TrainingPanel::Parts{*history, *queue, *shelf, dialogs, at("trainer.sh"),
                                                                    {{QStringLiteral("regionblip-mini"), {}, 5e-3}, {QStringLiteral("RegionBLIP OPT 2.7B"), QStringLiteral("/models/opt"), 1e-4}},
                                                                    data});
        return *panel;
    }

    /// A run as it is after so many steps: learns, is looked at ten times, and writes as the captions say.
    QString pastRun(const QString& name, int steps, double last, const char* end) {
        auto items = rb::test::someItems(pictures);
        runs::holdBack(items);
        runs::RunSettings settings;
        settings.modelName = QStringLiteral("regionblip-mini");
        settings.rank = 16;
        const QString id = history->create(name, settings, items)->id;
        (void)history->setQueued(id, false);
        QByteArray log = rb::test::startLine(0);
        for (int i = 0; i <= steps; ++i) {
            if (i > 0) log += rb::test::stepLine(i, 1.2 + 2.4 * std::exp(-3.0 * i / steps) + 0.25 * std::sin(i * 12.9898) * std::cos(i * 4.1), steps);
            if (i % std::max(1, steps / 10) == 0) log += rb::test::scoreLine(i, 2.1 + (last - 2.1) * std::sqrt(double(i) / steps)) + captionsLine(i, steps);
        }
        rb::test::append(history->pathOf(id) + QStringLiteral("/log.jsonl"), log + end);
        QDir().mkpath(history->pathOf(id) + QStringLiteral("/checkpoints/step-000000100"));
        return id;
    }

    static QByteArray captionsLine(int step, int steps) {
        static const char* const kBase[] = {"a small dog to the left of an apple", "a red car", "a person on a bench", "a bird above a house", "two trees", "a cup"};
        static const char* const kNow[] = {"item small dog placed to the left of the apple", "item red car", "item person placed on the bench, with a hat that is so large that it hardly fits",
                                           "item bird placed above the house", "two trees", "item cup"};
        QByteArray items;
        for (int i = 0; i < 6; ++i)
            items += QByteArray(i ? "," : "") + "{\"id\":\"regions:" + QByteArray::number(i + 1) + "\",\"modality\":\"image_region\",\"caption\":\"" +
                     (step * 2 > steps ? kNow[i] : kBase[i]) + "\",\"references\":[\"" + kNow[i] + "\"],\"cider\":" + QByteArray::number(step * 2 > steps ? 4.0 - i : 1.0 + 0.3 * i) + ",\"rouge_l\":0.5}";
        return "{\"event\":\"captions\",\"step\":" + QByteArray::number(step) + ",\"items\":[" + items + "]}\n";
    }

    QTemporaryDir folder;
    AnsweringDialogs dialogs;
    int pictures = 20;
    std::unique_ptr<runs::RunHistory> history;
    std::unique_ptr<runs::AdapterShelf> shelf;
    std::unique_ptr<runs::RunQueue> queue;
    std::unique_ptr<TrainingPanel> panel; ///< last: it uses the others
};

} // namespace rb::ui::test
