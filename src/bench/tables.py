#!/usr/bin/env python3
"""Writes what src/bench/measure.sh measured into docs/performance.md, between <!-- NAME --> and <!-- end NAME -->."""
import csv
import json
import pathlib
import sys

NAMES = ("nlcen-lung", "unet-lung", "slsdeep-half-lung", "nwcn-lung", "invertednet-quarter-lung", "cdnn-lung")


def networks(folder, part):
    """All networks of a part's files by id, known ones first."""
    found = {}
    for file in sorted(folder.glob(f"{part}-*.json"), key=lambda path: path.stat().st_mtime):
        whole = json.loads(file.read_text())
        for network in whole["networks"]:
            found[network["id"]] = (network, whole)
    order = {name: place for place, name in enumerate(NAMES)}
    return {name: found[name] for name in sorted(found, key=lambda name: (order.get(name, len(order)), name))}


def ms(value):
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 10 else f"{value:.1f}"


def seconds(value):
    return "-" if value is None else f"{value / 1e3:.1f} s"


def figure(network, name, which="medianMs"):
    return network.get(name, {}).get(which)


def replace(text, name, table):
    start, end = f"<!-- {name} -->", f"<!-- end {name} -->"
    if start not in text or not table:
        return text
    before, rest = text.split(start, 1)
    return before + start + "\n" + table.rstrip() + "\n" + end + rest.split(end, 1)[1]


