#pragma once

#include "core/exchange/export_order.h"
#include "ui/workspace/background.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;

namespace rb::ui {

class LossTable;

/// Chooses a format, which captions and which split leave, and shows beforehand what is kept, changed
/// and dropped.
class ExportDialog : public QDialog {
    Q_OBJECT

public:
    explicit ExportDialog(const QString& projectFile, QWidget* parent = nullptr);

    const exchange::CloudFormat* cloudFormat() const; ///< nullptr: the format is one of pictures
    const formats::Format& format() const;            ///< of pictures
    /// What was chosen.
    exchange::ExportOrder order() const;
    /// Many files in a folder of their own; else one file with suffix().
    bool intoFolder() const;
    QString suffix() const;

private:
    void showFormat();
    /// Counts on a thread of its own: that takes seconds for a million regions.
    void countLosses();

    QString m_project;
    QComboBox* m_format;
    QComboBox* m_dialect;
    QComboBox* m_captions;
    QComboBox* m_split;
    QCheckBox* m_copyPictures;
    LossTable* m_losses;
    QLabel* m_hint;
    QPushButton* m_write;
    Background m_background;
};

} // namespace rb::ui
