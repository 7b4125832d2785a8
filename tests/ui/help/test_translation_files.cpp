#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

/// A message of a .ts file.
struct Message {
    QString context, source, translation, type;
};

static QList<Message> readMessages(const QString& path, QString* error) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) *error = file.errorString();
    QXmlStreamReader reader(&file);
    QList<Message> messages;
    QString context;
    while (!reader.atEnd()) {
        if (reader.readNext() != QXmlStreamReader::StartElement) continue;
        const QStringView name = reader.name();
        if (name == QStringLiteral("name")) context = reader.readElementText();
        else if (name == QStringLiteral("source")) messages.append({context, reader.readElementText(), {}, {}});
        else if (name == QStringLiteral("translation")) {
            messages.last().type = reader.attributes().value(QStringLiteral("type")).toString();
            messages.last().translation = reader.readElementText(QXmlStreamReader::IncludeChildElements);
        }
    }
    if (reader.hasError()) *error = reader.errorString();
    return messages;
}

class TestTranslationFiles : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void areWellFormed_data() { eachFile(); }
    void areWellFormed();
    void keepTheNumbersPlaces_data() { eachFile(); }
    void keepTheNumbersPlaces();
    void menusAreTranslated_data() { eachFile(); }
    void menusAreTranslated();
    void filterPatternsStay_data() { eachFile(); }
    void filterPatternsStay();

private:
    void eachFile();
    QList<Message> messages();
};

void TestTranslationFiles::eachFile() {
    QTest::addColumn<QString>("path");
    for (const char* language : {"de", "zh"})
        QTest::newRow(language) << QStringLiteral(RB_RESOURCES "/translations/regionblip_%1.ts").arg(QLatin1String(language));
}

QList<Message> TestTranslationFiles::messages() {
    QFETCH(QString, path);
    QString error;
    const QList<Message> read = readMessages(path, &error);
    return error.isEmpty() ? read : QList<Message>();
}

void TestTranslationFiles::areWellFormed() {
    const QList<Message> all = messages();
    QVERIFY(all.size() > 100);
    for (const Message& message : all) {
        QVERIFY(!message.context.isEmpty() && !message.source.isEmpty());
        QVERIFY2(!message.translation.isEmpty() || message.type == QStringLiteral("unfinished"), qPrintable(message.source));
    }
}

void TestTranslationFiles::keepTheNumbersPlaces() {
    static const QRegularExpression place(QStringLiteral("%[0-9n]"));
    const auto places = [](const QString& text) {
        QStringList found;
        for (const auto& match : place.globalMatch(text)) found << match.captured();
        found.removeDuplicates(); // a plural has its place in each form
        found.sort();
        return found;
    };
    for (const Message& message : messages())
        if (!message.translation.isEmpty()) QCOMPARE(places(message.translation), places(message.source));
}

void TestTranslationFiles::menusAreTranslated() {
    int menus = 0;
    for (const Message& message : messages()) {
        if (!message.context.endsWith(QStringLiteral("::Menus"))) continue;
        QVERIFY2(!message.translation.isEmpty(), qPrintable(message.source));
        ++menus;
    }
    QVERIFY(menus > 8);
}

void TestTranslationFiles::filterPatternsStay() {
    static const QRegularExpression pattern(QStringLiteral("\\(\\*[^)]*\\)"));
    for (const Message& message : messages()) {
        if (message.translation.isEmpty()) continue;
        for (const auto& match : pattern.globalMatch(message.source)) QVERIFY(message.translation.contains(match.captured()));
    }
}

QTEST_GUILESS_MAIN(TestTranslationFiles)
#include "test_translation_files.moc"