def table(head, rows):
    if not rows:
        return ""
    lines = ["| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def machine(passes):
    if not passes:
        return ""
    wholes = [whole for _, whole in passes.values()]
    one = wholes[-1]
    peaks = [whole["peakGigaMacsPerSecond"] for whole in wholes]
    copies = [whole["copyGigabytesPerSecond"] for whole in wholes]
    return (
        f"{one['processor']}, {one['cores']} cores, {one['device']}, {one['system']}, Java {one['java']}, {one['date']}; allocator "
        f"{one['allocator']}; large 3x3 convolution {max(peaks):.0f} GMAC/s, copy {max(copies):.1f} GB/s.\n"
    )


def passes_rows(passes):
    rows = []
    for name, (n, _) in passes.items():
        over = [figure(n, "forward") / n["floorMs"], figure(n, "gradient") / n["gradientFloorMs"]]
        rows.append(
            [
                name,
                f"{n['gigaMacs']:.2f}, {n['gradientGigaMacs']:.2f}",
                f"{n['megabytes']:.0f}",
                f"{ms(n['floorMs'])}, {ms(n['gradientFloorMs'])}",
                ms(figure(n, "forward")),
                ms(figure(n, "gradient")),
                f"{over[0]:.1f}, {over[1]:.1f}",
                f"{100 * figure(n, 'gradient', 'noise'):.0f} %",
            ]
        )
    return rows


def waiting_rows(waiting):
    rows = []
    for name, (n, _) in waiting.items():
        cells = [
            f"{ms(figure(n, what))}, {ms(figure(n, what, 'p95Ms'))}"
            for what in ("cleanMask", "firstAttacked", "epsilon8", "slider")
        ]
        rows.append([name] + cells + [seconds(figure(n, "curve"))])
    return rows


def batch_rows(batches):
    return [
        [name] + [ms(figure(n, f"gradientInBatchOf{size}")) for size in (1, 2, 4, 8)] for name, (n, _) in batches.items()
    ]


def peer_rows(peer, own):
    rows = []
    for name, (p, _) in peer.items():
        if "left" in p or name not in own:
            continue
        n = own[name][0]
        here, there = figure(n, "curve"), p["sweepMs"]
        rows.append(
            [
                name,
                f"{ms(p['gradientMs'])}, {ms(figure(n, 'gradient'))}",
                f"{p['gradientMs'] / figure(n, 'gradient'):.2f}",
                f"{seconds(there)} ({'measured' if p['sweepMeasured'] else 'from single ones'}), {seconds(here)}",
                f"{there / here:.1f}",
                f"{p['largestLogitDifference']:.5f} of {p['largestLogit']:.0f}",
                f"{p['pixelsOfMasksDifferent']} of {65536 * p['images']}",
                f"{p['gradientRelativeError']:.1e}",
                ", ".join(f"{100 * a['valuesEqual']:.2f} %" for a in p["attacks"]) or "-",
            ]
        )
    return rows


def line(points):
    """Slope, start and largest distance from the line of least squares."""
    count = len(points)
    mx, my = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    slope = sum((x - mx) * (y - my) for x, y in points) / sum((x - mx) ** 2 for x, _ in points)
    start = my - slope * mx
    return slope, start, max(abs(y - start - slope * x) for x, y in points)


def scale(file):
    if not file.is_file():
        return ""
    points = {}
    with file.open(newline="") as rows:
        for row in csv.DictReader(rows):
            points.setdefault(row["what"], []).append((int(row["count"]), int(row["millis"]) / 1e3))
    rows = []
    for what, found in points.items():
        cells = [what, ", ".join(f"{x}: {y:.1f}" for x, y in found)]
        if what != "networks" and len(found) > 1:
            slope, start, far = line(found)
            cells.append(f"{start:.1f} + {slope:.3f} each; at most {far:.1f} beside it")
        else:
            cells.append("-")
        rows.append(cells)
    return table(["count of", "seconds", "line"], rows)


def native(folder):
    file = folder / "native.json"
    if not file.is_file():
        return ""
    counts = {"jdk.ExecutionSample": 0, "jdk.NativeMethodSample": 0}
    for event in json.loads(file.read_text())["recording"]["events"]:
        thread = event["values"].get("sampledThread") or {}
        if thread.get("javaName") == "main":
            counts[event["type"]] += 1
    inside, java = counts["jdk.NativeMethodSample"], counts["jdk.ExecutionSample"]
    network = (folder / "native-network.txt").read_text().strip()
    return (
        f"`nlcen evaluate` of {network}, 18 strengths, start included: of {inside + java} looks at the measuring thread "
        f"{100 * inside / max(1, inside + java):.1f} % found it in native code.\n"
    )


def main():
    folder, file = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    text = file.read_text()
    passes, own, peer = networks(folder, "networks"), networks(folder, "peerown"), networks(folder, "peer")
    text = replace(text, "machine", machine(passes))
    head = ["network", "GMAC forward, gradient", "MB forward", "floor forward, gradient", "forward", "gradient"]
    text = replace(text, "networks", table(head + ["over the floor", "noise"], passes_rows(passes)))
    head = ["network", "mask p50, p95", "first attacked p50, p95", "epsilon 8 p50, p95", "slider p50, p95", "18 strengths"]
    text = replace(text, "waiting", table(head, waiting_rows(networks(folder, "waiting"))))
    head = ["network", "one by one", "in passes of 2", "of 4", "of 8"]
    text = replace(text, "batches", table(head, batch_rows(networks(folder, "batches"))))
    head = ["network", "gradient: PyTorch, here", "times as fast", "18 strengths: PyTorch, here", "times as fast"]
    head += ["largest logit difference", "mask pixels different", "gradient's relative error", "attacked values equal at epsilon 1, 4, 8"]
    beside = table(head, peer_rows(peer, own))
    if beside:
        beside += "\nPyTorch " + ", ".join(sorted({whole["torch"] for _, whole in peer.values()})) + ".\n"
    text = replace(text, "peer", beside)
    window = folder / "window.txt"
    if window.is_file() and window.read_text().strip():
        text = replace(text, "window", "```\n" + window.read_text().strip() + "\n```")
    text = replace(text, "scale", "\n".join(filter(None, [scale(folder / "scale.csv"), native(folder)])))
    file.write_text(text)


if __name__ == "__main__":
    main()
