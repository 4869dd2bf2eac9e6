"""Sets a review with ReportLab, as often as it is asked to, and says how many milliseconds each took.

python reportlab_review.py REVIEW.json OUT.pdf FONTS ROUNDS
"""

import json
import sys
import time

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Paragraph, SimpleDocTemplate
from xml.sax.saxutils import escape


def main(review, out, fonts, rounds):
    with open(review, encoding="utf-8") as file:
        review = json.load(file)
    pdfmetrics.registerFont(TTFont("Prose", f"{fonts}/SourceSerif4-Regular.ttf"))
    pdfmetrics.registerFont(TTFont("Ui", f"{fonts}/Inter-SemiBold.ttf"))
    title = ParagraphStyle("title", fontName="Ui", fontSize=20, leading=26, spaceAfter=12)
    heading = ParagraphStyle("heading", fontName="Ui", fontSize=13, leading=18, spaceBefore=14, keepWithNext=1)
    message = ParagraphStyle("message", fontName="Ui", fontSize=10, leading=14, spaceBefore=8, keepWithNext=1)
    text = ParagraphStyle("text", fontName="Prose", fontSize=10.5, leading=15.5, alignment=TA_JUSTIFY)

    def foot(canvas, document):
        canvas.setFont("Ui", 8)
        canvas.drawRightString(A4[0] - 25 * mm, 15 * mm, f"Page {document.page}")

    for _ in range(rounds):
        began = time.perf_counter()
        story = [Paragraph(escape(review["title"]), title)]
        for section in review["sections"]:
            story.append(Paragraph(escape(section["title"]), heading))
            for point in section["points"]:
                story.append(Paragraph(escape(point["message"]), message))
                story.append(Paragraph(escape(point["text"]), text))
        margins = dict(leftMargin=25 * mm, rightMargin=25 * mm, topMargin=25 * mm, bottomMargin=25 * mm)
        document = SimpleDocTemplate(out, pagesize=A4, title=review["title"], **margins)
        document.build(story, onFirstPage=foot, onLaterPages=foot)
        print((time.perf_counter() - began) * 1e3)


main(sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4]))
