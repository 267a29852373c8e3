// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <torch/torch.h>

namespace vertescore {

/// The address of an element, counted from the tensor's first; null for a tensor that is not there.
inline const void* at(const torch::Tensor& x, std::int64_t element) {
    return x.defined() ? static_cast<const char*>(x.const_data_ptr()) + element * x.element_size() : nullptr;
}
inline void* at(torch::Tensor& x, std::int64_t element) {
    return static_cast<char*>(x.mutable_data_ptr()) + element * x.element_size();
}

} // namespace vertescore
