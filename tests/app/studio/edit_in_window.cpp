// The real window, typed into without end: prints each text once the status bar says it is saved.
#include "ui/dialogs/user_dialogs.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QTest>

#include <cstdio>

using namespace rb;

static QWidget* named(const QWidget& window, const QString& accessibleName) {
    for (QWidget* widget : window.findChildren<QWidget*>())
        if (widget->accessibleName() == accessibleName) return widget;
    return nullptr;
}

int main(int argc, char* argv[]) {
    QApplication application(argc, argv);
    const QString path = QString::fromLocal8Bit(argv[1]);
    auto project = project::Project::open(path);
    if (!project.ok()) return 1;
    QSettings settings(path + QStringLiteral(".ini"), QSettings::IniFormat);
    ui::DesktopDialogs dialogs;
    jobs::InferenceThread inference;
    ui::Workspace workspace;
    ui::MainWindow window({workspace, inference, dialogs, settings});
    workspace.setProject(std::move(*project));
    window.show();
    auto* editor = qobject_cast<QPlainTextEdit*>(named(window, QStringLiteral("Caption")));
    auto* saved = qobject_cast<QLabel*>(named(window, QStringLiteral("Save state")));
    if (!editor || !saved) return 2;
    for (int number = 0;; ++number) {
        const QString text = QStringLiteral("caption number %1").arg(number);
        editor->selectAll();
        QTest::keyClicks(editor, text);
        while (!saved->text().contains(QStringLiteral("✓"))) QTest::qWait(5);
        std::printf("%s\n", qPrintable(text));
        std::fflush(stdout);
    }
}
