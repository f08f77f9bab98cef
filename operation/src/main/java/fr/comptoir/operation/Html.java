package fr.comptoir.operation;

import java.util.List;

/** A page of HTML that stands alone: no scripts, nothing from elsewhere, headings in order, tables with captions. Not thread-safe. */
final class Html {
    private static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1a1a1a; background: #fff }
            table { border-collapse: collapse; width: 100%; margin: 1rem 0 2rem }
            caption { text-align: left; font-weight: 600; padding: .3rem 0 }
            th, td { text-align: left; vertical-align: top; padding: .35rem .6rem; border-bottom: 1px solid #767676 }
            code { overflow-wrap: anywhere }
            """;

    private final StringBuilder text = new StringBuilder();

    Html(String language, String title) {
        text.append("<!DOCTYPE html>\n<html lang=\"")
                .append(language)
                .append("\">\n<head>\n<meta charset=\"utf-8\">\n");
        text.append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(escape(title));
        text.append("</title>\n<style>\n").append(STYLE).append("</style>\n</head>\n<body>\n<main>\n<h1>");
        text.append(escape(title)).append("</h1>\n");
    }

    void heading(String words) {
        text.append("<h2>").append(escape(words)).append("</h2>\n");
    }

    void paragraph(String words) {
        text.append("<p>").append(escape(words)).append("</p>\n");
    }

    void list(List<String> lines) {
        text.append("<ul>\n");
        lines.forEach(line -> text.append("<li>").append(escape(line)).append("</li>\n"));
        text.append("</ul>\n");
    }

    /** The first cell of each row is its heading. */
    void table(String caption, List<String> headings, List<List<String>> rows) {
        text.append("<table>\n<caption>").append(escape(caption)).append("</caption>\n<thead><tr>");
        headings.forEach(heading ->
                text.append("<th scope=\"col\">").append(escape(heading)).append("</th>"));
        text.append("</tr></thead>\n<tbody>\n");
        for (List<String> row : rows) {
            text.append("<tr><th scope=\"row\">").append(escape(row.get(0))).append("</th>");
            row.stream()
                    .skip(1)
                    .forEach(cell -> text.append("<td>").append(escape(cell)).append("</td>"));
            text.append("</tr>\n");
        }
        text.append("</tbody>\n</table>\n");
    }

    /** The whole page. */
    String page() {
        return text + "</main>\n</body>\n</html>\n";
    }

    private static String escape(String words) {
        return words.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
