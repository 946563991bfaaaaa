"""Trains one network of the reader of mentions: which words head one, of what kind it is, where it begins and ends.

    python3 scripts/train/mentions/train.py ROWS --save WEIGHTS [--epochs 16]

ROWS is what rows.ts wrote of train, and --dev what it wrote of dev. Deterministic for one thread and a seed.
"""

import argparse
import json
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

from net import Net

parser = argparse.ArgumentParser()
parser.add_argument("train")
parser.add_argument("--dev", default="", help="rows to be measured on at the end")
parser.add_argument("--parser", default="data/models/parser")
parser.add_argument("--epochs", type=int, default=16)
parser.add_argument("--hold", type=int, default=8, help="one of so many documents is held out; 0: none")
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--hidden", type=int, default=64)
parser.add_argument("--drop", type=float, default=0.4)
parser.add_argument("--form", type=int, default=16, help="numbers of a form")
parser.add_argument("--affix", type=int, default=10, help="numbers of a prefix, a suffix, a shape")
parser.add_argument("--unseen", type=float, default=0.2, help="share of proper nouns learned as if never seen")
parser.add_argument("--save", default="")
options = parser.parse_args()
torch.set_num_threads(1)
torch.manual_seed(options.seed)
random.seed(options.seed)

SENSES = 2 * 26
KINDS = ["", "abstract", "animal", "event", "object", "organization", "person", "place", "plant", "substance", "time"]
THREE = {"person", "organization", "place"}
WORST = 60


def read(path):
    with open(path, encoding="utf8") as file:
        return [json.loads(line) for line in file]


def table(card, blob, name):
    entry = next(one for one in card["arrays"] if one["name"] == name)
    rows, width = entry["shape"]
    scales = np.frombuffer(blob, np.float32, rows, entry["at"])
    cells = np.frombuffer(blob, np.int8, rows * width, entry["at"] + 4 * rows).reshape(rows, width)
    return cells * scales[:, None]


class Row:
    def __init__(self, sentence):
        self.sentence = sentence
        self.n = len(sentence["rows"])
        self.x = np.array(sentence["rows"], np.int64)
        self.senses = np.full((self.n, 4), SENSES)
        for i, senses in enumerate(sentence["senses"]):
            self.senses[i, : len(senses)] = senses
        self.links = np.array(sentence["links"], np.int64)
        self.kind = np.zeros(self.n, np.int64)
        spans = {}
        for first, last, head, kind in sentence["gold"]:
            # Of two mentions with one head the shorter: the other is a coordination.
            if head not in spans or last - first < spans[head][1] - spans[head][0]:
                spans[head] = (first, last)
                self.kind[head] = KINDS.index(kind) if kind in KINDS else 1
        self.spans = spans
        self.gold = {(kind, first, last) for first, last, _, kind in sentence["gold"] if kind in THREE}
        self.heads = {(kind, head) for _, _, head, kind in sentence["gold"] if kind in THREE}


def batches(rows, size, shuffle):
    order = sorted(range(len(rows)), key=lambda i: rows[i].n + (random.random() * 3 if shuffle else 0))
    out, current, longest = [], [], 0
    for i in order:
        if current and max(longest, rows[i].n) * (len(current) + 1) > size:
            out.append(current)
            current, longest = [], 0
        current.append(i)
        longest = max(longest, rows[i].n)
    out.append(current)
    if shuffle:
        random.shuffle(out)
    return out


def pack(rows):
    longest = max(row.n for row in rows)
    x = np.zeros((len(rows), longest, rows[0].x.shape[1]), np.int64)
    senses = np.full((len(rows), longest, 4), SENSES)
    links = np.full((len(rows), longest, 3), -1)
    kind = np.full((len(rows), longest), -100)
    for k, row in enumerate(rows):
        x[k, : row.n], senses[k, : row.n], links[k, : row.n], kind[k, : row.n] = row.x, row.senses, row.links, row.kind
    return torch.tensor(x), torch.tensor(senses), torch.tensor(links), torch.tensor([row.n for row in rows]), torch.tensor(kind)


def edges(rows, heads, side):
    """Sentence, head, codes and mask of heads, each a pair of places."""
    lists = [rows[k].sentence[side][h] for k, h in heads]
    longest = max(map(len, lists))
    codes = np.zeros((len(lists), longest), np.int64)
    mask = np.zeros((len(lists), longest), bool)
    for i, one in enumerate(lists):
        codes[i, : len(one)], mask[i, : len(one)] = one, True
    return torch.tensor([k for k, _ in heads]), torch.tensor([h for _, h in heads]), torch.tensor(codes), torch.tensor(mask)


def predict(nets, rows):
    """Log-odds of kinds for each word, and the reach of each word likely to head a mention."""
    out = [None] * len(rows)
    with torch.no_grad():
        for batch in batches(rows, 3000, False):
            some = [rows[i] for i in batch]
            x, senses, links, lengths, _ = pack(some)
            states = [net.encode(x, senses, links, lengths) for net in nets]
            scores = sum(F.log_softmax(net.kinds(state, links), -1) for net, state in zip(nets, states)) / len(nets)
            likely = scores[..., 0] < np.log(0.9)
            heads = [(k, h) for k, row in enumerate(some) for h in range(row.n) if likely[k, h]]
            for k, i in enumerate(batch):
                out[i] = (scores[k, : rows[i].n].numpy(), {})
            if not heads:
                continue
            for side in ("right", "left"):
                sentence, head, codes, mask = edges(some, heads, side)
                best = sum(net.edge(side, state, sentence, head, codes, mask) for net, state in zip(nets, states)).argmax(1).tolist()
                for (k, h), far in zip(heads, best):
                    out[batch[k]][1].setdefault(h, []).append(far)
    return out


