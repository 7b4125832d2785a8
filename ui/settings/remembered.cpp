#include "ui/settings/remembered.h"

#include <QAction>

#include <algorithm>

namespace rb::ui {

void remember(QAction& action, const Setting<bool>& setting, QSettings& settings, QObject* context, const std::function<void(bool)>& apply) {
    QObject::connect(&action, &QAction::toggled, context, [&settings, &setting, apply](bool on) {
        setting.write(settings, on);
        if (apply) apply(on);
    });
    const bool present = setting.read(settings);
    action.setChecked(present);
    if (apply) apply(present);
}

void rememberChoice(const QList<QAction*>& actions, const Setting<int>& setting, QSettings& settings, QObject* context,
                    const std::function<void(int)>& apply) {
    const auto last = static_cast<int>(actions.size()) - 1;
    const int present = std::clamp(setting.read(settings), 0, last);
    for (int i = 0; i <= last; ++i)
        QObject::connect(actions[i], &QAction::triggered, context, [&settings, &setting, apply, i] {
            setting.write(settings, i);
            apply(i);
        });
    actions[present]->setChecked(true);
    apply(present);
}

} // namespace rb::ui
