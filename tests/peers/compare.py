# SPDX-License-Identifier: GPL-3.0-or-later
"""One detection here and the network alone in ONNX Runtime and OpenVINO, in turns on the same machine.

Ours is the whole detection (grey values, resizing, network, landmarks) as `vertescore-train bench` times it; a peer is its
network alone, which flatters the peer. Each round runs every program once, each in a process of its own, so that a machine
that changes its speed changes it for all and no program's waiting threads disturb another; a ratio is the median of the
rounds' ratios.
"""
import argparse
import json
import multiprocessing
import statistics
import subprocess
import tempfile
import time
from importlib.metadata import version
from pathlib import Path

import numpy as np


def timed(work, repeats):
    """Median milliseconds, after two runs to warm up."""
    work(), work()
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def onnx_runtime(path, picture, threads):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    return lambda: session.run(None, {"picture": picture})


def open_vino(path, picture, threads, precision):
    import openvino

    settings = {"INFERENCE_NUM_THREADS": threads, "INFERENCE_PRECISION_HINT": precision, "PERFORMANCE_HINT": "LATENCY"}
    request = openvino.Core().compile_model(path, "CPU", settings).create_infer_request()
    return lambda: request.infer({"picture": picture}, share_inputs=True)


PEERS = {
    "ONNX Runtime fp32": (onnx_runtime, ()),
    "OpenVINO fp32": (open_vino, ("f32",)),
    "OpenVINO bf16": (open_vino, ("bf16",)),
}
OURS = {"VerteScore fp32": "fp32", "VerteScore bf16": "bf16"}


def time_peer(name, path, height, width, threads, repeats):
    picture = np.random.default_rng(1).random((1, 3, height, width), np.float32) - 0.5
    prepare, more = PEERS[name]
    return timed(prepare(path, picture, threads, *more), repeats)


def time_ours(program, arguments, repeats):
    command = [program, "bench", "--json", "--repeats", str(repeats), *arguments]
    out = subprocess.run(command, check=True, capture_output=True, text=True)
    return json.loads(out.stdout.strip().splitlines()[-1])["stages"]["total"]["medianMs"]


def export(path, height, width):
    """In a process of its own: torch's threads end with it."""
    from export_onnx import export as write

    write(path, height, width)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("program", help="vertescore-train")
    parser.add_argument("--height", type=int, default=1024)
    parser.add_argument("--width", type=int, default=512)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--repeats", type=int, default=7)
    a = parser.parse_args()
    size = ["--height", str(a.height), "--width", str(a.width), "--threads", str(a.threads)]
    with tempfile.TemporaryDirectory() as folder, multiprocessing.get_context("spawn").Pool(1, maxtasksperchild=1) as own:
        path = str(Path(folder) / "network.onnx")
        own.apply(export, (path, a.height, a.width))
        rounds = []
        for _ in range(a.rounds):
            times = {name: own.apply(time_peer, (name, path, a.height, a.width, a.threads, a.repeats)) for name in PEERS}
            for name, precision in OURS.items():
                times[name] = time_ours(a.program, [*size, "--precision", precision], a.repeats)
            rounds.append(times)
            print(json.dumps({name: round(ms, 1) for name, ms in times.items()}), flush=True)
    print(f"\n{a.height} x {a.width}, {a.threads} threads; onnxruntime {version('onnxruntime')}, "
          f"openvino {version('openvino')}")
    print("| | ms | VerteScore bf16 to it | VerteScore fp32 to it |\n|---|---|---|---|")
    for name in rounds[0]:
        ratios = [statistics.median(r[mine] / r[name] for r in rounds) for mine in ("VerteScore bf16", "VerteScore fp32")]
        print(f"| {name} | {statistics.median(r[name] for r in rounds):.0f} | {ratios[0]:.2f} | {ratios[1]:.2f} |")


if __name__ == "__main__":
    main()
