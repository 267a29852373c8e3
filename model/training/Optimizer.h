// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

#include <string>
#include <vector>

namespace vertescore {

struct AdamOptions {
    double weightDecay = 0.01; ///< decoupled (AdamW), on matrices only; 0: Adam
    double beta1 = 0.9;
    double beta2 = 0.99;
    double clipNorm = 5.0;       ///< gradients are scaled down to this total norm
    double averageDecay = 0.998; ///< of the exponential moving average of the weights, reached gradually
};

/// Adam with decoupled weight decay, clipping by the global norm, and a moving average of the weights and of
/// the batch statistics, which is what gets evaluated and shipped. One thread.
class Optimizer {
public:
    Optimizer(torch::nn::Module& module, const AdamOptions& options);

    /// One step from the parameters' gradients, which are cleared. Returns the gradients' norm before
    /// clipping; when it is not finite, nothing is changed.
    double step(double learningRate);

    /// What an exact resume needs beside the module's own state: moments, step count and average, by name.
    std::vector<std::pair<std::string, torch::Tensor>> state() const;

    /// Puts the averaged weights into a module of the same shape.
    void copyAverageTo(torch::nn::Module& other) const;

private:
    struct Group {
        std::vector<torch::Tensor> parameters, first, second, steps;
        double weightDecay = 0;
    };
    std::vector<std::string> m_names;
    std::vector<torch::Tensor> m_live, m_average; ///< parameters and buffers, by m_names
    Group m_matrices, m_vectors;
    std::vector<std::string> m_matrixNames, m_vectorNames;
    AdamOptions m_options;
    torch::Tensor m_count; ///< steps taken, [1] int64
};

} // namespace vertescore
