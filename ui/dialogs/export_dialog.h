#pragma once

#include "core/exchange/clouds/cloud_export.h"

#include <QDialog>

class QCheckBox;
class QComboBox;

namespace rb::ui {

class LossTable;

/// Chooses a format, which captions and which split leave, and shows beforehand what is kept, changed
/// and dropped.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(const project::Project& project, QWidget* parent = nullptr);

    const exchange::CloudFormat* cloudFormat() const; ///< nullptr: the format is one of pictures
    const formats::Format& format() const;            ///< of pictures
    exchange::ExportOptions options() const;
    /// Many files in a folder of their own; else one file with suffix().
    bool intoFolder() const;
    QString suffix() const;
    Result<exchange::Exported> write(const QString& path) const;

private:
    void showFormat();
    void showLosses();

    const project::Project& m_project;
    QComboBox* m_format;
    QComboBox* m_dialect;
    QComboBox* m_captions;
    QComboBox* m_split;
    QCheckBox* m_copyPictures;
    LossTable* m_losses;
};

} // namespace rb::ui
