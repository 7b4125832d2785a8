#include "ui/curation/figure_list.h"

#include <QGridLayout>
#include <QLabel>

namespace rb::ui {

// A grid, as Qt 6.4's form layout writes beside its memory when rows are hidden and others wrap their words.
FigureList::FigureList(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnStretch(1, 1);
    for (const Figure& figure : figuresOf({})) {
        auto *name = new QLabel(figure.name), *value = new QLabel;
        name->setForegroundRole(QPalette::PlaceholderText);
        name->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        value->setAlignment(Qt::AlignLeft | Qt::AlignTop);
        value->setWordWrap(true);
        value->setAccessibleName(figure.name);
        const auto row = static_cast<int>(m_rows.size());
        grid->addWidget(name, row, 0);
        grid->addWidget(value, row, 1);
        m_rows.emplace_back(name, value);
    }
}

void FigureList::showFigures(const std::vector<Figure>& figures) {
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const auto [name, value] = m_rows[i];
        value->setText(figures[i].value);
        name->setVisible(!figures[i].value.isEmpty());
        value->setVisible(!figures[i].value.isEmpty());
    }
}

} // namespace rb::ui
