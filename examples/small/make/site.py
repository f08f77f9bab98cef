"""Writes the small site's static files into a folder: python3 site.py FOLDER"""

import io
import struct
import sys
import zipfile
import zlib
from html import escape
from pathlib import Path

PLATFORM = "Rivages"

JOURNALS = {"coast": "Cahiers de la côte", "estuary": "Estuary Letters"}

# item: (journal, title); estuary-9 is online and missing from the catalogue on purpose.
ARTICLES = {
    "coast-1": ("coast", "Le trait de côte en mouvement"),
    "coast-2": ("coast", "Dunes, vents et sables"),
    "coast-3": ("coast", "Les phares éteints"),
    "10.5555/coast.4": ("coast", "Cartographier l’estran"),
    "estuary-1": ("estuary", "Salt wedges in small estuaries"),
    "estuary-2": ("estuary", "An undated tide gauge"),
    "estuary-3": ("estuary", "Mudflats & waders"),
    "estuary-9": ("estuary", "Ahead of the catalogue"),
}

BOOKS = {"tides": "Le livre des marées", "harbours": "Harbours of the West"}

CHAPTERS = {
    "tides-ch1": "Pourquoi la mer monte",
    "tides-ch2": "Coefficients et annuaires",
    "tides-ch3": "Moulins à marée",
    "tides-ch4": "Surcotes et tempêtes",
}


def address(item: str) -> str:
    """The item as one path segment: a DOI keeps its slash percent-encoded."""
    return item.replace("/", "%2F")


def page(title: str, body: str) -> bytes:
    return f"""<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<title>{escape(title)} – {PLATFORM}</title>
<link rel="stylesheet" href="/static/site.css">
<link rel="icon" href="/static/icon.png">
<script src="/static/site.js" defer></script>
</head>
<body>
<header><a href="/"><img src="/static/logo.png" alt="{PLATFORM}" width="16" height="16"></a>
<form action="/search"><input name="q" aria-label="Rechercher"><button>Rechercher</button></form></header>
<main><h1>{escape(title)}</h1>
{body}</main>
</body>
</html>
""".encode()


def links(*pairs: tuple[str, str]) -> str:
    rows = "".join(f'<li><a href="{href}">{escape(text)}</a></li>\n' for href, text in pairs)
    return f"<ul>\n{rows}</ul>\n"


def pdf(title: str) -> bytes:
    """A PDF of one page, its cross-reference table right to the byte."""
    text = title.encode("cp1252", "replace").replace(b"(", b"").replace(b")", b"")
    stream = b"BT /F1 18 Tf 60 760 Td (" + text + b") Tj ET"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    out = io.BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, 1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    table = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    out.writelines(b"%010d 00000 n \n" % offset for offset in offsets)
    out.write(b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, table))
    return out.getvalue()


def epub(title: str) -> bytes:
    """The least that an EPUB reader opens: a type, a container, a package and one chapter."""
    package = f"""<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:identifier id="id">{escape(title)}</dc:identifier>
<dc:title>{escape(title)}</dc:title><dc:language>fr</dc:language></metadata>
<manifest><item id="text" href="text.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="text"/></spine></package>"""
    container = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>
<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
    text = f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>{escape(title)}</title></head><body/></html>'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", container)
        archive.writestr("book.opf", package)
        archive.writestr("text.xhtml", text)
    return out.getvalue()


def png() -> bytes:
    """One grey pixel: enough of a picture for a browser to ask for it."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\x80")) + chunk(b"IEND", b"")


def files() -> dict[str, bytes]:
    out = {
        "robots.txt": b"User-agent: *\nDisallow: /search\n",
        "static/site.css": b"body { font-family: sans-serif; max-width: 40em; margin: auto }\n",
        "static/site.js": b"document.documentElement.dataset.ready = 'yes';\n",
        "static/logo.png": png(),
        "static/icon.png": png(),
        "search.html": page("Recherche", "<p>Rien trouvé, mais bien cherché.</p>\n"),
        "index.html": page(
            PLATFORM,
            links(*((f"/journal/{j}", name) for j, name in JOURNALS.items()))
            + links(*((f"/book/{b}", name) for b, name in BOOKS.items())),
        ),
    }
    for journal, name in JOURNALS.items():
        own = [(f"/article/{address(i)}", title) for i, (j, title) in ARTICLES.items() if j == journal]
        out[f"journal/{journal}.html"] = page(name, links(*own))
    for item, (_, title) in ARTICLES.items():
        at = f"/article/{address(item)}"
        out[f"article/{item}.html"] = page(title, links((f"{at}/fulltext", "Texte intégral"), (f"{at}/pdf", "PDF")))
        out[f"article/{item}/fulltext.html"] = page(title, "<p>" + "La mer. " * 200 + "</p>\n")
        out[f"article/{item}/pdf.pdf"] = pdf(title)
        out[f"tdm/{item}.xml"] = f"<article><title>{escape(title)}</title></article>\n".encode()
    for book, title in BOOKS.items():
        chapters = [(f"/chapter/{c}", name) for c, name in CHAPTERS.items() if c.startswith(book)]
        out[f"book/{book}.html"] = page(title, links((f"/book/{book}.pdf", "PDF"), (f"/book/{book}.epub", "EPUB"), *chapters))
        out[f"book/{book}.pdf"] = pdf(title)
        out[f"book/{book}.epub"] = epub(title)
    for chapter, title in CHAPTERS.items():
        out[f"chapter/{chapter}.html"] = page(title, links((f"/chapter/{chapter}/pdf", "PDF")))
        out[f"chapter/{chapter}/pdf.pdf"] = pdf(title)
    return out


def main(folder: Path) -> None:
    for name, content in files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
