// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QObject>

class QStackedWidget;

namespace vertescore {

class Actions;
class DeskPage;
class StudyAgreementPage;
class Workspace;

/// Copy, save and print: the annotated picture while the desk is in view, the report on the agreement page.
/// GUI thread.
class Output : public QObject {
    Q_OBJECT
public:
    struct Pages {
        QStackedWidget& all;
        DeskPage& desk;
        StudyAgreementPage& agreement;
    };
    /// All outlive this.
    Output(Workspace& workspace, Actions& actions, const Pages& pages);
    void refresh(); ///< another page, scan or report is in view

Q_SIGNALS:
    void refused(const vertescore::Error& error);
    void noted(const QString& text);

private:
    bool isOnDesk() const;
    void copy();
    void save();
    void print();
    void savePicture();

    Workspace& m_workspace;
    Actions& m_actions;
    Pages m_pages;
};

} // namespace vertescore
