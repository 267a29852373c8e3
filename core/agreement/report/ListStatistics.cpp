// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/report/Listing_p.h"

namespace vertescore {
namespace {

constexpr std::string_view kAc2 = "Gwet's AC2, quadratic weights over the declared scores";

void addKappa(Listing& to, const std::string& key, const Kappa& kappa, std::string_view weights) {
    to.add(key + ".est", kappa.estimate, weights);
    to.add(key + ".se", kappa.standardError, "non-null, Fleiss, Cohen & Everitt 1969");
    to.add(key + ".se0", kappa.standardErrorNull, "under kappa = 0");
    to.add(key + ".ci_", kappa.wald, "Wald with the non-null standard error, not truncated");
}

void addIccForm(Listing& to, const std::string& key, const IccForm& form, std::string_view method) {
    to.add(key + ".est", form.estimate, method);
    to.add(key + ".", form.interval, method);
}

void addIcc(Listing& to, const Icc& icc) {
    constexpr std::string_view meanSquare = "two-way analysis of variance, complete images";
    addIccForm(to, "icc11", icc.icc11, "ICC(1,1), one-way, single reading, F limits, Shrout & Fleiss 1979");
    addIccForm(to, "icc1k", icc.icc1k, "ICC(1,k), one-way, mean of k readings, F limits");
    addIccForm(to, "icc21", icc.icc21,
               "ICC(2,1), two-way random, absolute agreement, single reading, F limits");
    addIccForm(to, "icc2k", icc.icc2k, "ICC(2,k), limits by Spearman-Brown from ICC(2,1)");
    addIccForm(to, "icc31", icc.icc31, "ICC(3,1), two-way mixed, consistency, single reading, F limits");
    addIccForm(to, "icc3k", icc.icc3k, "ICC(3,k), consistency, mean of k readings, F limits");
    to.add("icc.msb", icc.betweenImages, meanSquare);
    to.add("icc.msw", icc.withinImages, meanSquare);
    to.add("icc.msj", icc.betweenRaters, meanSquare);
    to.add("icc.mse", icc.residual, meanSquare);
}

void addLimit(Listing& to, const std::string& key, const AgreementLimit& limit) {
    to.add(key, limit.estimate, "bias -+ 1.959964 SD");
    to.add(key + "_approx_", limit.approximate, "approximate, Bland & Altman 1999");
    to.add(key + "_exact_", limit.exact, "exact, noncentral t, Carkeet 2015");
}

void addBlandAltman(Listing& to, const BlandAltman& ba) {
    to.add("ba.bias", ba.bias, "mean of first reader - second");
    to.add("ba.bias_", ba.biasInterval, "t");
    to.add("ba.sd", ba.sd, "of the differences, divisor n - 1");
    addLimit(to, "ba.loa_lo", ba.lower);
    addLimit(to, "ba.loa_hi", ba.upper);
}

void addSpearman(Listing& to, const Spearman& spearman) {
    to.add("spearman.rho", spearman.rho, "Pearson correlation of mid-ranks");
    to.add("spearman.fisher_", spearman.fisher, "Fisher z");
    to.add("spearman.fieller_", spearman.fieller, "Fieller, Hartley & Pearson 1957");
    to.add("spearman.bw_", spearman.bonettWright, "Bonett & Wright 2000");
}

void addGapped(Listing& to, const std::string& key, const GappedCoefficient& coefficient,
               std::string_view method) {
    to.add(key + ".est", coefficient.estimate, method);
    to.add(key + ".se", coefficient.standardError, "Gwet 2014");
    to.add(key + ".ci_", coefficient.interval, "t, not truncated");
}

/// Of one kappa on resampled images.
void addBootstrap(Listing& to, const std::string& key, const Bootstrap& bootstrap) {
    if (bootstrap.resamples == 0 && bootstrap.dropped == 0) return;
    to.add(key + ".boot_n", bootstrap.resamples, "resamples used");
    to.add(key + ".boot_dropped", bootstrap.dropped, "resamples in which kappa is undefined");
    to.add(key + ".boot_se", bootstrap.standardError, "SD of the resamples");
    to.add(key + ".perc_", bootstrap.percentile, "bootstrap percentile");
}

void addError(Listing& to, const std::string& key, const ErrorOfMeasurement& error, std::string_view words) {
    to.add("sem." + key, error.sem, words);
    to.add("sem." + key + "_", error.semInterval, "chi-square");
    to.add("mdc95." + key, error.mdc95, "1.959964 sqrt(2) SEM");
    to.add("mdc95." + key + "_", error.mdc95Interval, "chi-square");
}

void addErrors(Listing& to, const MeasurementError& error) {
    addError(to, "agreement", error.agreement,
             "standard error of measurement, root of MSW, the readers' bias counted, de Vet et al. 2006");
    addError(to, "consistency", error.consistency,
             "standard error of measurement, root of MSE, the readers' bias left out");
}

void addPair(Listing& to, const PairAgreement& pair) {
    to.add("n", pair.sample.size(), "images scored by both");
    to.add("agree.exact_pct", pair.raw.exactPercent, "equal scores");
    to.add("agree.within1_pct", pair.raw.withinOnePercent, "scores at most 1 apart");
    addKappa(to, "kappa_unw", pair.unweighted, "Cohen's kappa, unweighted");
    addKappa(to, "kappa_lin", pair.linear, "Cohen's kappa, linear weights over the declared scores");
    addKappa(to, "kappa_quad", pair.quadratic, "Cohen's kappa, quadratic weights over the declared scores");
    addSpearman(to, pair.spearman);
    to.add("kendall_tau_b.est", pair.tauB, "tau-b");
    addGapped(to, "gwet_ac2_quad", pair.ac2, kAc2);
    if (pair.pearson) {
        to.add("pearson.r", pair.pearson->r, "product-moment");
        to.add("pearson.ci_", pair.pearson->fisher, "Fisher z");
    }
    for (const KappaWeights weights : kKappaWeights)
        addBootstrap(to, "kappa_" + std::string(kappaWeightsKey(weights)), pair.bootstrap(weights));
    if (pair.icc) addIcc(to, *pair.icc);
    if (pair.error) addErrors(to, *pair.error);
    if (pair.blandAltman) addBlandAltman(to, *pair.blandAltman);
}

void addAll(Listing& to, const SeveralReaderAgreement& all) {
    to.add("n_rated", all.counts.rated, "images with a reading");
    to.add("n_pairable", all.counts.pairable, "images with two or more readings");
    to.add("n_complete", all.counts.complete, "images with all readings");
    to.add("agree.exact_pct", all.raw.exactPercent, "mean over images of the share of equal pairs");
    to.add("agree.within1_pct", all.raw.withinOnePercent,
           "mean over images of the share of pairs at most 1 apart");
    to.add("agree.all_equal_pct", all.raw.allEqualPercent, "complete images with one score");
    to.add("agree.all_within1_pct", all.raw.allWithinOnePercent, "complete images with max - min <= 1");
    to.add("fleiss.est", all.fleiss.estimate, "Fleiss 1971, complete images");
    to.add("fleiss.se0", all.fleiss.standardErrorNull, "under kappa = 0, Fleiss, Nee & Landis 1979");
    to.add("fleiss.z", all.fleiss.z, "est / se0");
    to.add("fleiss_any.est", all.fleissWithGaps.estimate, "Fleiss generalised to gaps, Gwet 2014");
    to.add("fleiss_any.se", all.fleissWithGaps.standardError, "Gwet 2014");
    to.add("kripp.nominal", all.krippendorff.nominal, "Krippendorff's alpha, nominal");
    to.add("kripp.ordinal", all.krippendorff.ordinal, "Krippendorff's alpha, ordinal");
    to.add("kripp.interval", all.krippendorff.interval, "Krippendorff's alpha, interval");
    addGapped(to, "gwet_ac1", all.ac1, "Gwet's AC1");
    addGapped(to, "gwet_ac2_quad", all.ac2, kAc2);
    to.add("kendall_w.w", all.kendall.w, "Kendall's W, corrected for ties");
    to.add("kendall_w.w_uncorrected", all.kendall.uncorrected, "Kendall's W, no correction for ties");
    to.add("kendall_w.chi2", all.kendall.chiSquare, "m (n - 1) W");
    to.add("kendall_w.df", all.kendall.degreesOfFreedom, "n - 1");
    to.add("kendall_w.p", all.kendall.p, "chi-square tail");
    for (const KappaWeights weights : kKappaWeights)
        to.add("kappa_" + std::string(kappaWeightsKey(weights)) + ".mean_pairs",
               all.meanKappas[static_cast<std::size_t>(weights)], "mean of all pairs, Light 1971");
    if (all.icc) addIcc(to, *all.icc);
    if (all.error) addErrors(to, *all.error);
}

/// value: what the two conditions' own values are called in the keys; words: of the statistic.
void addChange(Listing& to, const AgreementReport& report, const std::string& key, const std::string& value,
               const std::string& words, const PairedChange& change) {
    const bool isMean = to.readers() == kMeanOfPairs;
    const Bootstrap& bootstrap = change.bootstrap;
    to.add(key + "n", change.images, "images scored under both conditions");
    const std::string without = key + value + "_" + report.withoutCondition,
                      with = key + value + "_" + report.withCondition;
    const std::string interval = isMean ? ", mean of pairs, bootstrap percentile" : ", one pair of readers";
    to.add(without, change.without, words);
    to.add(without + "_", change.withoutInterval, words + interval);
    to.add(with, change.with, words);
    to.add(with + "_", change.withInterval, words + interval);
    to.add(key + "diff", change.difference, "difference on the same images");
    to.add(key + "se_jackknife", change.standardErrorJackknife, "leave one image out");
    to.add(key + "boot_n", bootstrap.resamples, "resamples used");
    to.add(key + "boot_dropped", bootstrap.dropped, "resamples in which the statistic is undefined");
    to.add(key + "boot_mean", bootstrap.mean, "of the resamples");
    to.add(key + "boot_se", bootstrap.standardError, "SD of the resamples");
    to.add(key + "perc_", bootstrap.percentile, "bootstrap percentile");
    to.add(key + "basic_", bootstrap.basic, "bootstrap basic");
    to.add(key + "norm_", bootstrap.normal, "bootstrap normal");
    to.add(key + "bca_z0", bootstrap.bca.z0, "bias correction");
    to.add(key + "bca_a", bootstrap.bca.acceleration, "jackknife around its mean");
    to.add(key + "bca_", bootstrap.bca.interval, "BCa, jackknife around its mean");
    to.add(key + "bca_bootjack_", bootstrap.bca.jackknifeAroundEstimate,
           "BCa, jackknife around the estimate");
    to.add(key + "bca_bootreg_", bootstrap.bca.regression, "BCa, regression on resampling frequencies");
}

void addKappaChange(Listing& to, const AgreementReport& report, const PairedKappa& paired) {
    const std::string key = "kappa_" + std::string(kappaWeightsKey(paired.weights)) + "/";
    addChange(to, report, key, "k", "kappa", paired);
    to.add(key + "se_delta", paired.standardErrorDelta, "delta method");
    to.add(key + "ci_delta_", paired.delta, "delta method, normal");
    to.add(key + "z_delta", paired.z, "diff / se_delta");
    to.add(key + "p_delta", paired.p, "two-sided normal");
}

void addPaired(std::vector<ReportedStatistic>& list, const AgreementReport& report,
               const PairedAgreement& paired) {
    const PairedComparison& comparison = paired.comparison;
    ReportedStatistic shared;
    shared.condition = "paired";
    shared.readers = paired.readers;
    shared.unit = unitName(paired.unit);
    shared.stratum = paired.stratum;
    shared.n = comparison.kappas.front().images;
    Listing to(list, std::move(shared));
    for (const PairedKappa& kappa : comparison.kappas)
        addKappaChange(to, report, kappa);
    if (comparison.pearson)
        addChange(to, report, "pearson/", "r", "Pearson correlation", *comparison.pearson);
    if (comparison.icc21) addChange(to, report, "icc21/", "icc", "ICC(2,1)", *comparison.icc21);
}

/// What the rows of one condition and unit share.
ReportedStatistic rowOf(const ConditionAgreement& condition, const Unit& unit, const std::string& stratum) {
    ReportedStatistic row;
    row.condition = condition.condition;
    row.unit = unitName(unit);
    row.stratum = stratum;
    return row;
}

void addPairs(std::vector<ReportedStatistic>& to, const ConditionAgreement& condition,
              const UnitAgreement& unit, const std::string& stratum = {}) {
    for (const PairAgreement& pair : unit.pairs) {
        ReportedStatistic shared = rowOf(condition, unit.unit, stratum);
        shared.readers = pair.firstRater + "-" + pair.secondRater;
        shared.n = pair.sample.size();
        shared.excludedNotRead = pair.sample.excludedNotRead;
        shared.excludedNotReadable = pair.sample.excludedNotReadable;
        Listing listing(to, std::move(shared));
        addPair(listing, pair);
    }
}

void addUnit(std::vector<ReportedStatistic>& to, const ConditionAgreement& condition,
             const UnitAgreement& unit, std::size_t images, const std::string& stratum = {}) {
    addPairs(to, condition, unit, stratum);
    if (condition.readers.size() < 2) return;
    ReportedStatistic shared = rowOf(condition, unit.unit, stratum);
    shared.readers = "all";
    shared.n = unit.all.counts.rated;
    shared.excludedNotRead = images - unit.all.counts.rated;
    Listing listing(to, std::move(shared));
    addAll(listing, unit.all);
}

} // namespace

std::vector<ReportedStatistic> listStatistics(const AgreementReport& report) {
    std::vector<ReportedStatistic> list;
    for (const ConditionAgreement& condition : report.conditions) {
        for (const UnitAgreement& unit : condition.units)
            addUnit(list, condition, unit, condition.images);
        for (const UnitAgreement& unit : condition.repeats)
            addPairs(list, condition, unit);
        for (const UnitAgreement& unit : condition.consensus)
            addPairs(list, condition, unit);
        for (const StratumAgreement& stratum : condition.strata)
            for (const UnitAgreement& unit : stratum.units)
                addUnit(list, condition, unit, stratum.images, stratumKey(stratum.stratum));
        listLandmarks(list, condition);
    }
    for (const PairedAgreement& paired : report.paired)
        addPaired(list, report, paired);
    for (const PairedAgreement& paired : report.pairedStrata)
        addPaired(list, report, paired);
    return list;
}

} // namespace vertescore
