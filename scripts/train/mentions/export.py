"""Writes the weights of trained networks as one binary file of 8-bit rows with their scales, and a JSON card.

    python3 scripts/train/mentions/export.py OUT WEIGHTS...
"""

import json
import pathlib
import sys

import torch

sys.path.append(str(pathlib.Path(__file__).parent.parent))
from arrays import write  # noqa: E402

CARD = {
    "what": "which words head a mention of a person, organization, place, date, event or other thing, and where the mention begins and ends",
    "data": "UD English GUM (CC BY and CC BY-SA genres; annotations CC BY 4.0), data/language/senses.tsv (WordNet 3.1, WordNet licence), "
            "data/language/names.tsv, trees and word vectors of data/models/parser (see there)",
    "licence": "CC BY-SA 4.0",
    "script": "scripts/train/mentions/train.py",
    "rebuild": "npm run train mentions",
}


def export(out, files):
    """OUT.bin holds the arrays one after the other, those of the Kth network with "K_" before their names."""
    manifest, blob, trained = [], bytearray(), [torch.load(file) for file in files]
    for k, one in enumerate(trained):
        for name, value in one["weights"].items():
            if name != "vector.weight":
                write(f"{k}_{name.replace('.', '_')}", value.numpy(), manifest, blob)
    with open(out + ".bin", "wb") as file:
        file.write(blob)
    card = {**CARD, "networks": [one["card"] for one in trained]}
    with open(out + ".json", "w", encoding="utf8") as file:
        json.dump({"card": card, "nets": len(trained), "kinds": trained[0]["kinds"], "arrays": manifest}, file, ensure_ascii=False)


if __name__ == "__main__":
    export(sys.argv[1], sys.argv[2:])
