#!/usr/bin/env python3
"""Writes docs/results.md and the table of README.md from the summary.csv of nlcen evaluate (needs Python 3 alone).

    docs/results.py SUMMARY.csv
"""
import csv
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMES = {"nlcen-lung": "NLCEN (ResNet-18)", "unet-lung": "U-Net"}
HEAD = """# Results

Mean over images of each image's own DIC and JSC, with the 95% bootstrap interval of the mean. Attack: targeted iterative FGSM, goal the inverse of the true mask,
256x256, floating point. Test images: JSRT's even fold; the number of images stands beside each figure, and where it is below 123 they are the first of the fold by
name, so the attacked figures of networks measured on different numbers of images are not to be compared closely. One choice was made with a figure of this fold in sight:
NLCEN's second stage of training, with augmentation (see its card). Made by `docs/results.py` from the table that this command writes:

```
nlcen evaluate --dataset jsrt --data DIR --models nlcen-lung,unet-lung --epsilons 8,16,32 --limit N --out OUT
```

| network | epsilon | images | DIC | 95% interval | JSC | 95% interval | DIC pooled | JSC pooled |
|---|---|---|---|---|---|---|---|---|
"""
TAIL = """
## Beside the paper

He et al. report for NLCEN on JSRT DIC .971 and JSC .945 clean, and .963 and .929 at epsilon 32.

"""


def main():
    rows = list(csv.DictReader(open(sys.argv[1])))
    rows.sort(key=lambda row: (list(NAMES).index(row["model"]), float(row["epsilon"])))
    text = HEAD
    for row in rows:
        name, epsilon = NAMES[row["model"]], float(row["epsilon"])
        text += (
            f"| {name} | {epsilon:g} | {row['images']} | {float(row['dic']):.3f} | {float(row['dic_low']):.3f} to {float(row['dic_high']):.3f} "
            f"| {float(row['jsc']):.3f} | {float(row['jsc_low']):.3f} to {float(row['jsc_high']):.3f} "
            f"| {float(row['dic_pooled']):.3f} | {float(row['jsc_pooled']):.3f} |\n"
        )
    ours = {float(row["epsilon"]): row for row in rows if row["model"] == "nlcen-lung"}
    text += TAIL
    text += (
        f"Ours: {float(ours[0]['dic']):.3f} and {float(ours[0]['jsc']):.3f} clean, {float(ours[32]['dic']):.3f} and "
        f"{float(ours[32]['jsc']):.3f} at epsilon 32 ({ours[32]['images']} images). "
    )
    verdict = "is" if float(ours[32]["dic"]) >= 0.95 else "is not"
    text += f"The robustness the paper reports {verdict} seen in this reading of it.\n"
    (ROOT / "docs/results.md").write_text(text)

    table = "| DIC (JSC), mean | clean | epsilon 8 | epsilon 16 | epsilon 32 |\n|---|---|---|---|---|\n"
    for model, name in NAMES.items():
        cells = {float(row["epsilon"]): row for row in rows if row["model"] == model}
        columns = [f"{float(cells[e]['dic']):.3f} ({float(cells[e]['jsc']):.3f})" for e in (0, 8, 16, 32)]
        table += f"| {name} | " + " | ".join(columns) + " |\n"
    counts = []
    for model, name in NAMES.items():
        images = {float(row["epsilon"]): row["images"] for row in rows if row["model"] == model}
        counts.append(f"{name} {images[0]} clean and {images[32]} attacked")
    table += f"\nImages of JSRT's even fold: {'; '.join(counts)}."
    readme = ROOT / "README.md"
    start, end = "<!-- results -->\n", "\n<!-- end of results -->"
    text = readme.read_text()
    before, rest = text.split(start)
    readme.write_text(before + start + table + end + rest.split(end)[1])


if __name__ == "__main__":
    main()
