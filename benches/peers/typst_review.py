"""Sets a review with Typst, as often as it is asked to, and says how many milliseconds each took.

python typst_review.py REVIEW.json OUT.pdf FONTS ROUNDS

Typst remembers what it has set; a word that changes every time makes it set the review anew.
"""

import json
import os
import sys
import time

import typst

HEAD = """
#set page(paper: "a4", margin: 25mm, numbering: "1 / 1")
#set text(font: "Source Serif 4", size: 10.5pt, lang: "en")
#set par(justify: true, leading: 0.65em)
#show heading: set text(font: "Inter", weight: 600)
"""


def main(review, out, fonts, rounds):
    with open(review, encoding="utf-8") as file:
        review = json.load(file)
    source = os.path.splitext(out)[0] + ".typ"
    quoted = lambda text: "#" + json.dumps(text, ensure_ascii=False)
    lines = [HEAD, f"= {quoted(review['title'])}"]
    for section in review["sections"]:
        lines.append(f"== {quoted(section['title'])}")
        for point in section["points"]:
            lines.append(f"=== {quoted(point['message'])}\n\n{quoted('ROUND ' + point['text'])}\n")
    body = "\n".join(lines)
    with open(source, "w", encoding="utf-8") as file:
        file.write(body)
    compiler = typst.Compiler(font_paths=[fonts], ignore_system_fonts=True)
    for round_ in range(rounds):
        with open(source, "w", encoding="utf-8") as file:
            file.write(body.replace("ROUND", f"{round_}:"))
        began = time.perf_counter()
        compiler.compile(input=source, output=out)
        print((time.perf_counter() - began) * 1e3)


main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
