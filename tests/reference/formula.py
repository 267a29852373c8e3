# SPDX-License-Identifier: GPL-3.0-or-later
"""Weights and inputs by formula, so that a reference needs to store nothing but what came out.

The same numbers come from tests/model/Reference.h: a hash of the name and the element's number (FNV-1a, then SplitMix64's
last step) gives a number between -1 and 1, exactly the same on every machine.
"""
import math

import numpy as np
import torch

MASK = (1 << 64) - 1


def noise(name: str, *shape: int) -> torch.Tensor:
    """Between -1 and 1; rounded to float32, held as float64."""
    seed = 0xCBF29CE484222325
    for letter in name.encode():
        seed = ((seed ^ letter) * 0x100000001B3) & MASK
    number = np.arange(1, math.prod(shape) + 1, dtype=np.uint64)
    with np.errstate(over="ignore"):
        z = np.uint64(seed) + number * np.uint64(0x9E3779B97F4A7C15)
        z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        z = z ^ (z >> np.uint64(31))
    unit = (z >> np.uint64(11)).astype(np.float64) * 2.0**-53
    return torch.from_numpy((2 * unit - 1).astype(np.float32).astype(np.float64)).reshape(shape)


def weight(name: str, *shape: int) -> torch.Tensor:
    """A parameter or statistic that keeps the size of what flows through it about the same."""
    values = noise(name, *shape)
    last = name.rsplit(".", 1)[-1]
    if len(shape) > 1:
        values = values * math.sqrt(6.0 * shape[0] / math.prod(shape))
    elif last == "running_var":
        values = 1 + 0.5 * values.abs()
    elif last.startswith("beta"):
        values = 2 + 0.5 * values
    elif last == "weight":
        values = 1 + 0.1 * values
    else:
        values = 0.1 * values
    return values.float().double()


class Weights:
    """Asked for by name and shape; remembered, so that gradients can be asked of them."""

    def __init__(self, prefix: str = "", made: dict | None = None):
        self.prefix = prefix
        self.made = {} if made is None else made

    def __call__(self, name: str, *shape: int) -> torch.Tensor:
        full = self.prefix + name
        if full not in self.made:
            self.made[full] = weight(full, *shape).requires_grad_()
        return self.made[full]

    def under(self, name: str) -> "Weights":
        return Weights(self.prefix + name + ".", self.made)


def load(module: torch.nn.Module, prefix: str = "") -> torch.nn.Module:
    """Fills a module of torchvision's with the formula's numbers, in float64."""
    module = module.double()
    state = {
        name: tensor if name.endswith("num_batches_tracked") else weight(prefix + name, *tensor.shape)
        for name, tensor in module.state_dict().items()
    }
    module.load_state_dict(state)
    return module.eval()
