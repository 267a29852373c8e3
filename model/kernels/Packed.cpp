// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kernels/Packed.h"

#include "model/kernels/FusedOperations.h"
#include "model/kernels/KernelSet.h"

#include <ATen/core/dispatch/Dispatcher.h>

namespace vertescore {
namespace {

using torch::Tensor;
using Scalars = torch::List<std::optional<torch::Scalar>>;

/// An operator that LibTorch registers but declares in no header.
template <typename Signature>
c10::TypedOperatorHandle<Signature> registered(const char* name, const char* overload) {
    return c10::Dispatcher::singleton().findSchemaOrThrow(name, overload).typed<Signature>();
}

Tensor convolve(const Tensor& x, const Tensor& weight, const Tensor& bias, at::IntArrayRef padding,
                at::IntArrayRef stride, at::IntArrayRef dilation, std::int64_t groups,
                std::string_view activation) {
    static const auto op =
        registered<Tensor(const Tensor&, const Tensor&, const std::optional<Tensor>&, at::IntArrayRef,
                          at::IntArrayRef, at::IntArrayRef, std::int64_t, std::string_view, Scalars,
                          std::optional<std::string_view>)>("mkldnn::_convolution_pointwise", "");
    return op.call(x, weight, bias, padding, stride, dilation, groups, activation, Scalars(), std::nullopt);
}

const char* oneDnnName(Activation activation) {
    switch (activation) {
    case Activation::None:
        break;
    case Activation::Relu:
        return "relu";
    case Activation::Silu:
        return "swish";
    }
    return "none";
}

} // namespace

PackedConvolution::PackedConvolution(const torch::nn::Conv2dImpl& layer, Activation activation)
    : m_bias(layer.bias), m_padding(std::get<torch::ExpandingArray<2>>(layer.options.padding())->begin(),
                                    std::get<torch::ExpandingArray<2>>(layer.options.padding())->end()),
      m_stride(layer.options.stride()->begin(), layer.options.stride()->end()),
      m_dilation(layer.options.dilation()->begin(), layer.options.dilation()->end()),
      m_groups(layer.options.groups()), m_activation(oneDnnName(activation)) {
    static const auto reorder =
        registered<Tensor(const Tensor&, at::IntArrayRef, at::IntArrayRef, at::IntArrayRef, std::int64_t,
                          at::OptionalIntArrayRef)>("mkldnn::_reorder_convolution_weight", "");
    m_weight = reorder.call(layer.weight.detach(), m_padding, m_stride, m_dilation, m_groups, std::nullopt);
}

Tensor PackedConvolution::operator()(const Tensor& x) const {
    return convolve(x, m_weight, m_bias, m_padding, m_stride, m_dilation, m_groups, m_activation);
}

bool PackedDepthwise::canHold(const torch::nn::Conv2dImpl& layer) {
    const auto& weight = layer.weight;
    const std::int64_t stride = layer.options.stride()->at(0);
    return layer.options.groups() == weight.size(0) && weight.size(1) == 1 && weight.size(2) == 3 &&
           weight.size(3) == 3 && weight.size(0) % kHeadWidth == 0 && (stride == 1 || stride == 2) &&
           std::get<torch::ExpandingArray<2>>(layer.options.padding())->at(0) == 1;
}

PackedDepthwise::PackedDepthwise(const torch::nn::Conv2dImpl& layer)
    : m_weight(depthwiseWeightOf(layer.weight)), m_bias(layer.bias.detach().to(torch::kFloat).contiguous()),
      m_stride(layer.options.stride()->at(0)) {}

Tensor PackedDepthwise::operator()(const Tensor& x) const {
    const Tensor map = x.permute({0, 2, 3, 1}).contiguous(); // [B,H,W,C]
    return fusedDepthwiseSilu(map, m_weight, m_bias, m_stride).permute({0, 3, 1, 2});
}

Tensor withAdded(const Tensor& y, const Tensor& other) {
    Tensor sum = y.permute({0, 2, 3, 1}).contiguous();
    fusedAdd(sum, other.permute({0, 2, 3, 1}).contiguous());
    return sum.permute({0, 3, 1, 2});
}

Tensor PackableLinearImpl::forward(const Tensor& x) {
    if (!m_packed.defined()) return LinearImpl::forward(x);
    static const auto op =
        registered<Tensor(const Tensor&, const Tensor&, const std::optional<Tensor>&, std::string_view,
                          Scalars, std::optional<std::string_view>)>("mkldnn::_linear_pointwise", "");
    return op.call(x, m_packed, bias, "none", Scalars(), std::nullopt);
}

Tensor PackableLinearImpl::addedTo(const Tensor& other, const Tensor& x) {
    if (!m_packed.defined()) return LinearImpl::forward(x) + other;
    Tensor sum = forward(x); // our own pass over memory takes less than the one that oneDNN appends
    fusedAdd(sum, other.contiguous());
    return sum;
}

Tensor PackableLayerNormImpl::forward(const Tensor& x) {
    return m_weight.defined() ? fusedChannelNorm(x, m_weight, m_bias, options.eps())
                              : LayerNormImpl::forward(x);
}

void PackableLayerNormImpl::pack() {
    if (weight.size(0) % kHeadWidth != 0) return;
    m_weight = weight.detach().to(torch::kFloat);
    m_bias = bias.detach().to(torch::kFloat);
}

void PackableLinearImpl::pack() {
    static const auto reorder =
        registered<Tensor(const Tensor&, std::optional<std::int64_t>)>("mkldnn::_reorder_linear_weight", "");
    m_packed = reorder.call(weight.detach(), std::nullopt);
}

} // namespace vertescore
