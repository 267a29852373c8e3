# SPDX-License-Identifier: GPL-3.0-or-later
"""VerteNet's decoder and heads written down a second time, as plainly as the equations allow.

Nothing here is fast: attention loops over windows, and a window at the border simply has fewer tokens, so there is no
padding that could be got wrong. Maps are [B, H, W, C] in the attention blocks and [B, C, H, W] in the convolutions.
The encoders are torchvision's own.
"""
import math

import torch
import torch.nn.functional as F
import torchvision

from formula import Weights, load

CHANNELS = {
    "efficientnet_v2_s": (48, 64, 160, 256),
    "resnet34": (64, 128, 256, 512),
    "efficientnet_b3": (32, 48, 136, 384),
}


# --- encoders -----------------------------------------------------------------------------------------------------
def encoder(kind: str, prefix: str = "") -> torch.nn.Module:
    return load(getattr(torchvision.models, kind)(), prefix)


def pyramid(kind: str, net: torch.nn.Module, x: torch.Tensor) -> list:
    """The maps at strides 4, 8, 16, 32."""
    if kind == "resnet34":
        y = net.maxpool(net.relu(net.bn1(net.conv1(x))))
        maps = []
        for layer in (net.layer1, net.layer2, net.layer3, net.layer4):
            y = layer(y)
            maps.append(y)
        return maps
    taps = (2, 3, 5, 6) if kind == "efficientnet_v2_s" else (2, 3, 5, 7)
    maps = []
    y = x
    for number, stage in enumerate(net.features):
        y = stage(y)
        if number in taps:
            maps.append(y)
    return maps[:4]


# --- attention ----------------------------------------------------------------------------------------------------
def heads_of(channels: int) -> int:
    return channels // 16 if channels % 16 == 0 else channels // 8


def window_attention(query, key_value, beta, window: int):
    """softmax(q k / beta) v, each window and head by itself."""
    batch, height, width, channels = query.shape
    heads = beta.numel()
    size = channels // heads
    rows = []
    for top in range(0, height, window):
        row = []
        for left in range(0, width, window):
            q = query[:, top : top + window, left : left + window]
            kv = key_value[:, top : top + window, left : left + window]
            h, w = q.shape[1:3]
            parts = []
            for head in range(heads):
                own = slice(head * size, (head + 1) * size)
                qh = q[..., own].reshape(batch, h * w, size)
                kh = kv[..., :channels][..., own].reshape(batch, h * w, size)
                vh = kv[..., channels:][..., own].reshape(batch, h * w, size)
                share = torch.softmax(qh @ kh.transpose(1, 2) / beta[head], dim=2)
                parts.append((share @ vh).reshape(batch, h, w, size))
            row.append(torch.cat(parts, dim=3))
        rows.append(torch.cat(row, dim=2))
    return torch.cat(rows, dim=1)


def pooled(x, r: int):
    """Means of r x r squares; at the border of what is left of them."""
    rows = []
    for top in range(0, x.shape[1], r):
        rows.append(
            torch.stack(
                [x[:, top : top + r, left : left + r].mean(dim=(1, 2)) for left in range(0, x.shape[2], r)], dim=1
            )
        )
    return torch.stack(rows, dim=1)


def dual_resolution(w: Weights, x, y, r: int, p: int):
    """Equations 1-3 (y is x) and 4-6."""
    c = x.shape[3]
    heads = heads_of(c)
    high = window_attention(
        x @ w("query_high.weight", c, c).T, y @ w("key_value_high.weight", 2 * c, c).T, w("beta_high", heads), p
    )
    low_x, low_y = pooled(x, r), pooled(y, r)
    low = window_attention(
        low_x @ w("query_low.weight", c, c).T, low_y @ w("key_value_low.weight", 2 * c, c).T, w("beta_low", heads), p
    )
    # Each coarse token becomes r x r fine ones, each of these by its own matrix.
    up = w("upsample.weight", c, c, r, r)
    fine = torch.einsum("bhwi,ioyx->bhywxo", low, up)
    fine = fine.reshape(low.shape[0], low.shape[1] * r, low.shape[2] * r, c) + w("upsample.bias", c)
    both = torch.cat([high, fine[:, : x.shape[1], : x.shape[2]]], dim=3)
    return both @ w("project.weight", c, 2 * c).T + w("project.bias", c)


def channel_attention(w: Weights, x):
    """Equation 12: queries and keys are whole maps of one channel, compared by their cosine."""
    b, h, width, c = x.shape
    q, k, v = (x.reshape(b, h * width, c) @ w("query_key_value.weight", 3 * c, c).T).chunk(3, dim=2)
    out = []
    for n in range(b):
        cosine = q[n].T @ k[n] / (q[n].norm(dim=0)[:, None] * k[n].norm(dim=0)[None, :])
        out.append(v[n] @ torch.softmax(cosine / w("beta", 1), dim=1).T)
    return torch.stack(out).reshape(x.shape) @ w("project.weight", c, c).T + w("project.bias", c)


