#include "ui/curation/bar_plot.h"

#include <QPainter>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace rb::ui;

class TestBarPlot : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clickAsksForWhatTheBarCounts_data();
    void clickAsksForWhatTheBarCounts();
    void arrowsAndEnterDoTheSame();
    void reachedBarIsToldToScreenReaders();
    void barWithoutQueryCannotBeChosen();
    void barUnderThePointerChangesThePicture();
    void fewerBarsKeepTheKeyboardInside();
    void emptyPlotTakesKeys();
};

static Plot plotOf(Plot::Kind kind) {
    const Bar dog{QStringLiteral("dog"), {}, 30, QStringLiteral("label:dog")};
    const Bar cat{QStringLiteral("cat"), QStringLiteral("a cat"), 10, QStringLiteral("label:cat")};
    return {kind, QStringLiteral("Labels"), {}, {dog, cat, {QStringLiteral("cow"), {}, 0, {}}}, 40};
}

static std::unique_ptr<BarPlot> shown(const Plot& plot) {
    std::unique_ptr<BarPlot> widget(BarPlot::make(plot));
    widget->resize(300, widget->sizeHint().height());
    widget->show();
    return widget;
}

void TestBarPlot::clickAsksForWhatTheBarCounts_data() {
    QTest::addColumn<int>("kind");
    QTest::newRow("list") << int(Plot::Kind::List);
    QTest::newRow("columns") << int(Plot::Kind::Columns);
}

void TestBarPlot::clickAsksForWhatTheBarCounts() {
    QFETCH(int, kind);
    const auto widget = shown(plotOf(Plot::Kind(kind)));
    QSignalSpy asked(widget.get(), &BarPlot::queryRequested);
    QTest::mouseClick(widget.get(), Qt::LeftButton, {}, widget->barArea(1).center());
    QCOMPARE(asked.count(), 1);
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("label:cat"));
    QTest::mouseClick(widget.get(), Qt::RightButton, {}, widget->barArea(0).center());
    QTest::mouseClick(widget.get(), Qt::LeftButton, {}, QPoint(5, 2));
    QCOMPARE(asked.count(), 1);
}

void TestBarPlot::arrowsAndEnterDoTheSame() {
    const auto widget = shown(plotOf(Plot::Kind::List));
    QSignalSpy asked(widget.get(), &BarPlot::queryRequested), reached(widget.get(), &BarPlot::barReached);
    QTest::keyClick(widget.get(), Qt::Key_Down);
    QTest::keyClick(widget.get(), Qt::Key_Return);
    QTest::keyClick(widget.get(), Qt::Key_Home);
    QTest::keyClick(widget.get(), Qt::Key_Up);
    QTest::keyClick(widget.get(), Qt::Key_Space);
    QCOMPARE(asked.count(), 2);
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("label:cat"));
    QCOMPARE(asked.at(1).at(0).toString(), QStringLiteral("label:dog"));
    QCOMPARE(reached.last().at(0).toRect(), widget->barArea(0));
}

void TestBarPlot::reachedBarIsToldToScreenReaders() {
    const auto widget = shown(plotOf(Plot::Kind::Columns));
    QCOMPARE(widget->accessibleName(), QStringLiteral("Labels"));
    QTest::keyClick(widget.get(), Qt::Key_Right);
    QCOMPARE(widget->accessibleDescription(), QStringLiteral("a cat: 10 (25.0 %)"));
}

void TestBarPlot::barWithoutQueryCannotBeChosen() {
    const auto widget = shown(plotOf(Plot::Kind::List));
    QSignalSpy asked(widget.get(), &BarPlot::queryRequested);
    QTest::mouseMove(widget.get(), widget->barArea(0).center());
    QTRY_COMPARE(widget->cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseMove(widget.get(), widget->barArea(2).center());
    QTRY_COMPARE(widget->cursor().shape(), Qt::ArrowCursor);
    QTest::mouseClick(widget.get(), Qt::LeftButton, {}, widget->barArea(2).center());
    QCOMPARE(asked.count(), 0);
}

void TestBarPlot::barUnderThePointerChangesThePicture() {
    const auto widget = shown(plotOf(Plot::Kind::Columns));
    QTest::mouseMove(widget.get(), QPoint(299, widget->height() - 1));
    const QImage before = widget->grab().toImage();
    QTest::mouseMove(widget.get(), widget->barArea(1).center());
    QTRY_VERIFY(widget->grab().toImage() != before);
}

void TestBarPlot::fewerBarsKeepTheKeyboardInside() {
    const auto widget = shown(plotOf(Plot::Kind::List));
    QTest::keyClick(widget.get(), Qt::Key_End);
    Plot plot = plotOf(Plot::Kind::List);
    plot.bars.pop_back();
    widget->setPlot(plot);
    QSignalSpy asked(widget.get(), &BarPlot::queryRequested);
    QTest::keyClick(widget.get(), Qt::Key_Return);
    QCOMPARE(asked.at(0).at(0).toString(), QStringLiteral("label:cat"));
}

void TestBarPlot::emptyPlotTakesKeys() {
    const auto widget = shown({Plot::Kind::Columns, QStringLiteral("Nothing"), {}, {}, 0});
    QSignalSpy asked(widget.get(), &BarPlot::queryRequested);
    QTest::keyClick(widget.get(), Qt::Key_Right);
    QTest::keyClick(widget.get(), Qt::Key_Return);
    widget->grab();
    QCOMPARE(asked.count(), 0);
}

QTEST_MAIN(TestBarPlot)
#include "test_bar_plot.moc"
