#!/usr/bin/env python3
"""Writes what src/bench/measure.sh measured into docs/performance.md, between <!-- NAME --> and <!-- end NAME -->."""
import json
import pathlib
import sys


def load(path):
    return json.loads(path.read_text()) if path.is_file() else None


def ms(value):
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def median(network, name, figure="medianMs"):
    return network.get(name, {}).get(figure)


def replace(text, name, table):
    start, end = f"<!-- {name} -->", f"<!-- end {name} -->"
    if start not in text:
        return text
    before, rest = text.split(start, 1)
    return before + start + "\n" + table.rstrip() + "\n" + end + rest.split(end, 1)[1]


def main():
    folder, file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    speed, curve, peer = (load(folder / name) for name in ("speed.json", "curve.json", "peer.json"))
    text = file.read_text()
    machine = (
        f"{speed['processor']}, {speed['device']}, {speed['system']}, Java {speed['java']}, {speed['date']}; allocator {speed['allocator']}; "
        f"large 3x3 convolution {speed['peakGigaMacsPerSecond']:.0f} GMAC/s, copy {speed['copyGigabytesPerSecond']:.1f} GB/s.\n"
    )
    text = replace(text, "machine", machine)

    rows = "| network | GMAC forward, gradient | MB forward | floor forward, gradient | forward | gradient | over the floor | noise |\n|---|---|---|---|---|---|---|---|\n"
    for n in speed["networks"]:
        rows += (
            f"| {n['id']} | {n['gigaMacs']:.2f}, {n['gradientGigaMacs']:.2f} | {n['megabytes']:.0f} | {ms(n['floorMs'])}, {ms(n['gradientFloorMs'])} "
            f"| {ms(median(n, 'forward'))} | {ms(median(n, 'gradient'))} "
            f"| {median(n, 'forward') / n['floorMs']:.1f}, {median(n, 'gradient') / n['gradientFloorMs']:.1f} | {100 * median(n, 'gradient', 'noise'):.0f} % |\n"
        )
    text = replace(text, "networks", rows)

    rows = "| network | mask p50, p95 | first attacked p50, p95 | epsilon 8 p50, p95 | slider p50, p95 | 18 strengths |\n|---|---|---|---|---|---|\n"
    curves = {n["id"]: n for n in (curve or {}).get("networks", [])}
    for n in speed["networks"]:
        fuller = curves.get(n["id"], n)
        cells = [
            f"{ms(median(fuller, name))}, {ms(median(fuller, name, 'p95Ms'))}" if name in fuller else "-"
            for name in ("cleanMask", "firstAttacked", "epsilon8", "slider")
        ]
        rows += f"| {n['id']} | " + " | ".join(cells) + f" | {ms(median(fuller, 'sweep'))} |\n"
    text = replace(text, "waiting", rows)

    rows = "| network | one by one | in passes of 2 | of 4 |\n|---|---|---|---|\n"
    for n in speed["networks"]:
        cells = [ms(median(n, f"gradientInBatchOf{b}")) for b in (2, 4)]
        rows += f"| {n['id']} | {ms(median(n, 'gradient'))} | " + " | ".join(cells) + " |\n"
    text = replace(text, "batches", rows)

    if peer:
        rows = (
            "| network | gradient: PyTorch, here | 18 strengths: PyTorch, here | times as fast | largest logit difference | mask pixels different "
            "| gradient's relative error |\n|---|---|---|---|---|---|---|\n"
        )
        ours = {n["id"]: n for n in speed["networks"]}
        for p in peer["networks"]:
            if "left" in p:
                rows += f"| {p['id']} | {p['left']} | | | | | |\n"
                continue
            n = curves.get(p["id"], ours[p["id"]])
            sweep = median(n, "sweep")
            how = "measured" if p["sweepMeasured"] else "from single ones"
            worked_out = sweep is None
            if worked_out:
                sweep = 69 * median(n, "gradient") + 18 * median(n, "forward")
            rows += (
                f"| {p['id']} | {ms(p['gradientMs'])}, {ms(median(ours[p['id']], 'gradient'))} | {p['sweepMs'] / 1e3:.1f} s ({how}), "
                f"{sweep / 1e3:.1f} s ({'from single ones' if worked_out else 'measured'}) | {p['sweepMs'] / sweep:.1f} | {p['largestLogitDifference']:.5f} "
                f"| {p['pixelsOfMasksDifferent']} of {65536 * p['images']} | {p['gradientRelativeError']:.1e} |\n"
            )
        rows += f"\nPyTorch {peer['torch']}."
        text = replace(text, "peer", rows)

    window = folder / "window.txt"
    if window.is_file() and window.read_text().strip():
        text = replace(text, "window", "```\n" + window.read_text().strip() + "\n```")
    file.write_text(text)


if __name__ == "__main__":
    main()
