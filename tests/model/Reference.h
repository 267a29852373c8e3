// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TorchTest.h"

#include "model/Weights.h"

#include <cmath>

namespace vertescore::test {

/// tests/reference/formula.py again: a number between -1 and 1 from a name and the element's number.
inline torch::Tensor noise(const std::string& name, at::IntArrayRef shape) {
    std::uint64_t seed = 0xcbf29ce484222325;
    for (const unsigned char letter : name)
        seed = (seed ^ letter) * 0x100000001b3;
    torch::Tensor out = torch::empty(shape);
    auto* place = out.mutable_data_ptr<float>();
    for (std::int64_t i = 0; i < out.numel(); ++i) {
        std::uint64_t z = seed + (static_cast<std::uint64_t>(i) + 1) * 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        z = z ^ (z >> 31);
        place[i] = static_cast<float>(2 * (static_cast<double>(z >> 11) * 0x1.0p-53) - 1);
    }
    return out;
}

inline torch::Tensor formulaWeight(const std::string& name, at::IntArrayRef shape) {
    const torch::Tensor values = noise(name, shape).to(torch::kDouble);
    const std::string last = name.substr(name.rfind('.') + 1);
    if (shape.size() > 1)
        return values * std::sqrt(6.0 * static_cast<double>(shape[0]) / static_cast<double>(values.numel()));
    if (last == "running_var") return 1 + 0.5 * values.abs();
    if (last.starts_with("beta")) return 2 + 0.5 * values;
    if (last == "weight") return 1 + 0.1 * values;
    return 0.1 * values;
}

/// Gives a module the formula's weights, by its own names, and puts it into the mode of use.
inline void fillByFormula(torch::nn::Module& module) {
    const torch::NoGradGuard noGrad;
    for (auto& [name, tensor] : stateOf(module))
        torch::Tensor(tensor).copy_(formulaWeight(name, tensor.sizes()));
    module.eval();
}

/// The stored numbers of one file of tests/reference.
class Reference {
public:
    explicit Reference(const char* file)
        : m_file(SafetensorsFile::read(std::filesystem::path(VERTESCORE_SOURCE_DIR) / "tests" / "reference" /
                                       file)) {
        REQUIRE(m_file);
    }

    torch::Tensor at(const std::string& name) const {
        INFO(name);
        REQUIRE(m_file->tensors().contains(name));
        return tensorOf(m_file->tensors().at(name));
    }

    void checkOutputs(const std::string& name,
                      const std::vector<std::pair<std::string, torch::Tensor>>& outputs) const {
        for (const auto& [key, value] : outputs)
            checkNear(name + "/out/" + key, value);
    }

    /// Outputs, then the gradients of their noise-weighted sum, each within 1e-4 of its largest number.
    void check(const std::string& name, const std::vector<std::pair<std::string, torch::Tensor>>& outputs,
               const std::vector<std::pair<std::string, torch::Tensor>>& wanted) const {
        torch::Tensor total = torch::zeros({});
        for (const auto& [key, value] : outputs) {
            const std::string full = name + "/out/" + key;
            total = total + (value * noise(full, value.sizes()).to(value.scalar_type())).sum();
        }
        checkOutputs(name, outputs);
        total.backward();
        for (const auto& [key, tensor] : wanted)
            checkNear(name + "/grad/" + key, tensor.grad());
    }

private:
    void checkNear(const std::string& name, const torch::Tensor& value) const {
        const torch::Tensor expected = at(name);
        INFO(name);
        REQUIRE(value.defined());
        const double size = expected.abs().max().item<double>();
        CHECK(largestDifference(value.detach(), expected) < 1e-4 * size);
    }

    Result<SafetensorsFile> m_file;
};

/// Parameters of a module by name, for Reference::check.
inline std::vector<std::pair<std::string, torch::Tensor>>
parametersNamed(const torch::nn::Module& module, const std::vector<std::string>& names) {
    const auto all = module.named_parameters();
    std::vector<std::pair<std::string, torch::Tensor>> out;
    for (const std::string& name : names)
        out.emplace_back(name, all[name]);
    return out;
}

} // namespace vertescore::test
