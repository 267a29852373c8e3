// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/appendix/AppendixTables_p.h"

namespace vertescore {
namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(Appendix)
};

QString cornerWords(Corner corner) {
    switch (corner) {
    case Corner::SuperiorAnterior:
        return Texts::tr("superior anterior");
    case Corner::SuperiorPosterior:
        return Texts::tr("superior posterior");
    case Corner::InferiorAnterior:
        return Texts::tr("inferior anterior");
    case Corner::InferiorPosterior:
        return Texts::tr("inferior posterior");
    }
    return {};
}

QString pointWords(const LandmarkErrors& errors) {
    const QString level = errors.level ? QString::fromLatin1(levelName(*errors.level).data()) : QString();
    if (errors.level && errors.corner)
        return QStringLiteral("%1, %2").arg(level, cornerWords(*errors.corner));
    if (errors.corner) return Texts::tr("All, %1").arg(cornerWords(*errors.corner));
    return errors.level ? level : Texts::tr("All points");
}

QString readerWords(const LandmarkAgreement& agreement, const ConditionAgreement& condition) {
    const QString readers = agreement.readers == "all" ? Texts::tr("all pairs of readers")
                                                       : QString::fromStdString(agreement.readers);
    const QString under = conditionWords(condition);
    return under.isEmpty() ? readers : QStringLiteral("%1, %2").arg(readers, under);
}

void addErrors(TableRow& row, const RadialErrors& errors) {
    row.estimate(errors.mean, errors.meanInterval, Texts::tr("mean"));
    row.number(errors.median, Texts::tr("median"));
    row.number(errors.percentile95, Texts::tr("95th percentile"));
    row.number(errors.largest, Texts::tr("largest"));
}

AppendixTable distancesOf(const LandmarkAgreement& agreement, const ConditionAgreement& condition) {
    AppendixTable result;
    result.part = AppendixPart::Landmarks;
    result.title = Texts::tr("Distance of both readers' corners: %1").arg(readerWords(agreement, condition));
    result.table.columns = {Texts::tr("Points"),
                            Texts::tr("n"),
                            Texts::tr("Mean px\n(95 % CI)"),
                            Texts::tr("Median\npx"),
                            Texts::tr("95th %\npx"),
                            Texts::tr("Largest\npx"),
                            Texts::tr("Mean mm\n(95 % CI)"),
                            Texts::tr("Median\nmm"),
                            Texts::tr("95th %\nmm"),
                            Texts::tr("Largest\nmm"),
                            Texts::tr("n placed\nby both"),
                            Texts::tr("Their mean\npx"),
                            Texts::tr("Their mean\nmm")};
    std::vector<TableRow> rows;
    for (const LandmarkErrors& errors : agreement.errors) {
        TableRow& row = rows.emplace_back(pointWords(errors));
        row.text(QString::number(errors.pixels.points));
        addErrors(row, errors.pixels);
        addErrors(row, errors.millimetres);
        row.text(QString::number(errors.placedPixels.points));
        row.number(errors.placedPixels.mean, Texts::tr("mean"));
        row.number(errors.placedMillimetres.mean, Texts::tr("mean"));
    }
    result.table.addRows(rows);
    const RadialErrors& all = agreement.errors.front().pixels;
    const RadialErrors& inMm = agreement.errors.front().millimetres;
    result.note =
        Texts::tr(
            "Radial distance √(Δx² + Δy²) of the corners whose guides the readings were graded with: "
            "%1 images, %2 with a known spacing; points that one reading has no position for: %3. Intervals: "
            "points of one image together (ratio of sums, t). Placed by both: points that both readers moved "
            "or confirmed; the others lie, for one of them at least, where the network or an import put "
            "them.")
            .arg(all.images)
            .arg(inMm.images)
            .arg(agreement.errors.front().missing);
    return result;
}

/// The share of the variance: r squared.
void addShare(TableRow& row, const Statistic& r) {
    if (r.isDefined())
        row.percent(100 * *r * *r, {});
    else
        row.percent(r, Texts::tr("share"));
}

AppendixTable bondsOf(const LandmarkAgreement& agreement, const ConditionAgreement& condition) {
    AppendixTable result;
    result.part = AppendixPart::Landmarks;
    result.title =
        Texts::tr("Score differences and distance of corners: %1").arg(readerWords(agreement, condition));
    result.table.columns = {Texts::tr("Unit"),
                            Texts::tr("n"),
                            Texts::tr("Spearman ρ, px\n(95 % CI)"),
                            Texts::tr("Pearson r, px\n(95 % CI)"),
                            Texts::tr("r², px\n%"),
                            Texts::tr("n\nwith mm"),
                            Texts::tr("Spearman ρ, mm\n(95 % CI)"),
                            Texts::tr("Pearson r, mm\n(95 % CI)"),
                            Texts::tr("r², mm\n%")};
    std::vector<TableRow> rows;
    for (const auto& [unit, bond] : agreement.withScores) {
        TableRow& row = rows.emplace_back(unitWords(unit));
        row.text(QString::number(bond.images));
        row.estimate(bond.pixels.rho, bond.pixels.bonettWright, Texts::tr("Spearman"));
        row.estimate(bond.pixelsPearson.r, bond.pixelsPearson.fisher, Texts::tr("Pearson"));
        addShare(row, bond.pixelsPearson.r);
        row.text(QString::number(bond.imagesMm));
        row.estimate(bond.millimetres.rho, bond.millimetres.bonettWright, Texts::tr("Spearman"));
        row.estimate(bond.millimetresPearson.r, bond.millimetresPearson.fisher, Texts::tr("Pearson"));
        addShare(row, bond.millimetresPearson.r);
    }
    result.table.addRows(rows);
    result.note =
        Texts::tr("Over images: mean distance of the corners that bound the unit against the absolute "
                  "difference of both scores. r²: the share of the differences' variance that goes with "
                  "the distance. Bonett & Wright 2000; Fisher z.");
    return result;
}

} // namespace

void addLandmarkTables(std::vector<AppendixTable>& to, const ConditionAgreement& condition) {
    for (const LandmarkAgreement& agreement : condition.landmarks) {
        to.push_back(distancesOf(agreement, condition));
        if (!agreement.withScores.empty()) to.push_back(bondsOf(agreement, condition));
    }
}

} // namespace vertescore
