"""Fits the false-alarm rate of a shift to the gains that `null.ts` prints: `python3 scripts/relate/fit.py null.tsv`.

The strongest gain of a history without a shift is taken as Gumbel (the maximum of many), its place a sum of logarithms of
length, acts and scatter, its scale growing with the scatter of kinds; gains below LEAST are only known to be so small.
The strongest flare likewise, of quiet histories in which acts are counted once each, and but for a few are: its place grows
with the logarithm of the length. Prints the constants of src/relate/alarm.ts and the false-alarm rates that they give on the
same histories.
"""
import csv
import math
import random
import sys

LEAST = 11
every = list(csv.DictReader(open(sys.argv[1]), delimiter="\t"))
rows = [r for r in every if float(r["acts"]) >= 8 and r["joined"] == "0"]
data = [
    (
        (1, math.log(float(r["days"]) / 365), math.log(float(r["acts"]) / 100), math.log(float(r["mix"])), math.log(float(r["scatter"]))),
        float(r["gain"]),
        r,
    )
    for r in rows
]


def place(p, x):
    return sum(a * b for a, b in zip(p, x))


def scale(p, x):
    return math.exp(p[5] + p[6] * x[3])


def loss(p):
    total = 0.0
    for x, gain, _ in data:
        s = scale(p, x)
        z = (max(gain, LEAST) - place(p, x)) / s
        total += math.exp(-z) if gain < LEAST else z + math.exp(-z) + math.log(s)
    return total


best = None
for seed in range(2):
    random.seed(seed)
    p = [5.0, 0.5, 0.5, 3.0, 1.0, 1.0, 0.2]
    value, step = loss(p), [1, 0.3, 0.3, 1, 1, 0.2, 0.2]
    for turn in range(2500):
        q = [a + random.gauss(0, s) if random.random() < 0.5 else a for a, s in zip(p, step)]
        other = loss(q)
        if other < value:
            p, value = q, other
        if turn % 200 == 199:
            step = [0.75 * s for s in step]
    if best is None or value < best[0]:
        best = (value, p)
p = best[1]
print("place, days, acts, mix, cluster, log scale, scale by mix:", " ".join(f"{a:.3f}" for a in p))
for level in (0.2, 0.05, 0.01):
    for key in ("cluster", "days", "rate"):
        shares = []
        for value in sorted({r[key] for r in rows}, key=float):
            told = [g >= max(LEAST, place(p, x) - scale(p, x) * math.log(-math.log1p(-level))) for x, g, r in data if r[key] == value]
            shares.append(f"{value}: {sum(told) / len(told):.3f}")
        print(level, key, *shares, sep="  ")

# Flares.
QUIET = 0.1
LEAST_FLARE = 4
flares = [
    (math.log(float(r["days"]) / 365), float(r["flare"]), r)
    for r in every
    if r["joined"] == "1" and float(r["cluster"]) > 1 and float(r["rate"]) <= QUIET
]


def flare_loss(p):
    total, s = 0.0, math.exp(p[2])
    for x, gain, _ in flares:
        z = (max(gain, LEAST_FLARE) - p[0] - p[1] * x) / s
        total += math.exp(-z) if gain < LEAST_FLARE else z + math.exp(-z) + math.log(s)
    return total


random.seed(0)
p = [8.0, 1.0, 0.5]
value, step = flare_loss(p), [1, 0.3, 0.2]
for turn in range(3000):
    q = [a + random.gauss(0, s) for a, s in zip(p, step)]
    other = flare_loss(q)
    if other < value:
        p, value = q, other
    if turn % 200 == 199:
        step = [0.75 * s for s in step]
print("flares: place, days, scale:", f"{p[0]:.3f} {p[1]:.3f} {math.exp(p[2]):.3f}")
for level in (0.2, 0.05, 0.01):
    for key in ("days", "wander", "rate"):
        shares = []
        for v in sorted({r[key] for _, _, r in flares}, key=float):
            told = [g >= p[0] + p[1] * x - math.exp(p[2]) * math.log(-math.log1p(-level)) for x, g, r in flares if r[key] == v]
            shares.append(f"{v}: {sum(told) / len(told):.3f}")
        print(level, key, *shares, sep="  ")
