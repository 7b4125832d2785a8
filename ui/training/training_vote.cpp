#include "ui/training/training_panel.h"

#include "ui/dialogs/user_dialogs.h"
#include "ui/training/blind_vote.h"
#include "ui/training/caption_comparison.h"
#include "ui/training/caption_model.h"

#include <QDateTime>
#include <QDialog>
#include <QVBoxLayout>

namespace rb::ui {

/// Over the captions that stand side by side; the votes are kept with the run.
void TrainingPanel::vote() {
    const CaptionModel& shown = *m_captions->model();
    std::vector<runs::CaptionPair> pairs;
    for (int row = 0; row < shown.rowCount(); ++row) pairs.push_back(shown.pair(row));
    const std::array<QString, 2> names{shown.headerData(CaptionModel::Before, Qt::Horizontal).toString(), shown.headerData(CaptionModel::Now, Qt::Horizontal).toString()};
    const runs::Ballot ballot(std::move(pairs), static_cast<quint64>(QDateTime::currentMSecsSinceEpoch()));
    if (ballot.size() == 0) return Q_EMIT said(tr("There is nothing to vote about: the captions are the same words."));
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Which caption is better?"));
    auto* vote = new BlindVote(ballot, names, m_captions->pictures());
    connect(m_captions, &CaptionComparison::pictureReady, vote, &BlindVote::showPicture);
    auto* layout = new QVBoxLayout(&dialog);
    layout->addWidget(vote);
    dialog.resize(760, 520);
    connect(vote, &BlindVote::finished, this, [this, vote, names] {
        if (vote->ballot().done() > 0) report(runs::appendVotes(vote->ballot(), names[0], names[1], m_parts.history.pathOf(m_watched) + QStringLiteral("/votes.json")));
    });
    connect(vote, &BlindVote::closeRequested, &dialog, &QDialog::accept);
    m_parts.dialogs.run(dialog);
    vote->finish(); // closed before the end: the votes so far count
}

} // namespace rb::ui
