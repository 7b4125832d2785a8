#include "ui/training/training_texts.h"

#include "ui/counted_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace rb::ui {

using jobs::TrainingState;

static QString tr(const char* text) { return QCoreApplication::translate("Training", text); }

QString durationText(double seconds) {
    const int whole = static_cast<int>(std::lround(std::clamp(seconds, 0.0, 1e9)));
    const auto two = [](int number) { return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0')); };
    if (whole >= 3600) return tr("%1:%2 h").arg(whole / 3600).arg(two(whole / 60 % 60));
    if (whole >= 60) return tr("%1:%2 min").arg(whole / 60).arg(two(whole % 60));
    return tr("%1 s").arg(whole);
}

QString bytesText(qint64 bytes) { return QLocale(QLocale::English).formattedDataSize(bytes, bytes < 1'000'000'000 ? 0 : 1, QLocale::DataSizeSIFormat); }

QString stateText(TrainingState state) {
    switch (state) {
    case TrainingState::None: return tr("Not begun");
    case TrainingState::Starting: return tr("Reads model and data");
    case TrainingState::Running: return tr("Trains");
    case TrainingState::Paused: return tr("Paused");
    case TrainingState::Finished: return tr("Finished");
    case TrainingState::Stopped: return tr("Stopped");
    case TrainingState::Failed: return tr("Failed");
    case TrainingState::Crashed: break;
    }
    return tr("Broken off");
}

QString progressText(const runs::RunRecord& record) {
    if (record.steps().empty()) return {};
    const jobs::TrainingStep& last = record.steps().back();
    QString text = last.steps > 0 ? tr("Step %1 of %2").arg(last.step).arg(last.steps) : tr("Step %1").arg(last.step);
    if (const double speed = record.captionsASecond(); speed > 0) text += tr(", %1 captions a second").arg(speed, 0, 'f', speed < 10 ? 1 : 0);
    return last.progress < 1 ? text + tr(", %1 left").arg(durationText(last.secondsLeft)) : text;
}

static QString number(double value) { return QString::number(value, 'f', 2); }

QString verdictText(runs::Verdict verdict, const runs::RunRecord& record) {
    const QString cider = QStringLiteral("cider");
    const bool scored = record.scores().size() > 1;
    const QString last = scored ? number(record.scores().back().values[cider]) : QString(), base = scored ? number(record.scores().front().values[cider]) : QString();
    switch (verdict) {
    case runs::Verdict::TooEarly: return {};
    case runs::Verdict::Learning: return tr("It learns: the loss falls.");
    case runs::Verdict::Better: return tr("Better than before: held-out captions score CIDEr %1, the model before %2.").arg(last, base);
    case runs::Verdict::NotLearning: return tr("It does not learn: the loss does not fall. A higher learning rate or more captions may help.");
    case runs::Verdict::WorseThanBase: break;
    }
    return tr("Worse than before: held-out captions score CIDEr %1, the model before %2. Going on will hardly help; a lower learning rate or fewer rounds may.").arg(last, base);
}

QString estimateText(const jobs::TrainingEstimate& e, qint64 steps, double minutes) {
    const QString time = steps > 0 ? tr("About %1: %2 of %3 s.").arg(durationText(e.secondsAStep * static_cast<double>(steps)), counted(steps, tr("%1 step"), tr("%1 steps")), QString::number(e.secondsAStep, 'g', 2))
                                   : tr("%1, about %2.").arg(durationText(minutes * 60), counted(std::lround(minutes * 60 / std::max(1e-6, e.secondsAStep)), tr("%1 step"), tr("%1 steps")));
    QString text = time + QLatin1Char(' ') + tr("%1 of memory, %2 of disk (%3 free).").arg(bytesText(e.memory), bytesText(e.disk), bytesText(e.free));
    if (e.disk > e.free) text += QLatin1Char(' ') + tr("That is more than the disk has.");
    return text;
}

QString findingsText(const jobs::TrainingData& data) {
    QStringList lines;
    for (const auto& finding : data.findings) {
        const QString what = tr("%1 × %2").arg(finding.count).arg(finding.kind);
        lines << (finding.leftOut ? tr("Left out: %1, e.g. %2").arg(what, finding.example) : tr("Note: %1, e.g. %2").arg(what, finding.example));
    }
    return lines.join(QLatin1Char('\n'));
}

QString scoreText(const QMap<QString, double>& base, const QMap<QString, double>& last, const QString& name) {
    if (last.contains(name) && base.contains(name)) return tr("%1 → %2").arg(number(base[name]), number(last[name]));
    return last.contains(name) ? number(last[name]) : base.contains(name) ? number(base[name]) : QString();
}

} // namespace rb::ui
