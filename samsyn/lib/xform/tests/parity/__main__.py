"""The door of the table for other languages: writes it as JSON, and judges what they came to.

`python -m samsyn.lib.xform.tests.parity` writes the cases with their compiled forms; with `judge`, it reads
`[{name, xml}]` on standard input and writes what the server makes of each XML that a client made of a case.
"""

import json
import sys
from dataclasses import asdict

from samsyn.lib.xform.tests.parity.judging import judge_xml
from samsyn.lib.xform.tests.parity.table import MOMENT, table


def main() -> None:
    cases = {case.name: case for case in table()}
    if sys.argv[1:] == ["judge"]:
        judged = {
            made["name"]: judge_xml(cases[made["name"]], made["xml"].encode())
            for made in json.load(sys.stdin)
        }
        json.dump(judged, sys.stdout)
        return
    written = []
    for case in cases.values():
        form = case.compiled()
        labels = {item.name: item.label.get("sv", "") for item in form.items}
        written.append({**asdict(case), "xform": form.xform, "labels": labels})
    json.dump({"moment": MOMENT.isoformat(), "cases": written}, sys.stdout)


main()
