# SPDX-License-Identifier: GPL-3.0-or-later
"""Our network with dense heads as an ONNX file, for programs that run ONNX.

Written the way a user of PyTorch would write it for export: attention by reshaping into windows, no loops, torchvision's
encoder, batch norm left to the peer's own optimiser. Weights are random: time does not depend on them.
"""
import math
import sys

import torch
import torch.nn as nn
import torch.nn.functional as F
import torchvision

CHANNELS = (48, 64, 160, 256)
HEAD_CHANNELS = 16
REDUCTION, WINDOW = 2, 10


def window_attention(query, key_value, beta):
    """query [B,H,W,C], key_value [B,H,W,2C]; padding at the right and bottom is masked."""
    b, h, w, c = query.shape
    heads = c // HEAD_CHANNELS
    down, across = -h % WINDOW, -w % WINDOW
    rows, columns = (h + down) // WINDOW, (w + across) // WINDOW

    def tiles(x, parts):
        x = F.pad(x, (0, 0, 0, across, 0, down))
        x = x.reshape(b, rows, WINDOW, columns, WINDOW, parts, heads, HEAD_CHANNELS)
        x = x.permute(5, 0, 1, 3, 6, 2, 4, 7)
        return x.reshape(parts, b * rows * columns, heads, WINDOW * WINDOW, HEAD_CHANNELS)

    q = tiles(query, 1)[0] / beta.view(1, heads, 1, 1)
    k, v = tiles(key_value, 2)
    scores = q @ k.transpose(2, 3)
    if down or across:
        outside = F.pad(torch.zeros(1, h, w, 1), (0, 0, 0, across, 0, down), value=-1e9)
        outside = outside.reshape(1, rows, WINDOW, columns, WINDOW).permute(0, 1, 3, 2, 4)
        outside = outside.reshape(rows * columns, 1, 1, WINDOW * WINDOW)
        scores = scores + outside.repeat(b, 1, 1, 1)
    out = torch.softmax(scores, 3) @ v
    out = out.reshape(b, rows, columns, heads, WINDOW, WINDOW, HEAD_CHANNELS).permute(0, 1, 4, 2, 5, 3, 6)
    return out.reshape(b, rows * WINDOW, columns * WINDOW, c)[:, :h, :w]


