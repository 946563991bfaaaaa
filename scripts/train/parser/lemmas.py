"""Writes the lemmas of inflected forms seen in the treebanks: python3 lemmas.py TREEBANK OUT.tsv"""

import glob
import sys
from collections import Counter, defaultdict

treebank, out = sys.argv[1:]
seen = defaultdict(Counter)
for name in [*glob.glob(f"{treebank}/train/*.conllu"), f"{treebank}/ewt/train.conllu"]:
    with open(name, encoding="utf8") as file:
        for line in file:
            cell = line.rstrip("\n").split("\t")
            if len(cell) == 10 and cell[0].isdigit() and cell[1].isalpha() and "Typo=Yes" not in cell[5]:
                seen[cell[1].lower(), cell[3]][cell[2].lower()] += 1
with open(out, "w", encoding="utf8") as file:
    file.write("# Lemmas of inflected forms. Made by scripts/train/parser/lemmas.py from UD English GUM and EWT, CC BY-SA 4.0.\n")
    file.write("form\tpos\tlemma\n")
    for (form, pos), lemmas in sorted(seen.items()):
        lemma = lemmas.most_common(1)[0][0]
        if lemma != form and pos in ("NOUN", "VERB", "AUX", "ADJ", "ADV"):
            file.write(f"{form}\t{pos}\t{lemma}\n")
