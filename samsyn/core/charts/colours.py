"""The colours of charts; contrasts are measured in the design document, section 3 and 8."""

TEXT = "#1E2E2F"
WEAK = "#415052"
WHITE = "#FFFFFF"
DEEP = "#0F3A42"
LINE = "#C3CCCB"
LINE_WEAK = "#DDE4E2"
TRACK = "#E6EDEB"
CONTROL = "#5C6B69"
VATTEN = "#0B5A6B"
PROGRESS = "#1F7280"
BAND_95 = "#D3E3E4"
BAND_998 = "#EAF1F1"

# Answers. A is orange and nothing else is; EK has its hatch, EA its edge.
DEVIATION = "#C4501B"
COMPLIANT = "#2F7F86"
HATCH = "#8C9A98"
EDGE = "#6C7A79"

# At most five series in one drawing; beyond that small multiples.
SERIES = ("#0B5A6B", "#B84A16", "#A45C93", "#5B8C3E", "#B38300")

# The map's six steps (0, 1-24, 25-49, 50-74, 75-99, 100 %) with the text on each.
STEPS = (
    ("#FFFFFF", "#10343A"),
    ("#DCEBED", "#10343A"),
    ("#A9CDD3", "#0A2226"),
    ("#5FA0AB", "#0A2226"),
    ("#1F7280", "#FFFFFF"),
    ("#0B4652", "#FFFFFF"),
)
LAKE, LAKE_TEXT, ISLAND = "#CFE3EA", "#124453", "#F2F6F5"
