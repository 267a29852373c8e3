// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/QtTestMain.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>

namespace {

struct Text {
    QString context;
    QString source;
    QStringList forms; ///< one, or one for each plural
    bool isFinished = true;
};

QString fileOf(const QString& language) {
    return QStringLiteral(VERTESCORE_SOURCE_DIR "/translations/vertescore_%1.ts").arg(language);
}

QList<Text> textsIn(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Text> texts;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == QLatin1String("name")) {
            context = xml.readElementText();
        } else if (xml.name() == QLatin1String("source")) {
            texts << Text{context, xml.readElementText(), {}, true};
        } else if (xml.name() == QLatin1String("translation")) {
            texts.last().isFinished = !xml.attributes().hasAttribute(QLatin1String("type"));
            const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements).trimmed();
            if (!text.isEmpty()) texts.last().forms << text;
        }
    }
    return texts;
}

QList<Text> textsOf(const QString& language) {
    return textsIn(fileOf(language));
}

/// "%1", "%2", "%n": what the program fills in.
QSet<QString> gapsOf(const QString& text) {
    static const QRegularExpression gap(QStringLiteral("%(?:\\d|n)"));
    QSet<QString> gaps;
    for (auto match = gap.globalMatch(text); match.hasNext();)
        gaps << match.next().captured();
    return gaps;
}

} // namespace

class tst_Translations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyTextIsTranslated_data() {
        QTest::addColumn<QString>("language");
        QTest::newRow("German") << QStringLiteral("de");
        QTest::newRow("English plurals") << QStringLiteral("en");
    }
    void everyTextIsTranslated() {
        QFETCH(QString, language);
        const QList<Text> texts = textsOf(language);
        QVERIFY(!texts.isEmpty());
        for (const Text& text : texts)
            QVERIFY2(text.isFinished && !text.forms.isEmpty(),
                     qPrintable(text.context + QStringLiteral(": ") + text.source));
    }

    void theFileHoldsEveryTextOfTheProgram() {
        const QTemporaryDir folder;
        const QString collected = folder.filePath(QStringLiteral("vertescore_de.ts"));
        QVERIFY(QFile::copy(fileOf(QStringLiteral("de")), collected));
        QProcess lupdate;
        lupdate.setWorkingDirectory(QStringLiteral(VERTESCORE_SOURCE_DIR));
        lupdate.start(QStringLiteral(VERTESCORE_LUPDATE),
                      {QStringLiteral("-silent"), QStringLiteral("-I"), QStringLiteral("."),
                       QStringLiteral("-no-obsolete"), QStringLiteral("-recursive"), QStringLiteral("ui"),
                       QStringLiteral("app/workstation"), QStringLiteral("-ts"), collected});
        QVERIFY(lupdate.waitForFinished(-1));
        QCOMPARE(lupdate.exitCode(), 0);
        for (const Text& text : textsIn(collected))
            QVERIFY2(text.isFinished && !text.forms.isEmpty(),
                     qPrintable(text.context + QStringLiteral(": ") + text.source));
    }

    void noGapIsLostOrMadeUp() {
        for (const Text& text : textsOf(QStringLiteral("de")))
            for (const QString& form : text.forms)
                QVERIFY2(gapsOf(form) == gapsOf(text.source), qPrintable(text.source));
    }
};

VERTESCORE_QT_TEST_MAIN(tst_Translations)
#include "tst_Translations.moc"
