# SPDX-License-Identifier: GPL-3.0-or-later
# The two INTERFACE targets from which every target of the project takes its flags.

add_library(vertescore_options INTERFACE)
add_library(VerteScore::options ALIAS vertescore_options)
target_compile_features(vertescore_options INTERFACE cxx_std_20)
# No contraction: the phantom generator promises the same numbers on every machine.
target_compile_options(vertescore_options INTERFACE $<$<CXX_COMPILER_ID:GNU,Clang>:-ffp-contract=off>)
target_compile_definitions(vertescore_options INTERFACE VERTESCORE_VERSION="${PROJECT_VERSION}")
if(VERTESCORE_SANITIZE)
  target_compile_options(vertescore_options INTERFACE -fsanitize=${VERTESCORE_SANITIZE} -fno-omit-frame-pointer
                                                      -fno-sanitize-recover=all)
  target_link_options(vertescore_options INTERFACE -fsanitize=${VERTESCORE_SANITIZE})
endif()
if(VERTESCORE_FUZZ)
  # The edges of the core libraries count; a target itself is linked with libFuzzer's main.
  target_compile_options(vertescore_options INTERFACE -fsanitize=fuzzer-no-link)
endif()

add_library(vertescore_warnings INTERFACE)
add_library(VerteScore::warnings ALIAS vertescore_warnings)
if(MSVC)
  target_compile_options(vertescore_warnings INTERFACE /W4 /permissive- /utf-8)
else()
  target_compile_options(
    vertescore_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
                                  $<$<BOOL:${VERTESCORE_WARNINGS_AS_ERRORS}>:-Werror>
                                  # GCC 12 finds an overlap in any optimised std::string + literal (GCC bug 105651).
                                  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<VERSION_LESS:$<CXX_COMPILER_VERSION>,13>>:-Wno-restrict>)
endif()

# vertescore_target(NAME): the flags and include root that every target of ours has.
function(vertescore_target name)
  target_include_directories(${name} PUBLIC "$<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>")
  target_link_libraries(${name} PUBLIC VerteScore::options PRIVATE $<BUILD_INTERFACE:vertescore_warnings>)
endfunction()
