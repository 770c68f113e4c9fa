"""Asks irrCAC 0.4.4 and keeps its answers: `pip install irrCAC==0.4.4` elsewhere, then `python irrcac.py`."""

import json
import random
import warnings
from pathlib import Path

ANSWERS = ["UA", "A", "EK"]
FLEISS = """00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031
00501 30012 51000 02040 10203 00006 01050 02013 20040 10041 05010 40002 02040 10500 00006"""


def asked() -> list[tuple[str, list[list[str | None]], list[str]]]:
    fleiss = [
        [str(kind) for kind, number in enumerate(row) for _ in range(int(number))]
        for row in FLEISS.split()
    ]
    found = [("fleiss", fleiss, list("01234"))]
    dice = random.Random(2014)
    while len(found) < 21:
        raters = dice.randint(3, 13)
        weights = [dice.random() for _ in range(4)]
        ratings = [
            dice.choices([None, *ANSWERS], weights, k=raters) for _ in range(dice.randint(3, 10))
        ]
        ratings = [item for item in ratings if any(item)]
        used = {a for item in ratings for a in item if a is not None}
        if len(used) > 1 and any(sum(a is not None for a in item) > 1 for item in ratings):
            found.append((f"wild{len(found)}", ratings, ANSWERS))
    return found


def main() -> None:
    import numpy as np
    import pandas as pd
    from irrCAC.raw import CAC

    warnings.simplefilter("ignore")
    kept = []
    for name, ratings, categories in asked():
        frame = pd.DataFrame([[a if a is not None else np.nan for a in i] for i in ratings])
        for scale, weights in (("nominal", "identity"), ("ordinal", "ordinal")):
            answer = CAC(frame, weights=weights, categories=categories, digits=10).gwet()["est"]
            kept.append(
                {
                    "name": name,
                    "scale": scale,
                    "categories": categories,
                    "ratings": ratings,
                    "raw": float(answer["pa"]),
                    "ac": float(answer["coefficient_value"]),
                }
            )
    Path(__file__).with_name("irrcac.json").write_text(json.dumps(kept) + "\n")


if __name__ == "__main__":
    main()
