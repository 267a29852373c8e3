#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs fuzz targets, two at a time:   tests/fuzz/run.sh SECONDS [TARGET ...]
# Builds the preset `fuzz` first. Inputs grow in build/fuzz/corpus/TARGET; what ends a target is left in
# build/fuzz/findings/TARGET. Where the shared test files lie beside the checkout they join the corpora (never the tree).
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:?say for how many seconds}
shift
targets=("$@")
[ ${#targets[@]} -gt 0 ] || targets=(agreement deidentify dicom landmarks presentation raster ratings report structure study tensors texts zip)
out=$PWD/build/fuzz
say() { printf '%s\n' "fuzz: $*" >&2; }

if ! command -v clang++ >/dev/null || ! echo 'int main(){}' | clang++ -x c++ -fsanitize=fuzzer-no-link,address - -o /dev/null 2>/dev/null; then
  say "NOT RUN: clang with libFuzzer is missing, although cmake/setup.sh installs it (packages clang, libclang-rt-14-dev)"
  exit 3
fi
mkdir -p "$out"
if [ ! -e "$out/build.ninja" ]; then
  cmake --preset fuzz >"$out/configure.log" 2>&1 || { cat "$out/configure.log" >&2; rm -f "$out/build.ninja"; exit 1; }
fi
cmake --build --preset fuzz --target fuzz_seeds "${targets[@]/#/fuzz_}" >"$out/build.log" 2>&1 ||
  { tail -n 60 "$out/build.log" >&2; say "building failed"; exit 1; }
"$out/bin/fuzz_seeds" "$out/corpus"

# Small files of every kind; a target passes over what is not its own.
shared=${VERTESCORE_TESTDATA:-../shared/testdata}
for target in deidentify dicom; do
  [ -d "$shared/dicom" ] || break
  find "$shared/dicom" -type f -name '*.dcm' -size -16k -exec cp -n -t "$out/corpus/$target" {} +
done

fuzz_one() {
  local target=$1 findings=$out/findings/$1 log=$out/$1.log options=() corpora=("$out/corpus/$1")
  mkdir -p "$findings"
  [ -e "tests/fuzz/dictionaries/$target.dict" ] && options+=("-dict=tests/fuzz/dictionaries/$target.dict")
  [ -d "tests/fuzz/findings/$target" ] && corpora+=("tests/fuzz/findings/$target") # read, never added to
  [ "$target" = report ] && options+=(-max_len=40960) || options+=(-max_len=16384)
  # The same inputs on every machine, as far as it gets in the time: one seed, addresses, hashes and paths that do not change.
  # Lost memory counts, and so does what takes more than a file may: 1 GiB, 10 seconds.
  local inputs=/dev/shm/vertescore-fuzz-$target still=()
  if ! mkdir "$inputs" 2>/dev/null; then # no memory for it, or another run has it
    inputs=build/fuzz/inputs/$target
    rm -rf "$inputs"
    mkdir -p "$inputs"
  fi
  trap "rm -rf '$inputs'" EXIT # now: the variable is gone by then
  setarch -R true 2>/dev/null && still=(setarch -R)
  if ASAN_OPTIONS=quarantine_size_mb=32:detect_leaks=1 UBSAN_OPTIONS=print_stacktrace=1 QT_HASH_SEED=0 VERTESCORE_FUZZ_INPUTS=$inputs \
    "${still[@]}" "$out/bin/fuzz_$target" -timeout=10 -rss_limit_mb=1024 -max_total_time="$seconds" -seed=20261121 -reload=0 -print_final_stats=1 \
    "${options[@]}" "-artifact_prefix=$findings/" "${corpora[@]}" >"$log" 2>&1; then
    say "$target: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs"
    return
  fi
  # A machine that stood still looks like a slow input: such a one has to be slow once more.
  local slow
  slow=$(sed -n 's/^.*Test unit written to \(.*timeout-.*\)$/\1/p' "$log")
  if [ -n "$slow" ] && "$out/bin/fuzz_$target" -timeout=10 "$slow" >/dev/null 2>&1; then
    say "$target: stood still once, no finding"
    rm -f "$slow"
    return
  fi
  grep -aE 'runtime error|ERROR: |broken promise|SUMMARY|Test unit written' "$log" >&2
  say "$target: FOUND SOMETHING, see $log"
  return 1
}
export -f fuzz_one say
export out seconds
printf '%s\n' "${targets[@]}" | xargs -P 2 -I{} bash -c 'fuzz_one {}'
