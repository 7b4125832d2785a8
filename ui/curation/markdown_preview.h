#pragma once

#include <QTextBrowser>

namespace rb::ui {

/// Shows Markdown in the window's own measure: headings stand out by weight, tables have one thin line.
class MarkdownPreview : public QTextBrowser {
    Q_OBJECT

public:
    explicit MarkdownPreview(QWidget* parent = nullptr) : QTextBrowser(parent) {}
    void showMarkdown(const QString& text);

private:
    void measureHeadings();
    void drawTables();
};

} // namespace rb::ui
