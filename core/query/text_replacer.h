#pragma once

#include "core/query/find_replace.h"

#include <QRegularExpression>

namespace rb::query {

/// Replaces in texts what was asked for.
class TextReplacer {
public:
    static Result<TextReplacer> make(const QString& find, const QString& replace, const FindOptions& options);
    /// The text with every occurrence replaced; an error when the expression gives up on it.
    Result<QString> replaced(const QString& text) const;

private:
    TextReplacer(QRegularExpression expression, QString replacement, bool expands)
        : m_expression(std::move(expression)), m_replacement(std::move(replacement)), m_expands(expands) {}
    QString replacementFor(const QRegularExpressionMatch& match) const;

    QRegularExpression m_expression;
    QString m_replacement;
    bool m_expands;
};

} // namespace rb::query
