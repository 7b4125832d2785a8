#pragma once

#include "core/query/leaks.h"

#include <QTableWidget>

namespace rb::ui {

/// What stands in more than one split, the surest first.
class LeakTable : public QTableWidget {
    Q_OBJECT

public:
    explicit LeakTable(QWidget* parent = nullptr);
    void showLeaks(const query::LeakReport& report);
};

/// The report in one sentence.
QString leakSummary(const query::LeakReport& report);

} // namespace rb::ui
