#pragma once

#include "core/exchange/export_order.h"
#include "ui/workspace/background.h"

#include <QDialog>
#include <QTimer>

#include <atomic>
#include <memory>
#include <optional>

class QLabel;

namespace rb::ui {

/// Stands before the window while an export runs on a thread of its own: count, and a button that stops it. Accepted when
/// all is written.
class ExportProgressDialog : public QDialog {
    Q_OBJECT

public:
    /// Begins at once.
    ExportProgressDialog(const exchange::ExportOrder& order, const QString& path, QWidget* parent = nullptr);

    /// What came of it; nothing while it runs.
    const std::optional<Result<exchange::Exported>>& result() const { return m_result; }

protected:
    void reject() override; ///< stops the export

private:
    QLabel* m_count;
    QTimer m_timer;
    std::shared_ptr<std::atomic<int>> m_done; ///< media written, told by the thread
    std::optional<Result<exchange::Exported>> m_result;
    Background m_background;
};

} // namespace rb::ui
