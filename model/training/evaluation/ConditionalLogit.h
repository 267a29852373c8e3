// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace vertescore {

/// One decision between alternatives, each described by the same number of clues.
struct Choice {
    std::vector<std::vector<double>> alternatives;
    std::size_t chosen = 0;
};

/// The weights w that make the choices likeliest under P(a) ~ exp(w . clues of a), less ridge |w|^2 / 2
/// (McFadden 1974). Newton's method; the objective is concave, so the answer is the only one. A logistic
/// regression is the case of two alternatives of which one has no clues. Empty when there are no choices.
std::vector<double> fitConditionalLogit(const std::vector<Choice>& choices, double ridge);

} // namespace vertescore
