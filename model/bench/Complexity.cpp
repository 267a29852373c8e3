// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/bench/Complexity.h"

#include "model/Guarded.h"
#include "model/network/VerteNet.h"

#include <ATen/record_function.h>

#include <algorithm>
#include <map>
#include <set>

namespace vertescore {
namespace {

/// An operation that costs, from its start to its end.
struct Running : at::ObserverContext {
    std::string name;
    torch::Tensor first;  ///< map or query
    torch::Tensor second; ///< weights or keys; undefined for a product of two maps
    bool isTransposed = false;
};

/// The operations that run while it lives, on this thread, as costs of layers.
class Counter {
public:
    explicit Counter(const torch::nn::Module& module) {
        for (const auto& item : module.named_parameters())
            m_names[item.value().const_data_ptr()] = item.key();
        s_active = this;
        m_handle = at::addThreadLocalCallback(at::RecordFunctionCallback(&Counter::onStart, &Counter::onEnd)
                                                  .needsInputs(true)
                                                  .needsOutputs(true)
                                                  .scopes({at::RecordScope::FUNCTION}));
    }
    ~Counter() {
        at::removeCallback(m_handle);
        s_active = nullptr;
    }
    Counter(const Counter&) = delete;
    Counter& operator=(const Counter&) = delete;

    const std::vector<LayerCost>& layers() const { return m_layers; }
    std::int64_t total() const {
        std::int64_t sum = 0;
        for (const LayerCost& layer : m_layers)
            sum += layer.multiplyAdds;
        return sum;
    }

private:
    static std::unique_ptr<at::ObserverContext> onStart(const at::RecordFunction& function) {
        static const std::set<std::string> costly{"aten::convolution", "aten::linear", "aten::mm",
                                                  "aten::bmm", kAttention};
        if (s_active == nullptr || !costly.contains(function.name())) return nullptr;
        auto running = std::make_unique<Running>();
        running->name = function.name();
        const auto inputs = function.inputs();
        running->first = inputs[0].toTensor();
        running->second = inputs[1].toTensor();
        if (running->name == "aten::convolution") running->isTransposed = inputs[6].toBool();
        if (running->name == kAttention || running->name == "aten::linear") ++s_active->m_depth;
        return running;
    }

    static void onEnd(const at::RecordFunction& function, at::ObserverContext* context) {
        if (s_active == nullptr || context == nullptr) return;
        s_active->count(static_cast<const Running&>(*context), function.outputs()[0].toTensor());
    }

    void count(const Running& running, const torch::Tensor& out) {
        const torch::Tensor& second = running.second;
        if (running.name == kAttention) {
            --m_depth;
            // Queries against keys, then weights against values.
            addProduct(2 * running.first.numel() * second.size(2));
        } else if (running.name == "aten::linear") {
            --m_depth;
            addLayer(second, out.numel() * second.size(1));
        } else if (running.name == "aten::bmm") {
            if (m_depth == 0) addProduct(out.numel() * running.first.size(2));
        } else if (running.name ==
                   "aten::mm") { // torch::nn::Linear of a map is one, with the weights transposed
            if (m_depth > 0) return;
            const std::int64_t multiplyAdds = out.numel() * running.first.size(1);
            m_names.contains(second.const_data_ptr()) ? addLayer(second, multiplyAdds)
                                                      : addProduct(multiplyAdds);
        } else {
            // Each weight meets each place of the output once; of a transposed convolution, of the input.
            const torch::Tensor& map = running.isTransposed ? running.first : out;
            addLayer(second, second.numel() * (map.numel() / map.size(1)));
        }
    }

    void addLayer(const torch::Tensor& weight, std::int64_t multiplyAdds) {
        if (const auto found = m_names.find(weight.const_data_ptr()); found != m_names.end())
            m_last = found->second;
        m_layers.push_back({m_last, weight.numel(), multiplyAdds});
    }

    /// A product without weights belongs to the block whose layers just ran.
    void addProduct(std::int64_t multiplyAdds) {
        const std::string layer = m_last.substr(0, m_last.rfind('.'));
        m_layers.push_back({layer.substr(0, layer.rfind('.')) + " (products)", 0, multiplyAdds});
    }

    static constexpr const char* kAttention = "aten::scaled_dot_product_attention";
    static thread_local Counter* s_active;
    at::CallbackHandle m_handle = at::INVALID_CALLBACK_HANDLE;
    int m_depth = 0; ///< the inner products of an operation that is counted are not counted again
    std::map<const void*, std::string> m_names;
    std::string m_last;
    std::vector<LayerCost> m_layers;
};
thread_local Counter* Counter::s_active = nullptr;

std::int64_t parametersOf(const torch::nn::Module& module) {
    std::int64_t sum = 0;
    for (const torch::Tensor& parameter : module.parameters())
        sum += parameter.numel();
    return sum;
}

} // namespace

std::int64_t ComplexityReport::trunk() const {
    return multiplyAddsOf("");
}

std::int64_t ComplexityReport::multiplyAddsOf(const std::string& prefix) const {
    std::int64_t sum = 0;
    for (const LayerCost& layer : layers)
        if (layer.name.starts_with(prefix)) sum += layer.multiplyAdds;
    return sum;
}

Result<ComplexityReport> countComplexity(const VerteNetOptions& options) {
    return guarded([&]() -> Result<ComplexityReport> {
        const torch::NoGradGuard noGrad;
        VerteNetImpl network(options);
        network.eval();
        ComplexityReport report;
        report.network = options;
        report.parameters = parametersOf(network);
        report.encoderParameters = parametersOf(network.encoder());
        const torch::Tensor picture = torch::zeros({1, 1, options.inputHeight, options.inputWidth});
        torch::Tensor features;
        {
            const Counter counter(network);
            features = network.forward(picture).features;
            report.layers = counter.layers();
        }
        {
            const Counter counter(network);
            network.heads()->denseOffsets(features);
            report.denseHeads = counter.total();
        }
        const Counter counter(network);
        network.offsetsAt(features, torch::zeros({1, 6, 2}, torch::kLong));
        report.sparseHeads = counter.total();
        return report;
    });
}

} // namespace vertescore
