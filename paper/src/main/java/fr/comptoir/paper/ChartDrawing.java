package fr.comptoir.paper;

import fr.comptoir.paper.Document.Bar;
import fr.comptoir.paper.Document.Chart;
import fr.comptoir.paper.Structure.Element;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bars from zero on a scale of round numbers, in one colour, with what they say in words beside. */
final class ChartDrawing {
    static final float HEIGHT = 138;

    private static final float SIZE = Look.SMALL;
    private static final float ABOVE = 12;
    private static final float BELOW = 14;
    private static final float SCALE = 46;
    private static final int TICKS = 4;

    private final Chart chart;
    private final Faces faces;
    private final Messages messages;

    ChartDrawing(Chart chart, Faces faces, Messages messages) {
        this.chart = chart;
        this.faces = faces;
        this.messages = messages;
    }

    void draw(Sheets sheets, Element parent) throws IOException {
        Page page = sheets.page();
        float top = sheets.y();
        float bottom = page.height() - top - HEIGHT;
        Element figure = parent.add("Figure")
                .alternative(words())
                .attributes(Structure.box(sheets.left(), bottom, sheets.left() + sheets.width(), bottom + HEIGHT));
        page.begin(figure, "");
        long largest = chart.bars().stream().mapToLong(Bar::height).max().orElse(0);
        long step = step(largest);
        long scale = Math.max(1, (largest + step - 1) / step) * step;
        drawScale(page, sheets.left(), top, sheets.width(), step, scale);
        drawBars(page, sheets.left() + SCALE, top, sheets.width() - SCALE, scale);
        page.end();
        sheets.down(HEIGHT);
    }

    /** The same as a sentence. */
    private String words() {
        List<String> bars = chart.bars().stream()
                .map(bar -> messages.text("chart.bar", bar.fullLabel(), inWords(bar.value())))
                .toList();
        return messages.text("chart.alt", chart.title(), String.join(messages.text("chart.separator"), bars));
    }

    private String inWords(@Nullable Long value) {
        return value == null
                ? messages.text("chart.unknown")
                : messages.language().number(value);
    }

    /** The distance of the lines: 1, 2, 2.5 or 5 with zeros, so that there are at most four beside zero; always whole. */
    static long step(long largest) {
        long power = 1;
        while (power * 10 * TICKS < largest) {
            power *= 10;
        }
        for (long halves : new long[] {2, 4, 5, 10}) {
            long step = halves * power / 2;
            if (step * 2 == halves * power && step * TICKS >= largest) {
                return step;
            }
        }
        return 10 * power;
    }

    private void drawScale(Page page, float left, float top, float width, long step, long scale) throws IOException {
        for (long value = 0; value <= scale; value += step) {
            float y = y(top, value, scale);
            page.rectangle(value == 0 ? Look.QUIET : Look.RULE, left + SCALE, y, width - SCALE, 0.4f);
            String label = messages.language().number(value);
            float x = left + SCALE - 5 - faces.plain().width(label, SIZE);
            page.text(faces.plain(), SIZE, Look.QUIET, x, y + SIZE * 0.35f, label);
        }
    }

    private void drawBars(Page page, float left, float top, float width, long scale) throws IOException {
        float each = width / Math.max(1, chart.bars().size());
        float thick = Math.min(each * 0.62f, 42);
        boolean told = valuesFit(each);
        for (int i = 0; i < chart.bars().size(); i++) {
            Bar bar = chart.bars().get(i);
            float middle = left + each * (i + 0.5f);
            if (bar.value() != null) {
                float y = y(top, bar.height(), scale);
                page.rectangle(Look.ACCENT, middle - thick / 2, y, thick, y(top, 0, scale) - y);
                if (told) {
                    centred(page, Look.INK, middle, y - 3, messages.language().number(bar.height()));
                }
            }
            if (faces.plain().width(bar.label(), SIZE) <= each || i % labelEach(each) == 0) {
                centred(page, Look.INK, middle, top + HEIGHT - BELOW + 11, bar.label());
            }
        }
    }

    private boolean valuesFit(float each) throws IOException {
        for (Bar bar : chart.bars()) {
            if (faces.plain().width(messages.language().number(bar.height()), SIZE) > each - 2) {
                return false;
            }
        }
        return true;
    }

    /** Every how many bars a label has room. */
    private int labelEach(float each) throws IOException {
        float widest = 0;
        for (Bar bar : chart.bars()) {
            widest = Math.max(widest, faces.plain().width(bar.label(), SIZE) + 4);
        }
        return Math.max(1, (int) Math.ceil(widest / each));
    }

    /** On white, so that no line of the scale runs through it. */
    private void centred(Page page, int colour, float middle, float baseline, String text) throws IOException {
        float width = faces.plain().width(text, SIZE);
        page.rectangle(Look.WHITE, middle - width / 2 - 1, baseline - SIZE * 0.75f, width + 2, SIZE * 0.8f);
        page.text(faces.plain(), SIZE, colour, middle - width / 2, baseline, text);
    }

    private static float y(float top, long value, long scale) {
        float height = HEIGHT - ABOVE - BELOW;
        return top + ABOVE + height - height * value / scale;
    }
}
