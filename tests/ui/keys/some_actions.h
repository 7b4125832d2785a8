#pragma once

#include "ui/keys/key_map.h"

#include <QAction>
#include <QObject>

namespace rb::ui {

/// A few actions with names and keys as the window has them.
class SomeActions {
public:
    SomeActions() {
        add("boxTool", "Draw a &box", "R Ctrl+R N");
        add("fit", "&Fit to the window", "F");
        add("nextPicture", "Next &picture", "D PgDown");
        add("exportData", "&Export…", "Ctrl+E");
        add("editCaption", "Edit &caption", "F2");
        add("sampleProject", "Open the &sample project", "");
    }

    QAction* operator[](const char* name) const { return m_owner.findChild<QAction*>(QString::fromLatin1(name)); }
    const QList<QAction*>& all() const { return m_all; }

    static QList<QKeySequence> keys(const char* text) {
        QList<QKeySequence> result;
        for (const QString& one : QString::fromLatin1(text).split(QLatin1Char(' '), Qt::SkipEmptyParts))
            result << QKeySequence(one);
        return result;
    }

private:
    void add(const char* name, const char* text, const char* shortcuts) {
        auto* action = new QAction(QString::fromUtf8(text), &m_owner);
        action->setObjectName(QString::fromLatin1(name));
        action->setShortcuts(keys(shortcuts));
        m_all << action;
    }

    QObject m_owner;
    QList<QAction*> m_all;
};

} // namespace rb::ui
