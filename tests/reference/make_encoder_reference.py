#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes efficientnet_v2_s.json: numbers from torchvision's encoder, to hold model/network/EfficientNetV2 against.

Weights and input follow formulas (see `filled` and `picture`), so only a few output numbers need to be stored.
Made with: pip install torch==2.11.0 torchvision==0.26.0; python3 make_encoder_reference.py > efficientnet_v2_s.json
"""
import json
import math

import torch
import torchvision


def filled(name: str, tensor: torch.Tensor) -> torch.Tensor:
    """Deterministic, roughly variance-keeping values from the tensor's name and element number."""
    phase = sum(name.encode()) % 1000
    number = torch.arange(tensor.numel(), dtype=torch.float64)
    wave = torch.sin(number * number * 0.618 + number * 0.37 + phase)
    if tensor.dim() > 1:
        wave = wave * math.sqrt(2.0 / (tensor.numel() / tensor.size(0)))
    elif name.endswith("running_var"):
        wave = 1.0 + 0.5 * wave * wave
    elif name.endswith("weight"):
        wave = 1.0 + 0.1 * wave
    else:
        wave = 0.1 * wave
    return wave.reshape(tensor.shape).to(tensor.dtype)


def picture() -> torch.Tensor:
    """[1,3,64,96], -0.5...0.5."""
    c = torch.arange(3, dtype=torch.float64).view(1, 3, 1, 1)
    y = torch.arange(64, dtype=torch.float64).view(1, 1, 64, 1)
    x = torch.arange(96, dtype=torch.float64).view(1, 1, 1, 96)
    return (0.5 * torch.sin(0.11 * y * (c + 1) + 0.07 * x)).float()


def main() -> None:
    net = torchvision.models.efficientnet_v2_s().eval()
    state = {n: t if n.endswith("num_batches_tracked") else filled(n, t) for n, t in net.state_dict().items()}
    net.load_state_dict(state)
    maps = {}
    y = picture()
    with torch.no_grad():
        for i, stage in enumerate(net.features):
            y = stage(y)
            if i in (2, 3, 5, 6):
                flat = y.flatten()
                step = flat.numel() // 12
                maps[str(i)] = {
                    "shape": list(y.shape),
                    "step": step,
                    "values": [float(v) for v in flat[::step][:12]],
                    "meanAbsolute": float(flat.abs().mean()),
                }
    print(json.dumps({"torch": torch.__version__, "torchvision": torchvision.__version__, "maps": maps}, indent=1))


if __name__ == "__main__":
    main()