def f1(right, gold, found):
    return round(2 * right / max(1, gold + found), 4)


def evaluate(nets, rows):
    """F1 of persons, organizations and places by spans and by heads, and the share of spans drawn right for right heads."""
    for net in nets:
        net.eval()
    counts = {}
    for row, (scores, reach) in zip(rows, predict(nets, rows)):
        spans, heads = set(), set()
        for h in range(row.n):
            best = int(scores[h, 1:].argmax()) + 1
            if np.log(np.exp(scores[h, 1:]).sum()) - scores[h, 0] <= 0 or h not in reach:
                continue
            right, left = reach[h]
            if KINDS[best] in THREE:
                spans.add((KINDS[best], h - left, h + right))
                heads.add((KINDS[best], h))
        for name, gold, found in (("spans", row.gold, spans), ("heads", row.heads, heads)):
            for kind in THREE:
                c = counts.setdefault((name, kind), [0, 0, 0])
                g, f = {one for one in gold if one[0] == kind}, {one for one in found if one[0] == kind}
                for i, value in enumerate((len(g & f), len(g), len(f))):
                    c[i] += value
        # Spans of gold heads alone.
        c = counts.setdefault(("drawn", "all"), [0, 0, 0])
        for h, (first, last) in row.spans.items():
            if h in reach and KINDS[row.kind[h]] in THREE:
                c[0] += (h - reach[h][1], h + reach[h][0]) == (first, last)
                c[1] += 1
                c[2] += 1
    for net in nets:
        net.train()
    out = {}
    for name in ("spans", "heads"):
        for kind in sorted(THREE):
            out[f"{name} {kind[:3]}"] = f1(*counts[name, kind])
        out[name] = f1(*np.sum([counts[name, kind] for kind in THREE], 0))
    out["drawn"] = f1(*counts["drawn", "all"])
    return out


def main():
    with open(options.parser + ".json", encoding="utf8") as file:
        card = json.load(file)
    with open(options.parser + ".bin", "rb") as file:
        blob = file.read()
    vectors = table(card, blob, "vector").astype(np.float32)
    train = [Row(one) for one in read(options.train)]
    names = sorted({row.sentence["document"] for row in train})
    held = {name for i, name in enumerate(names) if options.hold and i % options.hold == 3}
    tune = [row for row in train if row.sentence["document"] in held]
    train = [row for row in train if row.sentence["document"] not in held]
    print(len(train), "sentences", sum(row.n for row in train), "words; held", len(held), "documents", flush=True)
    proper = [card["fine"].index(tag) + 1 for tag in ("NNP", "NNPS")]
    net = Net(vectors, len(card["forms"]), len(card["fine"]), len(card["labels"]), SENSES, len(KINDS), proper,
              options.unseen, options.form, options.affix, options.hidden, drop=options.drop)
    print(sum(p.numel() for p in net.parameters() if p.requires_grad), "weights", flush=True)
    mean = torch.optim.swa_utils.AveragedModel(net, avg_fn=lambda old, new, _: old + 0.003 * (new - old))
    optimizer = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=3e-3, betas=(0.9, 0.95), weight_decay=1e-3)
    scores = {}
    total, step, begun = len(batches(train, 1000, False)) * options.epochs, 0, time.time()
    for epoch in range(1, options.epochs + 1):
        losses = np.zeros(3)
        for batch in batches(train, 1000, True):
            rate = 3e-3 * max(0.01, min(1, (1 - step / total) * 1.6)) * min(1, step / 100 + 0.05)
            for group in optimizer.param_groups:
                group["lr"] = rate
            rows = [train[i] for i in batch]
            x, senses, links, lengths, kind = pack(rows)
            states = net.encode(x, senses, links, lengths)
            parts = [F.cross_entropy(net.kinds(states, links).flatten(0, 1), kind.flatten(), label_smoothing=0.03)]
            heads = [(k, h) for k, row in enumerate(rows) for h, (first, last) in row.spans.items() if h - first < WORST and last - h < WORST]
            if heads:
                for side in ("right", "left"):
                    goal = torch.tensor([rows[k].spans[h][1] - h if side == "right" else h - rows[k].spans[h][0] for k, h in heads])
                    parts.append(0.5 * F.cross_entropy(net.edge(side, states, *edges(rows, heads, side)), goal))
            loss = sum(parts)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
            optimizer.step()
            if step >= 200:
                mean.update_parameters(net)
            step += 1
            losses[: len(parts)] += [float(part) for part in parts]
        print(f"epoch {epoch} loss {(losses / total * options.epochs).round(3)} after {(time.time() - begun) / 60:.1f} min", flush=True)
        if tune and (epoch % 5 == 0 or epoch == options.epochs):
            scores = evaluate([mean.module], tune)
            print("  held out", scores, flush=True)
    if options.dev:
        print("  dev", evaluate([mean.module], [Row(one) for one in read(options.dev)]), flush=True)
    if options.save:
        card = {"seed": options.seed, "epochs": options.epochs, "hidden": options.hidden, "dropout": options.drop,
                "unseen": options.unseen, "held out": scores}
        torch.save({"weights": mean.module.state_dict(), "kinds": KINDS, "card": card}, options.save)


if __name__ == "__main__":
    main()
