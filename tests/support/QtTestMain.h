// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QLocale>
#include <QtTest>

/// The main() of a Qt Test program: no display is needed, numbers are written the same everywhere.
#define VERTESCORE_QT_TEST_MAIN(TestClass)                                                                   \
    int main(int argc, char** argv) {                                                                        \
        qputenv("QT_QPA_PLATFORM", "offscreen");                                                             \
        QLocale::setDefault(QLocale::c());                                                                   \
        QApplication application(argc, argv);                                                                \
        TestClass test;                                                                                      \
        return QTest::qExec(&test, argc, argv);                                                              \
    }
