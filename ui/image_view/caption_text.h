#pragma once

#include <QColor>
#include <QFont>
#include <QSizeF>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QPointF;
class QTextLayout;

namespace rb::ui {

/// A caption broken into a few lines, in either writing direction. Too long a text ends in an
/// ellipsis, or, while it is being written, shows its last lines.
class CaptionText {
public:
    struct Limits {
        double width = 280; ///< widget pixels
        int lines = 2;
        bool keepEnd = false; ///< show the last lines, not the first

        friend bool operator==(const Limits&, const Limits&) = default;
    };

    /// A piece of the text that is underlined, and tinted when `tint` has any alpha.
    struct Mark {
        int begin = 0;
        int length = 0;
        QColor line;
        QColor tint;

        friend bool operator==(const Mark&, const Mark&) = default;
    };

    CaptionText(const QString& text, const QFont& font, const Limits& limits, const std::vector<Mark>& marks = {});
    ~CaptionText();
    CaptionText(CaptionText&&) noexcept;
    CaptionText& operator=(CaptionText&&) noexcept;

    QSizeF size() const { return m_size; }
    void draw(QPainter& painter, QPointF topLeft, const QColor& color) const;

private:
    /// Breaks the layout's text; true when all of it went into `lines` lines.
    bool breakLines(double width, int lines);
    void setMarks(const std::vector<Mark>& marks, qsizetype skipped);

    std::unique_ptr<QTextLayout> m_layout;
    int m_firstLine = 0;
    QSizeF m_size;
};

} // namespace rb::ui
