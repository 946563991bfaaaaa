"""The network that reads mentions: two bidirectional GRU layers over words and their places in the tree."""

import torch
import torch.nn as nn
import torch.nn.functional as F

BUCKETS = 5000
NAMES = 32
# Columns of a word's rows.
WORD, FORM, AFFIXES, NAME, FINE, RELATION = 0, 1, slice(2, 6), 6, 7, 8


def leaky(x):
    return F.leaky_relu(x, 0.1)


class Net(nn.Module):
    def __init__(self, vectors, forms, fine, relations, senses, kinds, proper=(), unseen=0.2, form=16, affix=10, hidden=64, read=96, edge=48, layers=2, drop=0.4):
        super().__init__()
        self.vector = nn.Embedding.from_pretrained(torch.tensor(vectors), freeze=True)
        self.register_buffer("proper", torch.tensor(proper, dtype=torch.long), persistent=False)
        self.unseen = unseen
        size = vectors.shape[1]
        self.form = nn.Embedding(forms + 2, form)
        self.affix = nn.ModuleList([nn.Embedding(BUCKETS, affix) for _ in range(4)])
        self.names = nn.Embedding(NAMES, 16)
        self.senses = nn.EmbeddingBag(senses + 1, 24, mode="sum", padding_idx=senses)
        self.fine = nn.Embedding(fine + 1, 16)
        self.relation = nn.Embedding(relations + 1, 16)
        self.governor = nn.Linear(size, 24, bias=False)
        for table in [self.form, *self.affix, self.names, self.fine, self.relation]:
            nn.init.normal_(table.weight, std=0.5)
        with torch.no_grad():
            self.senses.weight.normal_(std=0.5)
            self.senses.weight[senses] = 0
        # The word, then its marker's and its determiner's form, its governor's vector and tag.
        width = size + form + 4 * affix + 16 + 24 + 16 + 16 + 2 * form + 24 + 16
        self.gru = nn.GRU(width, hidden, layers, batch_first=True, bidirectional=True, dropout=drop if layers > 1 else 0)
        out = 2 * hidden
        self.own, self.above, self.beyond = nn.Linear(out, read), nn.Linear(out, read, bias=False), nn.Linear(out, read, bias=False)
        self.kind = nn.Linear(read, kinds)
        codes = 3 * (relations + 3)
        self.edges = nn.ModuleDict({side: nn.ModuleDict({
            "head": nn.Linear(out, edge), "at": nn.Linear(out, edge, bias=False), "next": nn.Linear(out, edge, bias=False),
            "code": nn.Embedding(codes, edge), "after": nn.Embedding(codes + 1, edge), "far": nn.Embedding(16, edge),
            "score": nn.Linear(edge, 1)}) for side in ("right", "left")})
        for side in self.edges.values():
            for name in ("code", "after", "far"):
                nn.init.normal_(side[name].weight, std=0.3)
        self.drop = nn.Dropout(drop)

    def encode(self, x, senses, links, lengths):
        """States of the words; x: batch, words, rows; links: governor, marker, determiner, -1 where there is none."""
        word, form = x[..., WORD], x[..., FORM]
        if self.training:
            form = torch.where(torch.rand(form.shape) < 0.25, 1, form)
            # Names are learned as if never seen, the more often, since most that will come are new.
            unseen = torch.where(torch.isin(x[..., FINE], self.proper), self.unseen, 0.05)
            word = torch.where(torch.rand(word.shape) < unseen, 1, word)
        vector, forms, fine = self.vector(word), self.form(form), self.fine(x[..., FINE])

        def of(values, link):
            there = (link >= 0).unsqueeze(-1)
            return torch.gather(values, 1, link.clamp(min=0).unsqueeze(-1).expand(-1, -1, values.shape[-1])) * there

        bags = self.senses(senses.flatten(0, 1)).view(*senses.shape[:2], -1)
        if self.training:
            bags = bags * (torch.rand(*senses.shape[:2], 1) > 0.1)
        parts = [vector, forms, *[table(x[..., 2 + i]) for i, table in enumerate(self.affix)], self.names(x[..., NAME]),
                 bags, fine, self.relation(x[..., RELATION]),
                 of(forms, links[..., 1]), of(forms, links[..., 2]), of(self.governor(vector), links[..., 0]), of(fine, links[..., 0])]
        words = self.drop(torch.cat(parts, -1))
        packed = nn.utils.rnn.pack_padded_sequence(words, lengths, batch_first=True, enforce_sorted=False)
        states, _ = nn.utils.rnn.pad_packed_sequence(self.gru(packed)[0], batch_first=True)
        return self.drop(states)

    def kinds(self, states, links):
        above = links[..., 0]
        beyond = torch.where(above >= 0, torch.gather(above, 1, above.clamp(min=0)), above)

        def of(values, link):
            return torch.gather(values, 1, link.clamp(min=0).unsqueeze(-1).expand(-1, -1, values.shape[-1])) * (link >= 0).unsqueeze(-1)

        hidden = self.own(states) + of(self.above(states), above) + of(self.beyond(states), beyond)
        return self.kind(self.drop(leaky(hidden)))

    def edge(self, name, states, sentence, head, codes, mask):
        """Scores of where a mention ends (right) or begins (left); codes: heads, steps away from the head."""
        side = self.edges[name]
        steps = torch.arange(codes.shape[1])
        way = 1 if name == "right" else -1
        longest = states.shape[1]
        at = (head.unsqueeze(1) + way * steps).clamp(0, longest - 1)
        after = head.unsqueeze(1) + way * (steps + 1)
        inside = torch.cat([mask[:, 1:], torch.zeros(mask.shape[0], 1, dtype=torch.bool)], 1)
        following = torch.cat([codes[:, 1:], torch.zeros_like(codes[:, :1])], 1)
        following = torch.where(inside, following, side["after"].num_embeddings - 1)
        around = side["next"](states)[sentence.unsqueeze(1), after.clamp(0, longest - 1)] * inside.unsqueeze(-1)
        hidden = (side["head"](states)[sentence, head].unsqueeze(1) + side["at"](states)[sentence.unsqueeze(1), at] + around
                  + side["code"](codes) + side["after"](following) + side["far"](far(steps)))
        scores = side["score"](self.drop(leaky(hidden))).squeeze(-1)
        return scores.masked_fill(~mask, -1e9)


def far(steps):
    """Distances by sixteen: single ones first, then ever wider."""
    return torch.where(steps < 8, steps, (8 + torch.floor(torch.log2((steps.clamp(min=8)) / 8) * 2)).long()).clamp(max=15)
