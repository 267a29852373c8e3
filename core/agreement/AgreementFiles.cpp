// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/AgreementFiles.h"

#include "core/base/CsvText.h"

#include <charconv>
#include <utility>

namespace vertescore {
namespace {

/// Collects statistics that share condition, readers, unit and numbers of images.
class Listing {
public:
    Listing(std::vector<ReportedStatistic>& to, ReportedStatistic shared)
        : m_to(to), m_shared(std::move(shared)) {}

    void add(const std::string& name, const Statistic& value, std::string_view method) {
        ReportedStatistic one = m_shared;
        one.name = name;
        one.value = value;
        one.method = method;
        m_to.push_back(std::move(one));
    }
    void add(const std::string& name, const Interval& interval, std::string_view method) {
        add(name + "lo", interval.low, method);
        add(name + "hi", interval.high, method);
    }
    void add(const std::string& name, std::size_t count, std::string_view method) {
        add(name, Statistic(static_cast<double>(count)), method);
    }

private:
    std::vector<ReportedStatistic>& m_to;
    ReportedStatistic m_shared;
};

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

void addPair(Listing& to, const PairAgreement& pair) {
    to.add("n", pair.sample.size(), "images scored by both");
    to.add("agree.exact_pct", pair.raw.exactPercent, "equal scores");
    to.add("agree.within1_pct", pair.raw.withinOnePercent, "scores at most 1 apart");
    addKappa(to, "kappa_unw", pair.unweighted, "Cohen's kappa, unweighted");
    addKappa(to, "kappa_lin", pair.linear, "Cohen's kappa, linear weights over the declared scores");
    addKappa(to, "kappa_quad", pair.quadratic, "Cohen's kappa, quadratic weights over the declared scores");
    addSpearman(to, pair.spearman);
    to.add("kendall_tau_b.est", pair.tauB, "tau-b");
    if (pair.pearson) {
        to.add("pearson.r", pair.pearson->r, "product-moment");
        to.add("pearson.ci_", pair.pearson->fisher, "Fisher z");
    }
    if (pair.icc) addIcc(to, *pair.icc);
    if (pair.blandAltman) addBlandAltman(to, *pair.blandAltman);
}

void addGapped(Listing& to, const std::string& key, const GappedCoefficient& coefficient,
               std::string_view method) {
    to.add(key + ".est", coefficient.estimate, method);
    to.add(key + ".se", coefficient.standardError, "Gwet 2014");
    to.add(key + ".ci_", coefficient.interval, "t, not truncated");
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
    addGapped(to, "gwet_ac2_quad", all.ac2, "Gwet's AC2, quadratic weights over the declared scores");
    to.add("kendall_w.w", all.kendall.w, "Kendall's W, corrected for ties");
    to.add("kendall_w.w_uncorrected", all.kendall.uncorrected, "Kendall's W, no correction for ties");
    to.add("kendall_w.chi2", all.kendall.chiSquare, "m (n - 1) W");
    to.add("kendall_w.df", all.kendall.degreesOfFreedom, "n - 1");
    to.add("kendall_w.p", all.kendall.p, "chi-square tail");
    if (all.icc) addIcc(to, *all.icc);
}

/// value: what the two conditions' own values are called in the keys; words: of the statistic.
void addChange(Listing& to, const AgreementReport& report, const std::string& key, const std::string& value,
               const std::string& words, const PairedChange& change) {
    const Bootstrap& bootstrap = change.bootstrap;
    to.add(key + "n", change.images, "images scored under both conditions");
    const std::string without = key + value + "_" + report.withoutCondition,
                      with = key + value + "_" + report.withCondition;
    to.add(without, change.without, words);
    to.add(without + "_", change.withoutInterval, words + ", one pair of readers");
    to.add(with, change.with, words);
    to.add(with + "_", change.withInterval, words + ", one pair of readers");
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
    Listing to(list, {"paired",
                      paired.readers,
                      unitName(paired.unit),
                      {},
                      {},
                      comparison.kappas.front().images,
                      0,
                      0,
                      {}});
    for (const PairedKappa& kappa : comparison.kappas)
        addKappaChange(to, report, kappa);
    if (comparison.pearson)
        addChange(to, report, "pearson/", "r", "Pearson correlation", *comparison.pearson);
    if (comparison.icc21) addChange(to, report, "icc21/", "icc", "ICC(2,1)", *comparison.icc21);
}

void addUnit(std::vector<ReportedStatistic>& to, const std::string& condition, const UnitAgreement& unit) {
    const std::string name = unitName(unit.unit);
    for (const PairAgreement& pair : unit.pairs) {
        ReportedStatistic shared{condition,
                                 pair.firstRater + "-" + pair.secondRater,
                                 name,
                                 {},
                                 {},
                                 pair.sample.size(),
                                 pair.sample.excludedNotRead,
                                 pair.sample.excludedNotReadable,
                                 {}};
        Listing listing(to, std::move(shared));
        addPair(listing, pair);
    }
}

std::string csvLine(const AgreementReport& report, const ReportedStatistic& one) {
    const bool isDefined = one.value.isDefined();
    std::string line;
    for (const std::string& field :
         {report.study, one.condition, one.readers, one.unit, one.name,
          isDefined ? numberText(*one.value) : std::string(),
          isDefined ? std::string() : std::string(undefinedName(one.value.reason())), std::to_string(one.n),
          std::to_string(one.excludedNotRead), std::to_string(one.excludedNotReadable),
          std::string(one.method), std::string(report.synthetic ? "yes" : "no")})
        line += csvField(field) + ',';
    return line + "For research use only. Not for diagnosis.\n";
}

std::string escaped(std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    std::string result;
    for (const char letter : text) {
        const auto code = static_cast<unsigned char>(letter);
        if (letter == '"' || letter == '\\') {
            result += '\\';
            result += letter;
        } else if (code < 0x20) {
            result += "\\u00";
            result += digits[code >> 4];
            result += digits[code & 15];
        } else {
            result += letter;
        }
    }
    return result;
}

} // namespace

std::string numberText(double value) {
    char text[32];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    return {text, end};
}

std::vector<ReportedStatistic> listStatistics(const AgreementReport& report) {
    std::vector<ReportedStatistic> list;
    for (const ConditionAgreement& condition : report.conditions) {
        for (const UnitAgreement& unit : condition.units) {
            addUnit(list, condition.condition, unit);
            if (condition.readers.size() < 2) continue;
            ReportedStatistic shared{condition.condition,
                                     "all",
                                     unitName(unit.unit),
                                     {},
                                     {},
                                     unit.all.counts.rated,
                                     condition.images - unit.all.counts.rated,
                                     0,
                                     {}};
            Listing listing(list, std::move(shared));
            addAll(listing, unit.all);
        }
        for (const UnitAgreement& unit : condition.repeats)
            addUnit(list, condition.condition, unit);
    }
    for (const PairedAgreement& paired : report.paired)
        addPaired(list, report, paired);
    return list;
}

std::string agreementToJson(const AgreementReport& report) {
    std::string text = "{";
    for (const ReportedStatistic& one : listStatistics(report)) {
        if (text.size() > 1) text += ',';
        text += '"' +
                escaped(report.study + '/' + one.condition + '/' + one.readers + '/' + one.unit + '/' +
                        one.name) +
                "\":" + (one.value.isDefined() ? numberText(*one.value) : std::string("null"));
    }
    return text + '}';
}

std::string agreementToCsv(std::span<const AgreementReport> reports) {
    std::string text = "study,condition,readers,unit,statistic,value,undefined,n,excluded_not_read,"
                       "excluded_not_readable,method,synthetic,notice\n";
    for (const AgreementReport& report : reports)
        for (const ReportedStatistic& one : listStatistics(report))
            text += csvLine(report, one);
    return text;
}

} // namespace vertescore
