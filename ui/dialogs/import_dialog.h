#pragma once

#include "core/exchange/clouds/cloud_import.h"

#include <QDialog>

#include <thread>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace rb::ui {

class LossTable;
class UserDialogs;

/// Shows what a file of annotations holds and what looks wrong with it, and asks what to mend, before
/// anything is taken. The file is read on a thread of its own.
class ImportDialog : public QDialog {
    Q_OBJECT

public:
    /// `path` is a file or folder of annotations. A format that is not recognised is asked for.
    ImportDialog(const QString& path, UserDialogs& dialogs, QWidget* parent = nullptr);

    const formats::Format* format() const; ///< nullptr: none was recognised or chosen
    const exchange::CloudFormat* cloudFormat() const; ///< nullptr: the file is none of clouds
    exchange::ImportOptions options() const;

private:
    void check();
    void showReport(const Result<exchange::ImportReport>& report);
    void showFindings(const std::vector<formats::Finding>& findings);
    void chooseMedia();

    QString m_path;
    UserDialogs& m_dialogs;
    QComboBox* m_format;
    QLineEdit* m_media;
    QComboBox* m_state;
    QComboBox* m_split;
    QLabel* m_summary;
    QVBoxLayout* m_findings;
    LossTable* m_losses;
    QPushButton* m_import;
    std::vector<std::pair<QCheckBox*, formats::Correction>> m_mends;
    int m_checks = 0;        ///< answers to older ones are dropped
    std::jthread m_checker;  ///< reads the file while the dialog is there
};

} // namespace rb::ui