class DualResolution(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.q, self.kv = nn.Linear(c, c, False), nn.Linear(c, 2 * c, False)
        self.q_low, self.kv_low = nn.Linear(c, c, False), nn.Linear(c, 2 * c, False)
        self.beta = nn.Parameter(torch.full((c // HEAD_CHANNELS,), math.sqrt(HEAD_CHANNELS)))
        self.up = nn.ConvTranspose2d(c, c, REDUCTION, REDUCTION)
        self.project = nn.Linear(2 * c, c)

    def forward(self, x, y):
        def pooled(map):
            return F.avg_pool2d(map.permute(0, 3, 1, 2), REDUCTION).permute(0, 2, 3, 1)

        high = window_attention(self.q(x), self.kv(y), self.beta)
        low_x = pooled(x)
        low_y = low_x if x is y else pooled(y)
        low = window_attention(self.q_low(low_x), self.kv_low(low_y), self.beta)
        raised = self.up(low.permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        return self.project(torch.cat([high, raised], 3))


class FeedForward(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.enter, self.leave = nn.Linear(c, 4 * c), nn.Linear(2 * c, c)
        self.depthwise = nn.Conv2d(4 * c, 4 * c, 3, padding=1, groups=4 * c)

    def forward(self, x):
        wide = self.depthwise(self.enter(x).permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        gate, value = wide.chunk(2, 3)
        return self.leave(F.gelu(gate) * value)


class DualBlock(nn.Module):
    def __init__(self, c, cross):
        super().__init__()
        self.norm_query = nn.LayerNorm(c)
        self.norm_key = nn.LayerNorm(c) if cross else None
        self.attention, self.norm_feed, self.feed = DualResolution(c), nn.LayerNorm(c), FeedForward(c)

    def forward(self, x, y):
        query = self.norm_query(x)
        a = x + self.attention(query, self.norm_key(y) if self.norm_key else query)
        return a + self.feed(self.norm_feed(a))


class ChannelBlock(nn.Module):
    def __init__(self, c):
        super().__init__()
        self.norm, self.norm_feed, self.feed = nn.LayerNorm(c), nn.LayerNorm(c), FeedForward(c)
        self.qkv, self.project = nn.Linear(c, 3 * c, False), nn.Linear(c, c)
        self.beta = nn.Parameter(torch.ones(1))

    def forward(self, x):
        b, h, w, c = x.shape
        q, k, v = self.qkv(self.norm(x)).reshape(b, h * w, 3 * c).chunk(3, 2)
        cosine = F.normalize(q, dim=1).transpose(1, 2) @ F.normalize(k, dim=1)
        mixed = v @ torch.softmax(cosine / self.beta, 2).transpose(1, 2)
        a = x + self.project(mixed).reshape(b, h, w, c)
        return a + self.feed(self.norm_feed(a))


def conv_norm_relu(inputs, outputs):
    return nn.Sequential(nn.Conv2d(inputs, outputs, 3, padding=1, bias=False), nn.BatchNorm2d(outputs), nn.ReLU())


class Fusion(nn.Module):
    def __init__(self, lower, c):
        super().__init__()
        self.raise_, self.out = conv_norm_relu(lower, c), conv_norm_relu(2 * c, c)
        self.blocks = nn.ModuleList([DualBlock(c, False), DualBlock(c, False), DualBlock(c, True), DualBlock(c, True)])
        self.join, self.channels = nn.Linear(2 * c, 2 * c), ChannelBlock(2 * c)

    def forward(self, lower, skip):
        larger = F.interpolate(lower, size=skip.shape[2:], mode="bilinear", align_corners=False)
        s, d = skip.permute(0, 2, 3, 1), self.raise_(larger).permute(0, 2, 3, 1)
        s, d = self.blocks[0](s, s), self.blocks[1](d, d)
        s, d = self.blocks[2](s, d), self.blocks[3](d, s)
        both = self.channels(self.join(torch.cat([s, d], 3)))
        return self.out(both.permute(0, 3, 1, 2))


class VerteNet(nn.Module):
    def __init__(self):
        super().__init__()
        self.encoder = torchvision.models.efficientnet_v2_s().features[:7]
        self.fusions = nn.ModuleList(
            [Fusion(CHANNELS[3], CHANNELS[2]), Fusion(CHANNELS[2], CHANNELS[1]), Fusion(CHANNELS[1], CHANNELS[0])]
        )

        def head(first, last, outputs):
            return nn.Sequential(
                nn.Conv2d(CHANNELS[0], 256, first, padding=first // 2),
                nn.ReLU(),
                nn.Conv2d(256, outputs, last, padding=last // 2),
            )

        self.heatmap, self.centre, self.corners = head(3, 1, 1), head(3, 1, 2), head(7, 7, 8)

    def forward(self, picture):
        maps, y = [], picture
        for number, stage in enumerate(self.encoder):
            y = stage(y)
            if number in (2, 3, 5, 6):
                maps.append(y)
        x = maps[3]
        for fusion, skip in zip(self.fusions, reversed(maps[:3])):
            x = fusion(x, skip)
        return torch.sigmoid(self.heatmap(x)), self.centre(x), self.corners(x)


def export(path, height, width):
    torch.manual_seed(1)
    network = VerteNet().eval()
    with torch.no_grad():
        for name, parameter in network.named_parameters():
            if name.endswith("bias"):
                parameter.uniform_(-0.1, 0.1)
    torch.onnx.export(network, (torch.zeros(1, 3, height, width),), path, opset_version=18, dynamo=False,
                      input_names=["picture"], output_names=["heatmap", "centre", "corners"])


if __name__ == "__main__":
    export(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
