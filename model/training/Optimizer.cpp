// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/training/Optimizer.h"

#include "model/Weights.h"

#include <cmath>

namespace vertescore {

Optimizer::Optimizer(torch::nn::Module& module, const AdamOptions& options)
    : m_options(options), m_count(torch::zeros({1}, torch::kLong)) {
    for (const auto& [name, tensor] : stateOf(module)) {
        m_names.push_back(name);
        m_live.push_back(tensor);
        m_average.push_back(tensor.detach().clone());
    }
    m_matrices.weightDecay = options.weightDecay;
    for (const auto& item : module.named_parameters()) {
        const bool isMatrix = item.value().dim() > 1;
        Group& group = isMatrix ? m_matrices : m_vectors;
        (isMatrix ? m_matrixNames : m_vectorNames).push_back(item.key());
        group.parameters.push_back(item.value());
        group.first.push_back(torch::zeros_like(item.value()));
        group.second.push_back(torch::zeros_like(item.value()));
        group.steps.push_back(torch::zeros({}, item.value().options().requires_grad(false)));
    }
}

double Optimizer::step(double learningRate) {
    const torch::NoGradGuard noGrad;
    std::vector<torch::Tensor> gradients;
    for (const Group* group : {&m_matrices, &m_vectors})
        for (const torch::Tensor& parameter : group->parameters)
            gradients.push_back(parameter.grad().defined() ? parameter.grad() : torch::zeros_like(parameter));
    const double norm = torch::stack(torch::_foreach_norm(gradients)).norm().item<double>();
    if (std::isfinite(norm)) {
        if (norm > m_options.clipNorm) torch::_foreach_mul_(gradients, m_options.clipNorm / norm);
        std::size_t begin = 0;
        for (Group* group : {&m_matrices, &m_vectors}) {
            const std::size_t count = group->parameters.size();
            if (count == 0) continue; // torch's grouped operations refuse an empty list
            torch::_foreach_add_(group->steps, 1);
            torch::_fused_adamw_(group->parameters, at::TensorList(gradients).slice(begin, count),
                                 group->first, group->second, {}, group->steps, learningRate, m_options.beta1,
                                 m_options.beta2, group->weightDecay, 1e-8, false, false);
            begin += count;
        }
        m_count.add_(1);
        // Early weights are worth little: the average forgets them quickly at first.
        const auto taken = static_cast<double>(m_count.item<std::int64_t>());
        const double decay = std::min(m_options.averageDecay, (1 + taken) / (10 + taken));
        torch::_foreach_lerp_(m_average, m_live, 1 - decay);
    }
    for (const Group* group : {&m_matrices, &m_vectors})
        for (const torch::Tensor& parameter : group->parameters)
            parameter.mutable_grad() = torch::Tensor();
    return norm;
}

std::vector<std::pair<std::string, torch::Tensor>> Optimizer::state() const {
    std::vector<std::pair<std::string, torch::Tensor>> state{{"count", m_count}};
    for (std::size_t i = 0; i < m_names.size(); ++i)
        state.emplace_back("average." + m_names[i], m_average[i]);
    const auto add = [&](const Group& group, const std::vector<std::string>& names) {
        for (std::size_t i = 0; i < names.size(); ++i) {
            state.emplace_back("first." + names[i], group.first[i]);
            state.emplace_back("second." + names[i], group.second[i]);
            state.emplace_back("steps." + names[i], group.steps[i]);
        }
    };
    add(m_matrices, m_matrixNames);
    add(m_vectors, m_vectorNames);
    return state;
}

void Optimizer::copyAverageTo(torch::nn::Module& other) const {
    const torch::NoGradGuard noGrad;
    auto target = stateOf(other);
    TORCH_CHECK(target.size() == m_names.size(), "the average belongs to another network");
    for (std::size_t i = 0; i < target.size(); ++i)
        target[i].second.copy_(m_average[i]);
}

} // namespace vertescore
