# SPDX-License-Identifier: GPL-3.0-or-later
# libsodium ships a pkg-config file only.

find_path(Sodium_INCLUDE_DIR sodium.h REQUIRED)
find_library(Sodium_LIBRARY sodium REQUIRED)
add_library(Sodium::sodium UNKNOWN IMPORTED)
set_target_properties(Sodium::sodium PROPERTIES IMPORTED_LOCATION "${Sodium_LIBRARY}"
                                                INTERFACE_INCLUDE_DIRECTORIES "${Sodium_INCLUDE_DIR}")
