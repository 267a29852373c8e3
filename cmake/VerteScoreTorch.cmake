# SPDX-License-Identifier: GPL-3.0-or-later
# LibTorch as imported targets, from the CPU half alone. find_package(Torch) would insist on the whole CUDA toolkit;
# the CUDA half is loaded at run time when a driver is present (model/Device.h).
#
# Torch_ROOT: a folder that holds include/ and lib/ (an official LibTorch, or the `torch` folder of the wheel).

set(Torch_ROOT "" CACHE PATH "LibTorch: the folder that holds include/ and lib/")
if(NOT Torch_ROOT)
  message(FATAL_ERROR "LibTorch is not known. Let ./run fetch it, or give -DTorch_ROOT=<folder with include/ and lib/>.")
endif()
find_library(Torch_CPU_LIBRARY torch_cpu PATHS "${Torch_ROOT}/lib" NO_DEFAULT_PATH REQUIRED)
find_library(Torch_C10_LIBRARY c10 PATHS "${Torch_ROOT}/lib" NO_DEFAULT_PATH REQUIRED)

add_library(Torch::c10 SHARED IMPORTED)
set_target_properties(
  Torch::c10 PROPERTIES IMPORTED_LOCATION "${Torch_C10_LIBRARY}"
                        INTERFACE_INCLUDE_DIRECTORIES
                        "${Torch_ROOT}/include;${Torch_ROOT}/include/torch/csrc/api/include")
add_library(Torch::cpu SHARED IMPORTED)
set_target_properties(Torch::cpu PROPERTIES IMPORTED_LOCATION "${Torch_CPU_LIBRARY}")
target_link_libraries(Torch::cpu INTERFACE Torch::c10)
# Some classes of its headers have members more without NDEBUG, and the library was built with it.
target_compile_definitions(Torch::c10 INTERFACE NDEBUG)

# LibTorch's own OpenMP, so that our loops run on its threads. Without it at::parallel_for, which is compiled here, silently
# uses one thread.
find_library(Torch_OPENMP_LIBRARY libgomp.so.1 PATHS "${Torch_ROOT}/lib" NO_DEFAULT_PATH REQUIRED)
add_library(Torch::openmp SHARED IMPORTED)
set_target_properties(Torch::openmp PROPERTIES IMPORTED_LOCATION "${Torch_OPENMP_LIBRARY}")

# libtorch_cpu.so of a CUDA build needs two small CUDA libraries; they lie beside the wheel, or in the CUDA toolkit.
file(GLOB Torch_CUDA_LINK_FOLDERS "${Torch_ROOT}/../nvidia/*/lib" /usr/local/cuda/lib64 /usr/local/cuda/extras/CUPTI/lib64)
foreach(folder IN LISTS Torch_CUDA_LINK_FOLDERS)
  target_link_options(Torch::cpu INTERFACE "LINKER:-rpath-link,${folder}")
endforeach()
