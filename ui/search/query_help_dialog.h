#pragma once

#include <QDialog>

namespace rb::ui {

/// What can be searched for: every key of the query language with its values and an example.
class QueryHelpDialog : public QDialog {
    Q_OBJECT

public:
    explicit QueryHelpDialog(QWidget* parent = nullptr);
};

} // namespace rb::ui
