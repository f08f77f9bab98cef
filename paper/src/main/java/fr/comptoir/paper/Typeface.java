package fr.comptoir.paper;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.jspecify.annotations.Nullable;

/**
 * A font and the fonts that step in for what it lacks, embedded with the letters that are used. What none of them has is drawn as the
 * replacement character. Not thread-safe.
 */
final class Typeface {
    private static final int REPLACEMENT = 0xFFFD;
    private static final int ASCII = 128;

    /**
     * A letter of a font.
     *
     * @param font its place among the fonts
     * @param code as the page names it
     * @param advance in thousandths of the font's size
     * @param replaced whether it stands for a letter that no font has
     */
    record Glyph(int font, int code, float advance, boolean replaced) {}

    private record Face(PDType0Font font, TrueTypeFont program, CmapLookup letters, String name) {}

    private final List<Face> faces = new ArrayList<>();
    private final @Nullable Glyph[] ascii = new Glyph[ASCII];
    private final Map<Integer, Glyph> others = new HashMap<>();

    /** Loads fonts from the class path and gives them names among the resources of all pages. */
    Typeface(PDDocument document, PDResources resources, String... files) throws IOException {
        for (String file : files) {
            TrueTypeFont program = parse(file);
            PDType0Font font = PDType0Font.load(document, program, true);
            String name = resources.add(font).getName();
            faces.add(new Face(font, program, program.getUnicodeCmapLookup(), name));
        }
    }

    private static TrueTypeFont parse(String file) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IOException("the font " + file + " is not in the program");
            }
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
    }

    /** Puts into the file the letters that were used, and nothing else of the fonts; no letter may be asked after. */
    void embed() throws IOException {
        for (Face face : faces) {
            face.font.subset();
        }
    }

    String name(int font) {
        return faces.get(font).name();
    }

    Glyph glyph(int letter) throws IOException {
        @Nullable Glyph known = letter < ASCII ? ascii[letter] : others.get(letter);
        if (known != null) {
            return known;
        }
        Glyph found = find(letter, false);
        if (found == null) {
            found = find(REPLACEMENT, true);
        }
        if (found == null) {
            throw new IllegalStateException("no font has the replacement character");
        }
        if (letter < ASCII) {
            ascii[letter] = found;
        } else {
            others.put(letter, found);
        }
        return found;
    }

    private @Nullable Glyph find(int letter, boolean replaced) throws IOException {
        for (int i = 0; i < faces.size(); i++) {
            Face face = faces.get(i);
            int code = face.letters.getGlyphId(letter);
            if (code != 0) {
                face.font.addToSubset(letter);
                float advance = face.program.getAdvanceWidth(code) * 1000f / face.program.getUnitsPerEm();
                return new Glyph(i, code, advance, replaced);
            }
        }
        return null;
    }

    /** The width of a text in points; texts are composed first, see {@link VisualOrder#composed}. */
    float width(String text, float size) throws IOException {
        float width = 0;
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            width += glyph(letter).advance();
            i += Character.charCount(letter);
        }
        return width * size / 1000;
    }

    /** Whether every letter of a text is drawn as itself. */
    boolean has(String text) throws IOException {
        for (int i = 0; i < text.length(); ) {
            int letter = text.codePointAt(i);
            if (glyph(letter).replaced()) {
                return false;
            }
            i += Character.charCount(letter);
        }
        return true;
    }
}
