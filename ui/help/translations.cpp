#include "ui/help/translations.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <memory>

namespace rb::ui {

// Qt's own translations may not be installed: buttons of dialogs and names of keys are translated with our texts.
[[maybe_unused]] static constexpr const char* kButtons[] = {
    QT_TRANSLATE_NOOP("QPlatformTheme", "OK"),     QT_TRANSLATE_NOOP("QPlatformTheme", "Save"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Open"),   QT_TRANSLATE_NOOP("QPlatformTheme", "&Yes"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "&No"),    QT_TRANSLATE_NOOP("QPlatformTheme", "Close"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Cancel"), QT_TRANSLATE_NOOP("QPlatformTheme", "Discard"),
    QT_TRANSLATE_NOOP("QPlatformTheme", "Help"),   QT_TRANSLATE_NOOP("QPlatformTheme", "Apply")};
[[maybe_unused]] static constexpr const char* kKeys[] = {
    QT_TRANSLATE_NOOP("QShortcut", "Ctrl"),      QT_TRANSLATE_NOOP("QShortcut", "Shift"),
    QT_TRANSLATE_NOOP("QShortcut", "Del"),       QT_TRANSLATE_NOOP("QShortcut", "Home"),
    QT_TRANSLATE_NOOP("QShortcut", "PgUp"),      QT_TRANSLATE_NOOP("QShortcut", "PgDown"),
    QT_TRANSLATE_NOOP("QShortcut", "Space"),     QT_TRANSLATE_NOOP("QShortcut", "Return"),
    QT_TRANSLATE_NOOP("QShortcut", "Enter"),     QT_TRANSLATE_NOOP("QShortcut", "Backspace"),
    QT_TRANSLATE_NOOP("QShortcut", "Left"),      QT_TRANSLATE_NOOP("QShortcut", "Right"),
    QT_TRANSLATE_NOOP("QShortcut", "Up"),        QT_TRANSLATE_NOOP("QShortcut", "Down")};

static const QString kOurs = QStringLiteral("regionblip"), kQts = QStringLiteral("qtbase");

static bool install(QApplication& app, const QLocale& locale, const QString& name, const QString& folder) {
    auto translator = std::make_unique<QTranslator>(&app);
    translator->setObjectName(name);
    if (!translator->load(locale, name, QStringLiteral("_"), folder)) return false;
    QApplication::installTranslator(translator.release()); // the application owns it
    return true;
}

bool installTranslations(QApplication& app, const QString& language, const QString& folder) {
    for (const QString& name : {kOurs, kQts}) delete app.findChild<QTranslator*>(name);
    // Only the first language: who reads English first shall not get another for want of a file for it.
    const QLocale locale(language.isEmpty() ? QLocale::system().uiLanguages().value(0) : language);
    if (locale.language() == QLocale::English || locale.language() == QLocale::C) return true;
    // Qt's own texts first: where both have one, the translator installed last is asked first.
    install(app, locale, kQts, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    return install(app, locale, kOurs, folder);
}

} // namespace rb::ui
