#pragma once

#include "core/runs/run_settings.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSpinBox;
class QToolButton;

namespace rb::ui {

/// A model to start from.
struct BaseModel {
    QString name;
    QString folder;             ///< empty: the embedded one
    double learningRate = 1e-4; ///< that suits its size
};

/// How a run learns. What stands there works as it is; what few people change is folded away.
class TrainingSettings : public QWidget {
    Q_OBJECT

public:
    explicit TrainingSettings(std::vector<BaseModel> models, QWidget* parent = nullptr);

    /// With the query of nobody.
    runs::RunSettings settings() const;
    void setSettings(const runs::RunSettings& settings);

    /// The learning rate that suits the first model is known now; one that somebody chose stays.
    void suitRate(double learningRate);
    /// So many captions are learnt: unless somebody chose a length, it suits them.
    void suitCaptions(qint64 captions);

Q_SIGNALS:
    void changed();

private:
    QLayout* makeLength();
    QWidget* makeMore();
    void suitModel();
    void suitLength();

    std::vector<BaseModel> m_models;
    QComboBox* m_model;
    QComboBox* m_preset;
    QSpinBox* m_rank;
    qint64 m_captions = 0;
    bool m_lengthIsChosen = false; ///< by a person
    QDoubleSpinBox* m_length;
    QComboBox* m_unit;
    QComboBox* m_precision;
    QComboBox* m_device;
    QDoubleSpinBox* m_rate;
    QDoubleSpinBox* m_dropout;
    QSpinBox* m_batch;
    QSpinBox* m_heldOut;
    QSpinBox* m_seed;
    QToolButton* m_fold;
};

} // namespace rb::ui
