# SPDX-License-Identifier: GPL-3.0-or-later
# Debian's three small OpenCV packages bring no CMake package; these are their imported targets.

find_path(OpenCV_INCLUDE_DIR opencv2/core.hpp PATH_SUFFIXES opencv4 REQUIRED)
foreach(part core imgproc imgcodecs)
  find_library(OpenCV_${part}_LIBRARY opencv_${part} REQUIRED)
  add_library(OpenCV::${part} UNKNOWN IMPORTED)
  set_target_properties(OpenCV::${part} PROPERTIES IMPORTED_LOCATION "${OpenCV_${part}_LIBRARY}"
                                                   INTERFACE_INCLUDE_DIRECTORIES "${OpenCV_INCLUDE_DIR}")
endforeach()
target_link_libraries(OpenCV::imgproc INTERFACE OpenCV::core)
target_link_libraries(OpenCV::imgcodecs INTERFACE OpenCV::imgproc)
