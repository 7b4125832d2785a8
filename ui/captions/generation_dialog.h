#pragma once

#include "core/vlm/generation/generation.h"

#include <QDialog>

class QCheckBox;
class QDoubleSpinBox;
class QFormLayout;
class QRadioButton;
class QSpinBox;
class QWidget;

namespace rb::ui {

/// How the model is to write: by beam search or by sampling, how long, and how many captions to choose from.
class GenerationDialog : public QDialog {
    Q_OBJECT

public:
    /// `places`: how many regions or pictures will be written to.
    GenerationDialog(const vlm::GenerationOptions& present, int places, QWidget* parent = nullptr);

    vlm::GenerationOptions options() const;
    /// Whether captions from now on are written like this, too.
    bool isKept() const;

private:
    QSpinBox* whole(QFormLayout& form, const QString& name, int value, int least, int most, const QString& tip);
    QDoubleSpinBox* real(QFormLayout& form, const QString& name, double value, double least, double most, const QString& tip);
    QWidget* searchPart(const vlm::GenerationOptions& present);
    QWidget* samplePart(const vlm::GenerationOptions& present);
    void showMode();

    vlm::GenerationOptions m_present;
    QRadioButton *m_search, *m_sample;
    QWidget *m_searchPart, *m_samplePart;
    QSpinBox *m_captions, *m_beams, *m_shortest, *m_longest, *m_noRepeat, *m_seed;
    QDoubleSpinBox *m_lengthPenalty, *m_repetitionPenalty, *m_topP, *m_temperature;
    QCheckBox* m_keep;
};

} // namespace rb::ui
