#include "glyph_sets.h"

#include <QFontDatabase>
#include <QTemporaryDir>

using namespace rb;
using namespace rb::synthetic;

class MissingFontTest : public QObject {
    Q_OBJECT

public:
    // Called by QTEST_MAIN before the application is made: a font configuration that names no folder.
    static void initMain() {
        static const QTemporaryDir folder;
        QFile configuration(folder.filePath(QStringLiteral("fonts.conf")));
        if (!configuration.open(QIODevice::WriteOnly)) return;
        configuration.write(
            "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig></fontconfig>");
        configuration.close();
        qputenv("FONTCONFIG_FILE", configuration.fileName().toUtf8());
    }

private Q_SLOTS:
    void aMissingFontIsOneSentence();
};

void MissingFontTest::aMissingFontIsOneSentence() {
    if (QFontDatabase::families().contains(QStringLiteral("Noto Color Emoji")))
        QSKIP("Qt found the font without fontconfig.");
    const Result<GlyphSet> set = GlyphSet::load(synthetic::testing::recipe());
    QVERIFY(!set.ok());
    QVERIFY(set.error().code == ErrorCode::FileNotFound);
    QVERIFY(set.error().message.find("fonts-noto-color-emoji") != std::string::npos);
}

QTEST_MAIN(MissingFontTest)
#include "test_missing_font.moc"
