# SPDX-License-Identifier: GPL-3.0-or-later
# Debian's CMake package of libzip insists on programs that it does not install; this is its imported target.

find_path(Zip_INCLUDE_DIR zip.h REQUIRED)
find_library(Zip_LIBRARY zip REQUIRED)
add_library(Zip::zip UNKNOWN IMPORTED)
set_target_properties(Zip::zip PROPERTIES IMPORTED_LOCATION "${Zip_LIBRARY}" INTERFACE_INCLUDE_DIRECTORIES
                                                                             "${Zip_INCLUDE_DIR}")
