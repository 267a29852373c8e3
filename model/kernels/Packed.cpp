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

Tensor asMap(const Tensor& pictures) { // [B,C,H,W] -> [B,H,W,C]
    return pictures.permute({0, 2, 3, 1}).contiguous();
}
Tensor asPictures(const Tensor& map) {
    return map.permute({0, 3, 1, 2});
}

/// Whether the kernel sees as far to all sides, and as many pixels, as one number says.
bool isSquare(const torch::nn::Conv2dImpl& layer) {
    const auto& o = layer.options;
    const auto padding = std::get<torch::ExpandingArray<2>>(o.padding());
    const std::int64_t side = o.kernel_size()->at(0);
    const auto are = [](const auto& both, std::int64_t value) {
        return both->at(0) == value && both->at(1) == value;
    };
    return are(o.kernel_size(), side) && are(padding, side / 2) && are(o.dilation(), 1) &&
           are(o.stride(), o.stride()->at(0)) && o.groups() == 1;
}

} // namespace

PackedConvolution::PackedConvolution(const torch::nn::Conv2dImpl& layer, Activation activation)
    : m_bias(layer.bias), m_padding(std::get<torch::ExpandingArray<2>>(layer.options.padding())->begin(),
                                    std::get<torch::ExpandingArray<2>>(layer.options.padding())->end()),
      m_stride(layer.options.stride()->begin(), layer.options.stride()->end()),
      m_dilation(layer.options.dilation()->begin(), layer.options.dilation()->end()),
      m_groups(layer.options.groups()), m_activation(oneDnnName(activation)) {
    const std::int64_t stride = layer.options.stride()->at(0);
    if (isSquare(layer) && TiledLayer::canHold(layer.weight, stride)) {
        m_tiled.emplace(layer.weight, layer.bias, stride, activation);
        return;
    }
    static const auto reorder =
        registered<Tensor(const Tensor&, at::IntArrayRef, at::IntArrayRef, at::IntArrayRef, std::int64_t,
                          at::OptionalIntArrayRef)>("mkldnn::_reorder_convolution_weight", "");
    m_weight = reorder.call(layer.weight.detach(), m_padding, m_stride, m_dilation, m_groups, std::nullopt);
}

Tensor PackedConvolution::operator()(const Tensor& x) const {
    if (m_tiled) return asPictures((*m_tiled)(asMap(x)));
    return convolve(x, m_weight, m_bias, m_padding, m_stride, m_dilation, m_groups, m_activation);
}

Tensor PackedConvolution::addedTo(const Tensor& other, const Tensor& x) const {
    return m_tiled ? asPictures(m_tiled->addedTo(asMap(other), asMap(x))) : withAdded((*this)(x), other);
}

Tensor PackedConvolution::passedTo(const PackedConvolution& next, const Tensor& x,
                                   const Tensor& other) const {
    if (m_tiled && next.m_tiled && m_tiled->canPassTo(*next.m_tiled))
        return asPictures(m_tiled->passedTo(*next.m_tiled, asMap(x), other.defined() ? asMap(other) : other));
    return other.defined() ? next.addedTo(other, (*this)(x)) : next((*this)(x));
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
    return asPictures(fusedDepthwiseSilu(asMap(x), m_weight, m_bias, m_stride));
}

Tensor withAdded(const Tensor& y, const Tensor& other) {
    Tensor sum = asMap(y);
    fusedAdd(sum, asMap(other));
    return asPictures(sum);
}

Tensor PackableLinearImpl::forward(const Tensor& x) {
    if (m_tiled) return (*m_tiled)(x);
    if (!m_packed.defined()) return LinearImpl::forward(x);
    static const auto op =
        registered<Tensor(const Tensor&, const Tensor&, const std::optional<Tensor>&, std::string_view,
                          Scalars, std::optional<std::string_view>)>("mkldnn::_linear_pointwise", "");
    return op.call(x, m_packed, bias, "none", Scalars(), std::nullopt);
}

Tensor PackableLinearImpl::addedTo(const Tensor& other, const Tensor& x) {
    if (m_tiled) return m_tiled->addedTo(other, x);
    if (!m_packed.defined()) return LinearImpl::forward(x) + other;
    Tensor sum = forward(x); // our own pass over memory takes less than the one that oneDNN appends
    fusedAdd(sum, other.contiguous());
    return sum;
}

Tensor PackableLayerNormImpl::forward(const Tensor& x) {
    return m_weight.defined() ? fusedChannelNorm(x, m_weight, m_bias, options.eps())
                              : LayerNormImpl::forward(x);
}

void PackableLayerNormImpl::normalise(const void* in, void* out, std::int64_t rows) const {
    kernelSet().channelNorm({in, out, m_weight.const_data_ptr<float>(), m_bias.const_data_ptr<float>(), rows,
                             m_weight.size(0), static_cast<float>(options.eps())},
                            KernelType::Bf16);
}

void PackableLayerNormImpl::pack() {
    if (weight.size(0) % kHeadWidth != 0) return;
    m_weight = weight.detach().to(torch::kFloat);
    m_bias = bias.detach().to(torch::kFloat);
}

void PackableLinearImpl::pack() {
    const Tensor kernel = weight.detach().unsqueeze(2).unsqueeze(3);
    if (TiledLayer::canHold(kernel, 1)) {
        m_tiled.emplace(kernel, bias, 1, Activation::None);
        return;
    }
    static const auto reorder =
        registered<Tensor(const Tensor&, std::optional<std::int64_t>)>("mkldnn::_reorder_linear_weight", "");
    m_packed = reorder.call(weight.detach(), std::nullopt);
}

} // namespace vertescore
