// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/bench/OperationProfile.h"

#include <ATen/record_function.h>
#include <torch/torch.h>

#include <algorithm>
#include <chrono>
#include <sstream>

namespace vertescore {
namespace {

using Clock = std::chrono::steady_clock;

bool isTensor(const c10::IValue& value) {
    return value.isTensor() && value.toTensor().defined();
}

std::string sizesOf(const torch::Tensor& tensor) {
    std::ostringstream text;
    for (std::int64_t i = 0; i < tensor.dim(); ++i)
        text << (i > 0 ? "x" : "") << tensor.size(i);
    return text.str();
}

/// The tensor of weights of a layer: the only input beside the first that is no map of the same picture.
torch::Tensor weightOf(const at::RecordFunction& function) {
    const std::string name = function.name();
    const bool isLayer =
        name.find("convolution") != std::string::npos || name.find("linear") != std::string::npos;
    if (!isLayer) return {};
    const auto full = function.operator_name();
    const bool isAdded =
        full && full->overload_name == "binary"; // the map that is added comes before the weights
    const auto inputs = function.inputs();
    const std::size_t place = isAdded ? 2 : 1;
    return inputs.size() > place && isTensor(inputs[place]) ? inputs[place].toTensor() : torch::Tensor();
}

struct Running : at::ObserverContext {
    Clock::time_point start;
    double inside = 0;      ///< ms of the operations that it called
    bool isCounted = false; ///< an operation that it called has counted its multiply-adds
    Running* caller = nullptr;
    std::string shape;
    torch::Tensor weight;
};

} // namespace

class OperationProfile::Recorder {
public:
    Recorder() {
        s_active = this;
        m_handle = at::addThreadLocalCallback(at::RecordFunctionCallback(&Recorder::onStart, &Recorder::onEnd)
                                                  .needsInputs(true)
                                                  .needsOutputs(true)
                                                  .scopes({at::RecordScope::FUNCTION}));
    }
    ~Recorder() {
        at::removeCallback(m_handle);
        s_active = nullptr;
    }
    Recorder(const Recorder&) = delete;
    Recorder& operator=(const Recorder&) = delete;

    const std::map<std::string, OperationTime>& times() const { return m_times; }

private:
    static std::unique_ptr<at::ObserverContext> onStart(const at::RecordFunction& function) {
        auto running = std::make_unique<Running>();
        const auto inputs = function.inputs();
        if (!inputs.empty() && isTensor(inputs[0])) running->shape = sizesOf(inputs[0].toTensor());
        running->weight = weightOf(function);
        if (running->weight.defined()) running->shape += " by " + sizesOf(running->weight);
        running->caller = s_active->m_innermost;
        s_active->m_innermost = running.get();
        running->start = Clock::now();
        return running;
    }

    static void onEnd(const at::RecordFunction& function, at::ObserverContext* context) {
        auto& running = static_cast<Running&>(*context);
        const double ms = std::chrono::duration<double, std::milli>(Clock::now() - running.start).count();
        s_active->m_innermost = running.caller;
        if (running.caller) running.caller->inside += ms;
        OperationTime& time = s_active->m_times[std::string(function.name()) + " " + running.shape];
        time.name = function.name();
        time.shape = running.shape;
        ++time.calls;
        time.ms += ms - running.inside;
        const torch::Tensor& weight = running.weight;
        if (weight.defined() && !running.isCounted && isTensor(function.outputs()[0])) {
            time.multiplyAdds += function.outputs()[0].toTensor().numel() * (weight.numel() / weight.size(0));
            running.isCounted = true;
        }
        if (running.caller && running.isCounted) running.caller->isCounted = true;
    }

    static thread_local Recorder* s_active;
    at::CallbackHandle m_handle = at::INVALID_CALLBACK_HANDLE;
    Running* m_innermost = nullptr;
    std::map<std::string, OperationTime> m_times;
};
thread_local OperationProfile::Recorder* OperationProfile::Recorder::s_active = nullptr;

OperationProfile::OperationProfile() : m_recorder(std::make_unique<Recorder>()) {}
OperationProfile::~OperationProfile() = default;

std::vector<OperationTime> OperationProfile::times() const {
    std::vector<OperationTime> out;
    for (const auto& [key, time] : m_recorder->times())
        out.push_back(time);
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.ms > b.ms; });
    return out;
}

} // namespace vertescore
