// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vertescore {

/// What a person says of one scan.
struct CropLabel {
    std::string scan; ///< file name, with or without its ending
    bool isCropped = false;
};

/// A CSV file with the columns `scan` and `cropped` (yes/no, true/false, 1/0). FileMalformed names line and
/// column, also of a scan that is there twice.
Result<std::vector<CropLabel>> parseCropLabels(std::string_view csv);

/// A share of counted things with its 95 % interval (Wilson 1927, score interval). 0...1.
struct CountedShare {
    double value = 0;
    double low = 0;
    double high = 0;
};
/// Nothing of nothing: a share of no scans is undefined.
std::optional<CountedShare> countedShare(std::size_t part, std::size_t whole);

/// How the crop at one factor agrees with the labels. Positive is "cropped": a false positive was called
/// cropped and is not. (Paper 000, Table II prints scans that were missed under FP.)
struct CropAgreement {
    double factor = 1;
    std::size_t truePositives = 0;
    std::size_t falsePositives = 0;
    std::size_t trueNegatives = 0;
    std::size_t falseNegatives = 0;

    void add(bool isCalledCropped, bool isCropped);
    std::size_t scans() const { return truePositives + falsePositives + trueNegatives + falseNegatives; }
    std::optional<CountedShare> accuracy() const;
    std::optional<CountedShare> sensitivity() const;
    std::optional<CountedShare> specificity() const;
    /// 2 TP / (2 TP + FP + FN); the interval is that of TP / (TP + FP + FN), which it grows with: F1 = 2 J /
    /// (1 + J).
    std::optional<CountedShare> f1() const;
};

/// The factor of the largest accuracy; among equals the largest sum of sensitivity and specificity, then the
/// one nearest to 1. Null when there is no scan.
const CropAgreement* bestFactor(const std::vector<CropAgreement>& sweep);

/// "0.8:1.5:0.1" as factors, both ends included. InvalidArgument when it is no such thing, has more than 200
/// factors, or leaves kSmallestFactor...kLargestFactor.
Result<std::vector<double>> parseFactors(std::string_view text);

} // namespace vertescore
