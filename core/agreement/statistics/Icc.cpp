// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/agreement/statistics/Icc.h"

#include <boost/math/distributions/fisher_f.hpp>

#include <vector>

namespace vertescore {
namespace {

/// Scores are whole numbers: a smaller mean square is rounding.
constexpr double kZeroMeanSquare = 1e-20;

double fQuantile(double degrees1, double degrees2) {
    return boost::math::quantile(boost::math::fisher_f(degrees1, degrees2), 0.975);
}

struct MeanSquares {
    double n = 0, k = 0;
    double between = 0, within = 0, raters = 0, residual = 0;
};

double cleared(double meanSquare) {
    return meanSquare < kZeroMeanSquare ? 0 : meanSquare;
}

MeanSquares meanSquaresOf(std::span<const double> scores, std::size_t raters) {
    const std::size_t images = scores.size() / raters;
    MeanSquares ms;
    ms.n = static_cast<double>(images);
    ms.k = static_cast<double>(raters);
    std::vector<double> ofImage(images), ofRater(raters);
    double grand = 0;
    for (std::size_t i = 0; i < images; ++i) {
        for (std::size_t j = 0; j < raters; ++j) {
            const double score = scores[i * raters + j];
            ofImage[i] += score / ms.k;
            ofRater[j] += score / ms.n;
            grand += score / (ms.n * ms.k);
        }
    }
    for (std::size_t i = 0; i < images; ++i) {
        ms.between += ms.k * (ofImage[i] - grand) * (ofImage[i] - grand);
        for (std::size_t j = 0; j < raters; ++j) {
            const double inImage = scores[i * raters + j] - ofImage[i];
            const double residual = inImage - (ofRater[j] - grand);
            ms.within += inImage * inImage;
            ms.residual += residual * residual;
        }
    }
    for (const double mean : ofRater)
        ms.raters += ms.n * (mean - grand) * (mean - grand);
    ms.between = cleared(ms.between / (ms.n - 1));
    ms.within = cleared(ms.within / (ms.n * (ms.k - 1)));
    ms.raters = cleared(ms.raters / (ms.k - 1));
    ms.residual = cleared(ms.residual / ((ms.n - 1) * (ms.k - 1)));
    return ms;
}

IccForm undefinedForm(Undefined reason) {
    return {reason, Interval::undefined(reason)};
}

struct FormPair {
    IccForm single, average;
};

/// Forms 1 and 3: F = MSB / error with df (n - 1, degrees).
FormPair fRatioForms(const MeanSquares& ms, double error, double degrees) {
    if (error == 0) {
        if (ms.between == 0)
            return {undefinedForm(Undefined::NoVariance), undefinedForm(Undefined::NoVariance)};
        return {{1.0, {1.0, 1.0}}, {1.0, {1.0, 1.0}}};
    }
    const double f = ms.between / error;
    const double low = f / fQuantile(ms.n - 1, degrees);
    const double high = f * fQuantile(degrees, ms.n - 1);
    const auto single = [k = ms.k](double ratio) { return (ratio - 1) / (ratio + k - 1); };
    const auto average = [](double ratio) { return 1 - 1 / ratio; };
    FormPair forms;
    forms.single = {single(f), {single(low), single(high)}};
    forms.average = ms.between == 0 ? undefinedForm(Undefined::NoVarianceBetweenImages)
                                    : IccForm{average(f), {average(low), average(high)}};
    return forms;
}

/// Limits of ICC(2,1): Satterthwaite's approximation, Shrout & Fleiss 1979 p. 424.
Interval absoluteAgreementLimits(const MeanSquares& ms, double rho) {
    if (ms.between == 0) return Interval::undefined(Undefined::NoVarianceBetweenImages);
    if (rho == 1) return {1.0, 1.0};
    const double n = ms.n, k = ms.k;
    const double a = k * rho / (n * (1 - rho));
    const double b = 1 + k * rho * (n - 1) / (n * (1 - rho));
    const double ofRaters = a * ms.raters, ofResidual = b * ms.residual;
    const double spread = ofRaters * ofRaters / (k - 1) + ofResidual * ofResidual / ((n - 1) * (k - 1));
    const double v = spread == 0 ? 0 : (ofRaters + ofResidual) * (ofRaters + ofResidual) / spread;
    if (v <= 0) return Interval::undefined(Undefined::NoVariance);
    const double error = k * ms.raters + (k * n - k - n) * ms.residual;
    const double f1 = fQuantile(n - 1, v), f2 = fQuantile(v, n - 1);
    return {n * (ms.between - f1 * ms.residual) / (f1 * error + n * ms.between),
            n * (f2 * ms.between - ms.residual) / (error + n * f2 * ms.between)};
}

Statistic spearmanBrown(const Statistic& limit, double k) {
    if (!limit.isDefined()) return limit;
    const double denominator = 1 + (k - 1) * *limit;
    if (denominator <= 0) return Undefined::DenominatorNotPositive;
    return k * *limit / denominator;
}

FormPair absoluteAgreementForms(const MeanSquares& ms) {
    const double n = ms.n, k = ms.k;
    const double single = ms.between + (k - 1) * ms.residual + k * (ms.raters - ms.residual) / n;
    const double average = ms.between + (ms.raters - ms.residual) / n;
    FormPair forms;
    if (single <= 0) return {undefinedForm(Undefined::NoVariance), undefinedForm(Undefined::NoVariance)};
    const double rho = (ms.between - ms.residual) / single;
    forms.single = {rho, absoluteAgreementLimits(ms, rho)};
    if (average <= 0) {
        forms.average = undefinedForm(Undefined::DenominatorNotPositive);
    } else {
        forms.average = {
            (ms.between - ms.residual) / average,
            {spearmanBrown(forms.single.interval.low, k), spearmanBrown(forms.single.interval.high, k)}};
    }
    return forms;
}

} // namespace

Icc intraclassCorrelation(std::span<const double> scores, std::size_t raters) {
    VERTESCORE_ASSERT(raters >= 2 && scores.size() % raters == 0);
    Icc icc;
    icc.images = scores.size() / raters;
    icc.raters = raters;
    if (icc.images < 2) {
        const Undefined few = Undefined::TooFewImages;
        icc.betweenImages = icc.withinImages = icc.betweenRaters = icc.residual = few;
        icc.icc11 = icc.icc21 = icc.icc31 = icc.icc1k = icc.icc2k = icc.icc3k = undefinedForm(few);
        return icc;
    }
    const MeanSquares ms = meanSquaresOf(scores, raters);
    icc.betweenImages = ms.between;
    icc.withinImages = ms.within;
    icc.betweenRaters = ms.raters;
    icc.residual = ms.residual;
    const FormPair oneWay = fRatioForms(ms, ms.within, ms.n * (ms.k - 1));
    const FormPair absolute = absoluteAgreementForms(ms);
    const FormPair consistency = fRatioForms(ms, ms.residual, (ms.n - 1) * (ms.k - 1));
    icc.icc11 = oneWay.single;
    icc.icc1k = oneWay.average;
    icc.icc21 = absolute.single;
    icc.icc2k = absolute.average;
    icc.icc31 = consistency.single;
    icc.icc3k = consistency.average;
    return icc;
}

} // namespace vertescore