def feed_forward(w: Weights, x):
    """GDFN, e = 2."""
    c = x.shape[3]
    wide = (x @ w("in.weight", 4 * c, c).T + w("in.bias", 4 * c)).permute(0, 3, 1, 2)
    wide = F.conv2d(wide, w("depthwise.weight", 4 * c, 1, 3, 3), w("depthwise.bias", 4 * c), padding=1, groups=4 * c)
    gate, value = wide.permute(0, 2, 3, 1).chunk(2, dim=3)
    gate = gate * 0.5 * (1 + torch.erf(gate / math.sqrt(2)))
    return (gate * value) @ w("out.weight", c, 2 * c).T + w("out.bias", c)


def norm(w: Weights, x):
    """Over the channels of each token."""
    mean = x.mean(dim=3, keepdim=True)
    variance = ((x - mean) ** 2).mean(dim=3, keepdim=True)
    c = x.shape[3]
    return (x - mean) / torch.sqrt(variance + 1e-5) * w("weight", c) + w("bias", c)


def dual_block(w: Weights, x, y, r: int, p: int, is_cross: bool):
    query = norm(w.under("norm_query"), x)
    key = norm(w.under("norm_key"), y) if is_cross else query
    a = dual_resolution(w.under("attention"), query, key, r, p) + x
    return feed_forward(w.under("feed"), norm(w.under("norm_feed"), a)) + a


def channel_block(w: Weights, x):
    a = channel_attention(w.under("attention"), norm(w.under("norm_attention"), x)) + x
    return feed_forward(w.under("feed"), norm(w.under("norm_feed"), a)) + a


# --- decoder and heads ----------------------------------------------------------------------------------------------
def conv_norm_relu(w: Weights, x, out: int):
    y = F.conv2d(x, w("0.weight", out, x.shape[1], 3, 3), padding=1)
    shape = (1, out, 1, 1)
    mean, variance = w("1.running_mean", out).detach(), w("1.running_var", out).detach()
    y = (y - mean.view(shape)) / torch.sqrt(variance.view(shape) + 1e-3)
    return torch.relu(y * w("1.weight", out).view(shape) + w("1.bias", out).view(shape))


def fusion(w: Weights, lower, skip, kind: str, r: int, p: int):
    """Equations 7-14, and the variants of Table VIII."""
    c = skip.shape[1]
    larger = F.interpolate(lower, size=skip.shape[2:], mode="bilinear", align_corners=False)
    s = skip.permute(0, 2, 3, 1)
    d = conv_norm_relu(w.under("raise"), larger, c).permute(0, 2, 3, 1)
    if kind in ("drsa", "mcfb"):
        s, d = (
            dual_block(w.under("self_skip"), s, s, r, p, False),
            dual_block(w.under("self_raised"), d, d, r, p, False),
        )
    if kind in ("drca", "mcfb"):
        s, d = (
            dual_block(w.under("cross_skip"), s, d, r, p, True),
            dual_block(w.under("cross_raised"), d, s, r, p, True),
        )
    both = torch.cat([s, d], dim=3)
    if kind == "mcfb":
        both = both @ w("join.weight", 2 * c, 2 * c).T + w("join.bias", 2 * c)
        both = channel_block(w.under("channels"), both)
    return conv_norm_relu(w.under("out"), both.permute(0, 3, 1, 2), c)


def heads(w: Weights, features):
    """Heatmap before its sigmoid, centre offsets and corner offsets, everywhere."""
    c = features.shape[1]

    def head(name: str, first: int, last: int, out: int):
        own = w.under(name)
        hidden = F.conv2d(features, own("0.weight", 256, c, first, first), own("0.bias", 256), padding=first // 2)
        return F.conv2d(torch.relu(hidden), own("2.weight", out, 256, last, last), own("2.bias", out), padding=last // 2)

    return head("heatmap", 3, 1, 1), head("centre_offset", 3, 1, 2), head("corner_offset", 7, 7, 8)


def network(w: Weights, kind: str, decoder: str, r: int, p: int, picture):
    """picture: [B, 1, H, W]. Also the encoder, for its gradients."""
    net = encoder(kind, "encoder.")
    maps = pyramid(kind, net, picture.expand(-1, 3, -1, -1))
    x = maps[3]
    for name, skip in (("fusion4", maps[2]), ("fusion3", maps[1]), ("fusion2", maps[0])):
        x = fusion(w.under(name), x, skip, decoder, r, p)
    heatmap, centre, corners = heads(w.under("heads"), x)
    deepest = CHANNELS[kind][3]
    side = maps[3].mean(dim=(2, 3)) @ w("side.weight", 1, deepest).T + w("side.bias", 1)
    return {"features": x, "heatmap": heatmap, "centre": centre, "corners": corners, "side": side[:, 0]}, net
