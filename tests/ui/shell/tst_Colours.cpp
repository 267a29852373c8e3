// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Colours.h"

#include <QTest>

#include <cmath>

using namespace vertescore;

namespace {

/// Relative luminance, WCAG 2.
double luminance(const QColor& colour) {
    const auto linear = [](double c) {
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
           0.0722 * linear(colour.blueF());
}

double contrast(const QColor& a, const QColor& b) {
    const double first = luminance(a), second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

} // namespace

class tst_Colours : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void textIsReadableOnEveryGround_data();
    void textIsReadableOnEveryGround();
};

void tst_Colours::textIsReadableOnEveryGround_data() {
    QTest::addColumn<QColor>("text");
    QTest::addColumn<QColor>("ground");
    const std::pair<const char*, const Colours*> sets[] = {
        {"light", &lightColours()}, {"dark", &darkColours()}, {"desk", &deskColours()}};
    for (const auto& [name, set] : sets) {
        const std::pair<const char*, QColor> grounds[] = {
            {"window", set->window}, {"surface", set->surface}, {"raised", set->raised}};
        for (const auto& [ground, colour] : grounds) {
            QTest::addRow("%s text on %s", name, ground) << set->text << colour;
            QTest::addRow("%s muted text on %s", name, ground) << set->mutedText << colour;
        }
        QTest::addRow("%s text on accent", name) << set->textOnAccent << set->accent;
    }
}

void tst_Colours::textIsReadableOnEveryGround() {
    QFETCH(QColor, text);
    QFETCH(QColor, ground);
    QVERIFY2(contrast(text, ground) >= 4.5, qPrintable(QString::number(contrast(text, ground))));
}

QTEST_GUILESS_MAIN(tst_Colours)
#include "tst_Colours.moc"
