"""A Word file's text made into what a clause can hold: plain tables, pictures on lines of their own, no empty anchors."""

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement


def tidy(soup: BeautifulSoup) -> dict[str, int]:
    """Changes the text in place; returns what was moved: `tables` out of tables, `pictures` out of tables and lists."""
    moved = {"tables": 0, "pictures": 0}
    _anchors(soup)
    for table in soup.find_all("table"):
        if table.find_parent("table") is None:
            _out_of_table(table, moved)
    for table in soup.find_all("table"):
        _plain_table(soup, table)
    for node in list(soup.find_all(recursive=False)):
        if node.name in {"ul", "ol"}:
            moved["pictures"] += _pictures_after(node)
        elif node.name == "p" and node.find("img"):
            _split(soup, node)
    for picture in soup.find_all("img"):
        if picture.parent is soup:
            picture.wrap(soup.new_tag("figure"))
    _captions(soup)
    return moved


def _anchors(soup: BeautifulSoup) -> None:
    for anchor in soup.find_all("a"):
        address = str(anchor.get("href") or "")
        if not address or (address.startswith("#") and not address.startswith(("#footnote-", "#endnote-"))):  # fmt: skip
            anchor.unwrap()
    for box in soup.find_all("input"):
        box.replace_with("☒ " if box.has_attr("checked") else "☐ ")


def _out_of_table(table: Tag, moved: dict[str, int]) -> None:
    """What a plain table cannot hold stands after it; a table of one cell is a frame around text."""
    inner = [found for found in table.find_all("table") if found.find_parent("table") is table]
    at: PageElement = table
    for found in inner:
        moved["tables"] += 1
        at.insert_after(found.extract())
        at = found
        _out_of_table(found, moved)
    cells = table.find_all(["td", "th"])
    if len(cells) == 1:
        for child in list(cells[0].contents):
            table.insert_before(child.extract())
        table.decompose()
        return
    moved["pictures"] += _pictures_after(table)


def _pictures_after(node: Tag) -> int:
    at: PageElement = node
    pictures = node.find_all("img")
    for picture in pictures:
        at.insert_after(picture.extract())
        at = picture
    return len(pictures)


def _plain_table(soup: BeautifulSoup, table: Tag) -> None:
    """Every row as wide as the table, words alone in the cells, addresses of links written out."""
    grid: dict[tuple[int, int], str] = {}
    rows = table.find_all("tr")
    for y, row in enumerate(rows):
        x = 0
        for cell in row.find_all(["td", "th"]):
            while (y, x) in grid:
                x += 1
            wide, high = _span(cell, "colspan"), _span(cell, "rowspan")
            for down in range(min(high, len(rows) - y)):
                for right in range(wide):
                    grid[(y + down, x + right)] = ""
            grid[(y, x)] = _words(cell)
            x += wide
    width = max((x for _y, x in grid), default=-1) + 1
    table.clear()
    for y in range(len(rows)):
        row = soup.new_tag("tr")
        table.append(row)
        for x in range(width):
            cell = soup.new_tag("th" if y == 0 else "td")
            row.append(cell)
            for place, line in enumerate(grid.get((y, x), "").split("\n")):
                if place:
                    cell.append(soup.new_tag("br"))
                cell.append(NavigableString(line))


def _span(cell: Tag, name: str) -> int:
    said = str(cell.get(name, "1"))
    return max(1, min(int(said), 60)) if said.isdecimal() else 1


def _words(cell: Tag) -> str:
    for link in cell.find_all("a"):
        address = str(link.get("href", ""))
        if not address.startswith("#") and address not in link.get_text():
            link.append(f" ({address})")
    for item in cell.find_all("li"):
        item.insert(0, "– ")
    for line in cell.find_all("br"):
        line.replace_with("\n")
    for block in cell.find_all(["p", "li", "h1", "h2", "h3", "h4", "h5", "h6"]):
        block.append("\n")
    lines = (" ".join(line.split()) for line in cell.get_text().split("\n"))
    return "\n".join(line for line in lines if line)


def _split(soup: BeautifulSoup, paragraph: Tag) -> None:
    """Words before and after a picture stay before and after it."""
    for picture in paragraph.find_all("img"):
        while picture.parent is not paragraph:
            assert isinstance(picture.parent, Tag)
            picture.parent.insert_after(picture.extract())
        before = soup.new_tag("p")
        for child in list(picture.previous_siblings)[::-1]:
            before.append(child.extract())
        if before.get_text(strip=True):
            paragraph.insert_before(before)
        paragraph.insert_before(picture.extract())
    if not paragraph.get_text(strip=True):
        paragraph.decompose()


def _captions(soup: BeautifulSoup) -> None:
    """A caption belongs to the picture above it, or to the table beside it."""
    for words in soup.find_all("p", class_="caption", recursive=False):
        del words["class"]
        above, below = words.find_previous_sibling(), words.find_next_sibling()
        if isinstance(above, Tag) and above.name == "figure" and not above.find("figcaption"):
            words.name = "figcaption"
            above.append(words.extract())
            continue
        for table in (below, above):
            if isinstance(table, Tag) and table.name == "table" and not table.find("caption"):
                words.name = "caption"
                table.insert(0, words.extract())
                break
