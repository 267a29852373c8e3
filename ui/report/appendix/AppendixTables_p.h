// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/appendix/AppendixTables.h"

#include "ui/report/agreement/TableRow.h"

#include <QCoreApplication>

// What the makers of the appendix's tables share. Each adds to the list what the report has.
namespace vertescore {

void addComparisonTables(std::vector<AppendixTable>& to, const AgreementReport& report);
void addSeveralReaderTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition);
void addPairTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition);
void addStratumTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition);
void addRepeatTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition);
void addConsensusTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition);
void addLandmarkTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition);

/// "condition ivg"; empty without a name.
QString conditionWords(const ConditionAgreement& condition);
/// "A and B, condition ivg"
QString pairWords(const PairAgreement& pair, const ConditionAgreement& condition);
/// "burden low"
QString stratumWords(const Stratum& stratum);
/// "L1, anterior", "L1", "Total", ...
QString unitWords(const Unit& unit);

// Cells; a dash where the unit has no such statistic.
void addKappa(TableRow& row, const Kappa& kappa, const QString& what);
void addAc2(TableRow& row, const GappedCoefficient& ac2);
void addPearson(TableRow& row, const std::optional<Pearson>& pearson);
void addIcc(TableRow& row, const std::optional<Icc>& icc, IccForm Icc::*form);
void addBias(TableRow& row, const std::optional<BlandAltman>& ba);
void addError(TableRow& row, const std::optional<MeasurementError>& error);
/// Zeros of the first and the second reader among so many: a kappa is read beside them.
QString zeroWords(const PairSample& sample);

} // namespace vertescore
