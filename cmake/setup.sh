# SPDX-License-Identifier: GPL-3.0-or-later
# What ./run and ./check share: packages, LibTorch, configuring, building. Sourced from the repository root.

say() { printf '%s\n' "vertescore: $*" >&2; }
die() { say "$*"; exit 1; }

packages=(
  build-essential cmake ninja-build ccache python3-pip python3-scipy python3-sklearn
  qt6-base-dev qt6-base-dev-tools qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools qt6-svg-dev qt6-qpa-plugins
  libqcustomplot-dev libdcmtk-dev dcmtk libopencv-core-dev libopencv-imgproc-dev libopencv-imgcodecs-dev
  libsqlite3-dev libsqlitecpp-dev libcli11-dev libspdlog-dev nlohmann-json3-dev libexpected-dev libboost-dev
  libsodium-dev libssl-dev libzip-dev zlib1g-dev openssl catch2 clang libclang-rt-14-dev fonts-dejavu-core fonts-liberation2
)

install_packages() {
  local missing=() package
  while read -r package; do missing+=("$package"); done < <(
    comm -23 <(printf '%s\n' "${packages[@]}" | sort) \
             <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' 2>/dev/null | sed -n 's/^installed //p' | sort -u))
  [ ${#missing[@]} -eq 0 ] && return
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    sudo -n true 2>/dev/null || die "please install what is missing: sudo apt-get install --no-install-recommends ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# One LibTorch for machines with and without a GPU: the wheel's C++ part. Python is only the downloader here.
torch_version=2.11.0
torch_requirements="torch==2.11.0 --hash=sha256:0f68f4ac6d95d12e896c3b7a912b5871619542ec54d3649cf48cc1edd4dd2756
nvidia-cuda-runtime==13.0.96 --hash=sha256:7f82250d7782aa23b6cfe765ecc7db554bd3c2870c43f3d1821f1d18aebf0548
nvidia-cuda-cupti==13.0.85 --hash=sha256:4eb01c08e859bf924d222250d2e8f8b8ff6d3db4721288cf35d14252a4d933c8"

fetch_torch() {
  if [ -n "${VERTESCORE_TORCH_ROOT:-}" ]; then return; fi
  local home="${XDG_CACHE_HOME:-$HOME/.cache}/vertescore/torch-$torch_version"
  export VERTESCORE_TORCH_ROOT="$home/torch"
  [ -e "$home/.complete" ] && return
  say "fetching LibTorch $torch_version (530 MB) into $home"
  mkdir -p "$(dirname "$home")"
  local work platforms=() n wheel
  work=$(mktemp -d "$home.XXXXXX")
  printf '%s\n' "$torch_requirements" > "$work/requirements.txt"
  for n in 28 27 25 24 17; do platforms+=(--platform "manylinux_2_${n}_x86_64"); done
  platforms+=(--platform manylinux2014_x86_64)
  /usr/bin/python3 -m pip download -q --no-deps --require-hashes --only-binary=:all: --python-version 3.12 \
    "${platforms[@]}" -d "$work/wheels" -r "$work/requirements.txt" || die "LibTorch could not be fetched"
  for wheel in "$work"/wheels/*.whl; do /usr/bin/python3 -m zipfile -e "$wheel" "$work/unpacked"; done
  rm -rf "$home"
  mv "$work/unpacked" "$home"
  rm -rf "$work"
  touch "$home/.complete"
}

build_release() {
  export VERTESCORE_COMPILER_LAUNCHER=ccache
  export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=1
  export CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime
  if [ ! -e build/release/build.ninja ]; then
    say "configuring"
    mkdir -p build/release
    cmake --preset release >build/release/configure.log 2>&1 || { cat build/release/configure.log >&2; rm -f build/release/build.ninja; die "configuring failed"; }
  fi
  if ! ninja -C build/release -n 2>/dev/null | grep -q 'no work to do'; then
    say "building (the first time takes some minutes)"
    cmake --build --preset release >build/release/build.log 2>&1 || { tail -n 60 build/release/build.log >&2; die "building failed"; }
  fi
}

set_up() {
  install_packages
  fetch_torch
  build_release
}
