"""The parser's network: two bidirectional GRU layers over word features, heads for tags, labels, arcs and transitions."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from data import BUCKETS

NAMES = 32
NAME_SIZE = 24


class Net(nn.Module):
    def __init__(self, vectors, forms, tags, fine, labels, kinds, size=64, hidden=64, arc=64, label=96):
        super().__init__()
        table = torch.cat([torch.zeros(2, vectors.shape[1]), torch.tensor(vectors)])
        self.vector = nn.Embedding.from_pretrained(table, freeze=True)
        self.project = nn.Linear(vectors.shape[1], size, bias=False)
        self.form = nn.Embedding(forms + 2, size)
        self.affix = nn.ModuleList([nn.Embedding(BUCKETS, size // 2) for _ in range(4)])
        self.names = nn.Embedding(NAMES, NAME_SIZE)
        for embedding in [self.form, *self.affix, self.names]:
            nn.init.normal_(embedding.weight, std=0.5)
        width = 4 * size + NAME_SIZE
        self.root = nn.Parameter(torch.zeros(1, 1, width))
        self.gru = nn.GRU(width, hidden, 2, batch_first=True, bidirectional=True, dropout=0.2)
        out = 2 * hidden
        self.tag, self.fine = nn.Linear(out, tags), nn.Linear(out, fine)
        self.entity_hidden, self.entity = nn.Linear(out, label), nn.Linear(label, kinds)
        self.label_head, self.label_dependent = nn.Linear(out, label), nn.Linear(out, label)
        self.label = nn.Linear(label, labels)
        self.arc_head, self.arc_dependent = nn.Linear(out, arc), nn.Linear(out, arc)
        self.arc = nn.Parameter(torch.randn(arc + 1, arc) * 0.05)
        self.state, self.none = nn.Linear(out, 5 * arc), nn.Parameter(torch.zeros(5, arc))
        self.action = nn.Linear(arc, 3)
        self.drop = nn.Dropout(0.25)

    def encode(self, x, mask):
        vector, form = x[..., 0], x[..., 1]
        if self.training:
            form = torch.where(torch.rand(form.shape) < 0.15, 1, form)
            vector = torch.where(torch.rand(vector.shape) < 0.05, 1, vector)
        parts = [self.project(self.vector(vector)), self.form(form)]
        parts += [table(x[..., 2 + i]) for i, table in enumerate(self.affix)]
        words = torch.cat([*parts, self.names(x[..., 6])], -1)
        words = self.drop(torch.cat([self.root.expand(words.shape[0], 1, -1), words], 1))
        lengths = mask.sum(1) + 1
        packed = nn.utils.rnn.pack_padded_sequence(words, lengths, batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True)
        return self.drop(states)

    def arcs(self, states, mask):
        """Biaffine arc scores: a help in training only."""
        heads = self.drop(F.leaky_relu(self.arc_head(states), 0.1))
        dependents = self.drop(F.leaky_relu(self.arc_dependent(states[:, 1:]), 0.1))
        ones = torch.ones(*dependents.shape[:2], 1)
        scores = torch.cat([dependents, ones], -1) @ self.arc @ heads.transpose(1, 2)
        known = torch.cat([torch.ones(mask.shape[0], 1, dtype=torch.bool), mask], 1)
        return scores.masked_fill(~known.unsqueeze(1), -1e9)

    def kinds(self, states):
        """Scores of the kinds of mention each word may head."""
        return self.entity(self.drop(F.leaky_relu(self.entity_hidden(states[:, 1:]), 0.1)))

    def labels(self, states, heads):
        chosen = torch.gather(states, 1, heads.unsqueeze(-1).expand(-1, -1, states.shape[-1]))
        hidden = F.leaky_relu(self.label_head(chosen) + self.label_dependent(states[:, 1:]), 0.1)
        return self.label(self.drop(hidden))

    def actions(self, state, sentence, positions):
        """Scores of shift, left and right for configurations of s0, s1, s2, b0, b1 (-1: none)."""
        hidden = 0
        for slot in range(5):
            at = positions[:, slot]
            there = state[sentence, at.clamp(min=0), slot]
            hidden = hidden + torch.where((at >= 0).unsqueeze(-1), there, self.none[slot])
        return self.action(self.drop(F.leaky_relu(hidden, 0.1)))

    def states(self, encoded):
        return self.state(encoded).view(*encoded.shape[:2], 5, -1)
