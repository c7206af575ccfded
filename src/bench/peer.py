#!/usr/bin/env python3
"""Plain PyTorch beside this program: the same weights, the layers written anew from their papers, the usual attack loop.

    nlcen benchmark --models nlcen-lung,unet-lung --peer OUT [--peer-images DIR]
    src/bench/peer.py OUT --models MODELS-FOLDER [--threads 2] [--runs 7] [--full] [--json FILE]

Needs Debian's python3-torch and python3-numpy. Checks logits, masks, one gradient and attacked images against what the
program wrote to OUT, and measures one gradient and I-FGSM, run anew for every epsilon as attack libraries do. The whole curve
of 18 strengths (327 gradients and 18 predictions) is measured with --full; else it is worked out from single ones.
"""
import argparse
import json
import math
import os
import pathlib
import statistics
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

PAPER = [0.5, 1, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30, 32]
MEAN = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1)
STD = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1)


def steps(epsilon):
    return max(1, math.ceil(min(epsilon + 4, 1.25 * epsilon)))


def read_safetensors(path):
    """One file as arrays by name."""
    data = path.read_bytes()
    length = int.from_bytes(data[:8], "little")
    header = json.loads(data[8 : 8 + length])
    weights = {}
    for name, entry in header.items():
        if name != "__metadata__":
            begin, end = entry["data_offsets"]
            dtype = {"F16": np.float16, "F32": np.float32}[entry["dtype"]]
            values = np.frombuffer(data[8 + length + begin : 8 + length + end], dtype).astype(np.float32)
            weights[name] = torch.from_numpy(values.reshape(entry["shape"]).copy())
    return weights


