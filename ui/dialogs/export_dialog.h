#pragma once

#include "core/exchange/export.h"

#include <QDialog>

class QComboBox;
class QTableWidget;

namespace rb::ui {

/// Chooses a format and which captions leave, and shows beforehand what is kept, changed and
/// dropped.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    enum class Format { RegionBlip, Coco };

    explicit ExportDialog(const project::Project& project, QWidget* parent = nullptr);

    Format format() const;
    formats::ExportOptions options() const;
    Status write(const QString& path) const;

private:
    void showLosses();

    const project::Project& m_project;
    QComboBox* m_format;
    QComboBox* m_captions;
    QTableWidget* m_losses;
};

} // namespace rb::ui
