// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/network/ConvNormAct.h"

namespace vertescore {
namespace {

torch::nn::Conv2dOptions convolution(const ConvNormActOptions& o) {
    const bool padsItself = o.samePadding && o.stride > 1;
    return torch::nn::Conv2dOptions(o.in, o.out, o.kernel)
        .stride(o.stride)
        .padding(padsItself ? 0 : (o.kernel - 1) / 2)
        .groups(o.groups)
        .bias(false);
}

/// TensorFlow's "SAME": as much as the stride needs, the odd pixel at the right and bottom.
torch::Tensor paddedAsSame(const torch::Tensor& x, std::int64_t kernel, std::int64_t stride) {
    const auto total = [&](std::int64_t size) {
        return std::max<std::int64_t>((((size + stride - 1) / stride) - 1) * stride + kernel - size, 0);
    };
    const std::int64_t vertical = total(x.size(2));
    const std::int64_t horizontal = total(x.size(3));
    return torch::constant_pad_nd(
        x, {horizontal / 2, horizontal - horizontal / 2, vertical / 2, vertical - vertical / 2});
}

} // namespace

torch::nn::Conv2d foldedConvolution(const torch::nn::Conv2d& convolution,
                                    const torch::nn::BatchNorm2d& norm) {
    const torch::NoGradGuard noGrad;
    const torch::Tensor scale = norm->weight / torch::sqrt(norm->running_var + norm->options.eps());
    const auto& o = convolution->options;
    torch::nn::Conv2d folded(torch::nn::Conv2dOptions(o.in_channels(), o.out_channels(), o.kernel_size())
                                 .stride(o.stride())
                                 .padding(o.padding())
                                 .groups(o.groups())
                                 .bias(true));
    folded->weight.set_data(convolution->weight * scale.view({-1, 1, 1, 1}));
    folded->bias.set_data(norm->bias - norm->running_mean * scale);
    return folded;
}

ConvNormActImpl::ConvNormActImpl(const ConvNormActOptions& options)
    : m_options(options), m_conv(register_module("0", torch::nn::Conv2d(convolution(options)))),
      m_norm(register_module(
          "1", torch::nn::BatchNorm2d(torch::nn::BatchNorm2dOptions(options.out).eps(options.epsilon)))) {
    torch::nn::init::kaiming_normal_(m_conv->weight, 0, torch::kFanOut, torch::kReLU);
}

torch::Tensor ConvNormActImpl::forward(const torch::Tensor& x) {
    const bool padsItself = m_options.samePadding && m_options.stride > 1;
    const torch::Tensor in = padsItself ? paddedAsSame(x, m_options.kernel, m_options.stride) : x;
    if (m_packed) return (*m_packed)(in);
    if (m_packedDepthwise) return (*m_packedDepthwise)(in);
    torch::Tensor y = m_conv->forward(in);
    if (m_norm) y = m_norm->forward(y);
    const bool mayOverwrite = !y.requires_grad();
    switch (m_options.activation) {
    case Activation::None:
        return y;
    case Activation::Relu:
        return mayOverwrite ? torch::relu_(y) : torch::relu(y);
    case Activation::Silu:
        return mayOverwrite ? torch::silu_(y) : torch::silu(y);
    }
    return y;
}

torch::Tensor ConvNormActImpl::addedTo(const torch::Tensor& other, const torch::Tensor& x) {
    if (m_packed) return m_packed->addedTo(other, x);
    torch::Tensor y = forward(x);
    if (m_packedDepthwise) return withAdded(y, other);
    return y.requires_grad() ? y + other : y.add_(other);
}

torch::Tensor ConvNormActImpl::passedTo(ConvNormActImpl& last, const torch::Tensor& x,
                                        const torch::Tensor& other) {
    const bool padsItself = m_options.samePadding && m_options.stride > 1;
    if (m_packed && last.m_packed && !padsItself) return m_packed->passedTo(*last.m_packed, x, other);
    return other.defined() ? last.addedTo(other, forward(x)) : last.forward(forward(x));
}

void ConvNormActImpl::pack() {
    const bool padsItself = m_options.samePadding && m_options.stride > 1;
    if (!padsItself && m_options.activation == Activation::Silu && PackedDepthwise::canHold(*m_conv))
        m_packedDepthwise.emplace(*m_conv);
    else
        m_packed.emplace(*m_conv, m_options.activation);
}

void ConvNormActImpl::fold() {
    if (!m_norm) return;
    m_conv = replace_module("0", foldedConvolution(m_conv, m_norm));
    unregister_module("1");
    m_norm = nullptr;
}

void ConvNormActImpl::startAtZero() {
    torch::nn::init::zeros_(m_norm->weight);
}

} // namespace vertescore