class Net:
    """Layers by the names of the weights file."""

    def __init__(self, weights):
        self.w = weights

    def conv(self, x, name, stride=1, dilation=1):
        weight = self.w[name + ".conv.weight"]
        k = weight.shape[-1]
        if k % 2 == 0:
            x = F.pad(x, (k // 2 - 1, k // 2, k // 2 - 1, k // 2))
            pad = 0
        else:
            pad = dilation * (k - 1) // 2
        x = F.conv2d(x, weight, self.w.get(name + ".conv.bias"), stride, pad, dilation)
        return self.norm(x, name + ".norm") if name + ".norm.gamma" in self.w else x

    def norm(self, x, name):
        w = self.w
        mean, var = w[name + ".runningMean"], w[name + ".runningVar"]
        return F.batch_norm(x, mean, var, w[name + ".gamma"], w[name + ".beta"], False, 0.1, 1e-5)

    def relu(self, x, name, stride=1, dilation=1):
        return F.relu(self.conv(x, name, stride, dilation))

    def residual(self, x, name, stride=1, dilation=1):
        bottleneck = name + ".layer3.conv.weight" in self.w
        if bottleneck:
            y = self.relu(x, name + ".layer1")
            y = self.relu(y, name + ".layer2", stride, dilation)
            y = self.conv(y, name + ".layer3")
        else:
            y = self.relu(x, name + ".layer1", stride, dilation)
            y = self.conv(y, name + ".layer2", 1, dilation)
        shortcut = name + ".shortcut"
        around = self.conv(x, shortcut, stride) if shortcut + ".conv.weight" in self.w else x
        return F.relu(y + around)

    def nlce(self, x, name):
        if name + ".nonlocal.theta.conv.weight" in self.w:
            b, _, h, w = x.shape
            theta = self.conv(x, name + ".nonlocal.theta").flatten(2).transpose(1, 2)
            phi = self.conv(x, name + ".nonlocal.phi").flatten(2)
            g = self.conv(x, name + ".nonlocal.g").flatten(2).transpose(1, 2)
            y = torch.softmax(theta @ phi, 2) @ g
            y = self.conv(y.transpose(1, 2).reshape(b, -1, h, w), name + ".nonlocal.wz")
            x = self.norm(y, name + ".nonlocal.norm") + x
        if name + ".context.codewords" in self.w:
            d, s = self.w[name + ".context.codewords"], self.w[name + ".context.smoothing"]
            z = self.relu(x, name + ".context.reduce").flatten(2).transpose(1, 2)
            distance = (z * z).sum(2, True) - 2 * z @ d.t() + (d * d).sum(1)
            a = torch.softmax(-s * distance, 2)
            e = a.transpose(1, 2) @ z - a.sum(1).unsqueeze(2) * d
            e = F.relu(self.norm(e, name + ".context.norm")).sum(1)
            gate = F.linear(e, self.w[name + ".context.gate.weight"], self.w[name + ".context.gate.bias"])
            x = x * torch.sigmoid(gate)[:, :, None, None]
        return x

    def __call__(self, x):
        x = (x / 255).expand(-1, 3, -1, -1)
        return self.logits((x - MEAN) / STD)


def resize(x, size):
    return x if x.shape[2:] == size else F.interpolate(x, size=size, mode="bilinear", align_corners=False)


class Nlcen(Net):
    def logits(self, x):
        y = F.max_pool2d(self.relu(x, "trunk.conv1", 2), 3, 2, 1)
        maps = []
        for stage in range(2, 6):
            block = 1
            while f"trunk.conv{stage}_{block}.layer1.conv.weight" in self.w:
                y = self.residual(y, f"trunk.conv{stage}_{block}", 2 if stage > 2 and block == 1 else 1)
                block += 1
            maps.append(y)
        pyramid = [None] * 4
        for i in (3, 2, 1, 0):
            level = self.relu(self.nlce(maps[i], f"nlce{i + 2}"), f"lateral{i + 2}")
            if i < 3:
                level = level + resize(self.conv(pyramid[i + 1], f"down{i + 2}"), level.shape[2:])
            pyramid[i] = level
        refined = []
        for i in range(4):
            r = pyramid[i]
            for k in range(i):
                r = self.residual(r, f"refine{i + 2}_{k + 1}")
            refined.append(resize(r, pyramid[0].shape[2:]))
        return resize(self.conv(torch.cat(refined, 1), "output"), x.shape[2:])


class UNet(Net):
    def logits(self, x):
        skips = []
        for level in range(1, 6):
            x = self.relu(self.relu(x, f"down{level}_1"), f"down{level}_2")
            if level < 5:
                skips.append(x)
                x = F.max_pool2d(x, 2)
        x = self.nlce(x, "nlce")
        for level in (4, 3, 2, 1):
            spread = self.w[f"up{level}.spread.conv.weight"]
            # 1x1 to four values for each channel is the transposed convolution's kernel, channel by channel
            kernel = spread.view(spread.shape[0] // 4, 2, 2, spread.shape[1]).permute(3, 0, 1, 2)
            up = F.conv_transpose2d(x, kernel.contiguous(), self.w[f"up{level}.bias"], 2)
            x = torch.cat([skips[level - 1], up], 1)
            x = self.relu(self.relu(x, f"up{level}_1"), f"up{level}_2")
        return self.conv(x, "output")


class Cdnn(Net):
    def logits(self, x):
        for i in range(1, 6):
            x = x if i == 1 else F.max_pool2d(x, 2)
            x = self.level(x, f"conv{i}")
        x = self.nlce(x, "nlce")
        for i in range(1, 6):
            x = x if i == 1 else F.interpolate(x, scale_factor=2, mode="nearest")
            x = self.level(x, f"decv{i}")
        z = self.conv(x, "output")
        return torch.cat([torch.zeros_like(z), z], 1)

    def level(self, x, name):
        if name + ".conv.weight" in self.w:
            return self.relu(x, name)
        return self.relu(self.relu(x, name + "_1"), name + "_2")


class Nwcn(Net):
    def logits(self, x):
        y, stage = None, 1
        while f"stage{stage}.down1.conv.weight" in self.w:
            seen = x if y is None else torch.cat([x, torch.softmax(y, 1)], 1)
            name = f"stage{stage}."
            z = self.relu(self.relu(seen, name + "down1", 2), name + "down2", 2)
            for i, dilation in enumerate((1, 2, 4, 8, 16, 1)):
                z = self.residual(z, f"{name}block{i + 1}", 1, dilation)
            y = resize(self.conv(self.nlce(z, name + "nlce"), name + "output"), x.shape[2:])
            stage += 1
        return y


class SlsDeep(Net):
    def logits(self, x):
        size = x.shape[2:]
        for i in (1, 2, 3):
            x = self.relu(x, f"stem{i}", 2 if i == 1 else 1)
        x = F.max_pool2d(x, 3, 2, 1)
        for stage in range(1, 5):
            # the last two stages are dilated by 2 and 4 instead of strided, their first blocks by half as much
            dilation = max(1, 2 ** (stage - 2))
            block = 1
            while f"layer{stage}_{block}.layer1.conv.weight" in self.w:
                first = block == 1
                stride = 2 if stage == 2 and first else 1
                x = self.residual(x, f"layer{stage}_{block}", stride, max(1, dilation // 2) if first else dilation)
                block += 1
        x = self.nlce(x, "nlce")
        parts = [resize(self.relu(F.adaptive_avg_pool2d(x, n), f"pool{n}"), x.shape[2:]) for n in (1, 2, 3, 6)]
        x = self.relu(torch.cat([x] + parts, 1), "fuse")
        x = self.conv(resize(x, (size[0] // 4, size[1] // 4)), "output")
        return resize(x, size)


class InvertedNet(Net):
    def logits(self, x):
        skips = []
        x = self.level(x, "down1")
        for level in range(2, 6):
            skips.append(x)
            x = F.max_pool2d(F.pad(x, (0, 1, 0, 1), value=-math.inf), 2, 1)
            x = self.level(x, f"down{level}", 2 if level > 2 else 1)
        x = self.nlce(x, "nlce")
        for level in (4, 3, 2, 1):
            skip = skips.pop()
            if x.shape[2] < skip.shape[2]:
                x = F.interpolate(x, scale_factor=2, mode="nearest")
            x = self.level(torch.cat([x, skip], 1), f"up{level}")
        return self.conv(x, "output")

    def level(self, x, name, stride=1):
        return F.elu(self.conv(F.elu(self.conv(x, name + "_1", stride)), name + "_2"))


def build(weights):
    if "trunk.conv1.conv.weight" in weights and "lateral2.conv.weight" in weights:
        return Nlcen(weights)
    if "up4.bias" in weights:
        return UNet(weights)
    if "decv1.conv.weight" in weights:
        return Cdnn(weights)
    if "stage1.down1.conv.weight" in weights:
        return Nwcn(weights)
    if "stem1.conv.weight" in weights:
        return SlsDeep(weights)
    if "down5_1.conv.weight" in weights:
        return InvertedNet(weights)
    return None


def gradient(net, x, goal):
    x = x.clone().requires_grad_(True)
    loss = F.cross_entropy(net(x), goal)
    return torch.autograd.grad(loss, x)[0]


def attack(net, clean, goal, epsilon):
    x = clean.clone()
    for _ in range(steps(epsilon)):
        x = x - gradient(net, x, goal).sign()
        x = torch.max(torch.min(x, clean + epsilon), clean - epsilon).clamp(0, 255)
    return x


def timed(work, runs):
    work()
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(1e3 * (time.perf_counter() - start))
    return times


def compare(folder, models, arguments):
    meta = json.loads((folder / "meta.json").read_text())
    file = models / meta["id"] / "weights.safetensors"
    if not file.is_file():
        return {"id": meta["id"], "left": "no weights"}
    weights = {}
    for part in [file] + sorted(file.parent.glob("weights-*.safetensors")):
        weights.update(read_safetensors(part))
    net = build(weights)
    if net is None:
        return {"id": meta["id"], "left": "not written here"}
    count, channels = meta["count"], meta["channels"]
    shape = (count, channels, 256, 256)
    images = torch.from_numpy(np.fromfile(folder / "images.f32", np.float32).reshape(shape))
    margins = torch.from_numpy(np.fromfile(folder / "margins.f32", np.float32).reshape(count, 256, 256))
    masks = torch.from_numpy(np.fromfile(folder / "masks.u8", np.uint8).reshape(count, 256, 256))
    result = {"id": meta["id"], "images": count}

    with torch.no_grad():
        logits = torch.cat([net(images[i : i + 1]) for i in range(count)])
    mine = logits[:, 1] - logits[:, 0]
    result["largestLogitDifference"] = float((mine - margins).abs().max())
    result["largestLogit"] = float(mine.abs().max())
    result["pixelsOfMasksDifferent"] = int(((mine >= 0) != (masks == 1)).sum())

    clean = images[:1]
    goal = 1 - masks[:1].long()
    theirs = torch.from_numpy(np.fromfile(folder / "gradient.f32", np.float32).reshape(clean.shape))
    own = gradient(net, clean, goal)
    result["gradientRelativeError"] = float((own - theirs).norm() / own.norm())
    result["gradientSignsEqual"] = float((own.sign() == theirs.sign()).float().mean())

    forward = timed(lambda: no_grad(net, clean), arguments.runs)
    times = timed(lambda: gradient(net, clean, goal), arguments.runs)
    result["forwardMs"] = statistics.median(forward)
    result["gradientMs"] = statistics.median(times)
    result["gradientMsAll"] = sorted(times)
    result["sweepMs"] = sum(steps(e) for e in PAPER) * result["gradientMs"] + len(PAPER) * result["forwardMs"]
    result["sweepMeasured"] = False
    if arguments.full:
        start = time.perf_counter()
        for epsilon in PAPER:
            no_grad(net, attack(net, clean, goal, epsilon))
        result["sweepMs"] = 1e3 * (time.perf_counter() - start)
        result["sweepMeasured"] = True

    attacked = np.fromfile(folder / "attacked.f32", np.float32).reshape(len(meta["epsilons"]), 1, channels, 256, 256)
    result["attacks"] = []
    for index, epsilon in enumerate(meta["epsilons"]):
        if steps(epsilon) > arguments.attack_steps:
            continue
        own = attack(net, clean, goal, epsilon)
        other = torch.from_numpy(attacked[index])
        a, b = (no_grad(net, x).argmax(1) == 1 for x in (own, other))
        result["attacks"].append(
            {
                "epsilon": epsilon,
                "valuesEqual": float((own == other).float().mean()),
                "largestDifference": float((own - other).abs().max()),
                "masksDice": float(2 * (a & b).sum() / max(1, a.sum() + b.sum())),
            }
        )
    return result


def no_grad(net, x):
    with torch.no_grad():
        return net(x)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--models", type=pathlib.Path, required=True)
    parser.add_argument("--threads", type=int, default=os.cpu_count(), help="PyTorch's own choice may be one")
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--attack-steps", type=int, default=10, help="attacks with more steps are not repeated")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--json", type=pathlib.Path)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    results = []
    for folder in sorted(path for path in arguments.folder.iterdir() if (path / "meta.json").is_file()):
        result = compare(folder, arguments.models, arguments)
        results.append(result)
        print(json.dumps(result), flush=True)
    if arguments.json:
        arguments.json.write_text(json.dumps({"torch": f"{torch.__version__}, {arguments.threads} threads", "networks": results}, indent=1) + "\n")
    worst = max((r.get("largestLogitDifference", 0) for r in results), default=0)
    return 0 if worst <= 1e-3 and all(r.get("pixelsOfMasksDifferent", 0) == 0 for r in results) else 1


if __name__ == "__main__":
    sys.exit(main())
