#pragma once

#include <QStringList>

class QTreeView;

namespace rb::ui {

/// Where someone is in a LintModel's view: which groups are open and which row is current. Put back after the model was
/// filled anew, so that mending one finding leads to the next.
class TreePlace {
public:
    explicit TreePlace(const QTreeView& view);
    void restore(QTreeView& view) const;

private:
    QStringList m_open; ///< titles
    QString m_group;    ///< title of the current row's
    int m_row = -1;
    int m_scrolled = 0;
};

} // namespace rb::ui
