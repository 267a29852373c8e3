// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A function that runs on the GPU where nvcc compiles it and on the CPU where the host's compiler does. So
/// the arithmetic of every GPU kernel is one header that a machine without a GPU can test.
#ifdef __CUDACC__
#define VERTESCORE_DEVICE_FUNCTION __device__ inline
#define VERTESCORE_HOST_DEVICE_FUNCTION __host__ __device__ inline ///< also for the one who launches
#else
#define VERTESCORE_DEVICE_FUNCTION inline
#define VERTESCORE_HOST_DEVICE_FUNCTION inline
#endif
