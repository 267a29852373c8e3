// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intake/ImportLandmarks.h"
#include "ui/jobs/LandmarkImport.h"
#include "ui/pages/landmarks/IncomingModel.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace vertescore {

class ProgressRow;
class Workspace;

/// Landmarks of other programs come to the scans of the study: choose a file or a folder, see which points go
/// to which scan and what is refused, then import. Nothing is changed before, and what a person set never
/// is. GUI thread.
class LandmarkImportPage : public QWidget {
    Q_OBJECT
public:
    explicit LandmarkImportPage(Workspace& workspace, QWidget* parent = nullptr); ///< workspace outlives it
    void begin();
    void readFrom(QString path); ///< a file or a folder, in the chosen format

Q_SIGNALS:
    void closed();
    void refused(const vertescore::Error& error);
    void imported(const QString& text); ///< what came of it

private:
    QWidget* makeChoice();
    QWidget* makeTableCard();
    void choose(bool folder);
    void bringIn();
    void finish(const LandmarkImport::Report& report);
    void forget();
    void refresh();

    Workspace& m_workspace;
    IncomingModel m_model;
    LandmarkImport m_import;
    std::stop_source m_stop; ///< of reading
    int m_read = 0;          ///< answers to earlier ones are dropped
    bool m_isReading = false;
    QString m_path;
    QComboBox* m_format = nullptr;
    std::vector<LandmarkKind> m_kinds; ///< of the entries of m_format
    QComboBox* m_anterior = nullptr;
    QPushButton* m_file = nullptr;
    QPushButton* m_folder = nullptr;
    QLabel* m_summary = nullptr;
    ProgressRow* m_progress;
    QTableView* m_table = nullptr;
    QPushButton* m_start = nullptr;
};

} // namespace vertescore
