#pragma once

#include "core/formats/loss_report.h"

#include <QTableWidget>

namespace rb::ui {

/// What a conversion keeps, changes and drops, and why: a line each, those without anything left out.
class LossTable : public QTableWidget {
    Q_OBJECT

public:
    explicit LossTable(QWidget* parent = nullptr);
    void show(const formats::LossReport& report);
};

} // namespace rb::ui
