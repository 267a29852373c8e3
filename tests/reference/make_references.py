#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the stored tensors that tests/model/*Reference.tests.cpp hold the network against.

    pip install torch==2.11.0 torchvision==0.26.0 safetensors numpy
    python3 make_references.py

Everything is computed in float64 and stored in float32. Names: CASE/out/NAME for what comes out, CASE/grad/NAME for the
gradient of the sum of all outputs times noise("CASE/out/NAME") with respect to an input or a parameter. Weights and
inputs are not stored: they follow formula.py.
"""
from pathlib import Path

import torch
from safetensors.torch import save_file

import plain_vertenet as plain
from formula import Weights, noise


def case(name: str, outputs: dict, wanted: dict) -> dict:
    """Outputs, and the gradients with respect to the wanted tensors."""
    total = sum((value * noise(f"{name}/out/{key}", *value.shape)).sum() for key, value in outputs.items())
    gradients = torch.autograd.grad(total, list(wanted.values()))
    stored = {f"{name}/out/{key}": value for key, value in outputs.items()}
    stored.update({f"{name}/grad/{key}": value for key, value in zip(wanted, gradients)})
    return {key: value.detach().float().contiguous() for key, value in stored.items()}


def picked(made: dict, names: list) -> dict:
    return {name: made[name] for name in names}


def variable(name: str, *shape: int) -> torch.Tensor:
    return noise(name, *shape).requires_grad_()


def encoders() -> dict:
    parameters = {
        "efficientnet_v2_s": ["features.0.0.weight", "features.3.2.block.0.1.weight", "features.4.0.block.2.fc1.bias",
                              "features.5.3.block.1.0.weight", "features.6.14.block.3.1.bias"],
        "resnet34": ["bn1.weight", "layer2.0.downsample.0.weight", "layer3.5.bn1.weight", "layer4.2.bn2.bias"],
        "efficientnet_b3": ["features.0.0.weight", "features.1.0.block.0.0.weight", "features.3.1.block.1.0.weight",
                            "features.5.4.block.2.fc2.bias", "features.7.1.block.3.1.bias"],
    }
    stored = {}
    for kind, names in parameters.items():
        net = plain.encoder(kind)
        maps = plain.pyramid(kind, net, noise(kind + "/picture", 1, 3, 64, 96) / 2)
        own = dict(net.named_parameters())
        stored |= case(kind, {str(4 << i): m for i, m in enumerate(maps)}, {n: own[n] for n in names})
    return stored


def dual(name: str, channels: int, height: int, width: int, r: int, p: int, is_cross: bool) -> dict:
    w = Weights()
    x = variable(name + "/x", 2, height, width, channels)
    y = variable(name + "/y", 2, height, width, channels) if is_cross else x
    out = plain.dual_resolution(w, x, y, r, p)
    wanted = {"x": x} | ({"y": y} if is_cross else {})
    names = ["beta_high", "beta_low", "upsample.bias", "project.bias"]
    if channels <= 32:
        names += ["query_high.weight", "key_value_low.weight", "upsample.weight"]
    return case(name, {"y": out}, wanted | picked(w.made, names))


def blocks() -> dict:
    stored = {}
    query, kv = variable("window/query", 2, 7, 5, 32), variable("window/keyValue", 2, 7, 5, 64)
    beta = (2 + noise("window/beta", 2)).requires_grad_()
    out = plain.window_attention(query, kv, beta, 4)
    stored |= case("window", {"y": out}, {"query": query, "keyValue": kv, "beta": beta})
    stored |= dual("drsa", 32, 9, 7, 2, 4, False)
    stored |= dual("drca", 32, 9, 7, 2, 4, True)
    stored |= dual("drca-r4-p3", 16, 10, 11, 4, 3, True)
    stored |= dual("drsa-136", 136, 5, 6, 2, 4, False)
    w, x = Weights(), variable("csa/x", 2, 6, 5, 32)
    out = plain.channel_attention(w, x)
    stored |= case("csa", {"y": out}, {"x": x} | picked(w.made, ["query_key_value.weight", "beta", "project.bias"]))
    w, x = Weights(), variable("gdfn/x", 2, 6, 5, 16)
    out = plain.feed_forward(w, x)
    stored |= case("gdfn", {"y": out}, {"x": x} | picked(w.made, ["in.weight", "depthwise.weight", "out.bias"]))
    for kind in ("simple", "drsa", "drca", "mcfb"):
        name = "fusion-" + kind
        w = Weights()
        lower, skip = variable(name + "/lower", 1, 24, 5, 4), variable(name + "/skip", 1, 16, 10, 8)
        out = plain.fusion(w, lower, skip, kind, 2, 4)
        names = ["raise.0.weight", "out.1.weight"]
        names += {"simple": [], "drsa": ["self_skip.norm_query.weight", "self_raised.feed.in.bias"],
                  "drca": ["cross_skip.norm_key.bias", "cross_raised.attention.beta_low"],
                  "mcfb": ["self_skip.attention.project.bias", "cross_raised.norm_key.weight", "join.weight",
                           "channels.attention.beta", "channels.norm_attention.weight"]}[kind]
        stored |= case(name, {"y": out}, {"lower": lower, "skip": skip} | picked(w.made, names))
    w, features = Weights(), variable("heads/features", 1, 16, 9, 11)
    heatmap, centre, corners = plain.heads(w, features)
    stored |= case("heads", {"heatmap": heatmap, "centre": centre, "corners": corners},
                   {"features": features} | picked(w.made, ["heatmap.2.weight", "centre_offset.0.bias", "corner_offset.0.bias"]))
    return stored


def networks() -> dict:
    stored = {}
    for kind, decoder, r, p, encoder_names in (
        ("efficientnet_v2_s", "mcfb", 2, 10, ["features.0.0.weight", "features.6.14.block.3.1.weight"]),
        ("resnet34", "simple", 2, 10, ["bn1.weight", "layer4.2.bn2.weight"]),
        ("efficientnet_b3", "drca", 4, 5, ["features.0.0.weight", "features.7.1.block.3.1.weight"]),
    ):
        name = f"{kind}-{decoder}"
        w = Weights()
        outputs, net = plain.network(w, kind, decoder, r, p, noise(name + "/picture", 1, 1, 64, 96) / 2)
        own = dict(net.named_parameters())
        wanted = {"encoder." + n: own[n] for n in encoder_names}
        wanted |= picked(w.made, ["fusion4.raise.1.weight", "fusion2.out.1.bias", "heads.heatmap.2.weight",
                                  "heads.corner_offset.0.bias", "side.weight"])
        if decoder == "mcfb":
            wanted |= picked(w.made, ["fusion4.channels.attention.beta", "fusion3.cross_skip.attention.beta_high"])
        stored |= case(name, outputs, wanted)
    return stored


def main() -> None:
    folder = Path(__file__).parent
    versions = {"torch": torch.__version__, "torchvision": plain.torchvision.__version__}
    for name, make in (("encoders", encoders), ("blocks", blocks), ("networks", networks)):
        stored = make()
        save_file(stored, folder / f"{name}.safetensors", metadata=versions)
        largest = max((float(v.abs().max()), k) for k, v in stored.items())
        smallest = min((float(v.abs().max()), k) for k, v in stored.items())
        print(f"{name}: {len(stored)} tensors, greatest numbers from {smallest} to {largest}")


if __name__ == "__main__":
    main()
