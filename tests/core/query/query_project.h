#pragma once

#include "core/project/database.h"
#include "core/query/select.h"
#include "tests/core/project/sample_records.h"

#include <QTemporaryDir>

/// A project that tests fill row by row and ask by text.
namespace rb::query::test {

class QueryProject {
public:
    QueryProject()
        : m_project(project::test::mustOpen(project::Project::create(m_folder.filePath(QStringLiteral("q.rbproject"))))) {}

    project::Project& operator*() { return *m_project; }
    project::Project* operator->() { return m_project.get(); }

    project::Id add(project::Media media) { return inserted(std::move(media)); }
    project::Id add(project::Region region) { return inserted(std::move(region)); }
    project::Id add(project::Caption caption) { return inserted(std::move(caption)); }

    /// A picture, a box in it with this label, and the box's caption; returns the region.
    project::Id region(const QString& path, const QString& label, const QString& text) {
        const project::Id media = add(project::test::picture(path));
        const project::Id box = add(project::test::box(media, 10, label));
        if (!text.isEmpty()) add(project::test::words(media, box, text));
        return box;
    }

    /// What a query finds, by picture: the label of a region, or the path of a picture as a whole.
    QStringList found(const QString& text, Order order = Order::Picture) {
        const auto query = parse(text);
        if (!query.ok()) return {QString::fromStdString(query.error().message)};
        const auto rows = select(m_project->database(), *query, order);
        if (!rows.ok()) return {QString::fromStdString(rows.error().message)};
        QStringList names;
        for (const Row& row : *rows)
            names.append(row.region ? m_project->region(row.region)->label : m_project->media(row.media)->path);
        const auto number = count(m_project->database(), *query);
        if (!number.ok() || *number != names.size()) names.append(QStringLiteral("count() differs"));
        return names;
    }

private:
    template <typename Record>
    project::Id inserted(Record record) {
        project::Id id = 0;
        const Status made =
            m_project->edit(QStringLiteral("Fill"), [&](project::Edit& edit) { id = edit.insert(std::move(record)); });
        return made.ok() ? id : 0;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<project::Project> m_project;
};

} // namespace rb::query::test
