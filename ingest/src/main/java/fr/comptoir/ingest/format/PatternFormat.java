package fr.comptoir.ingest.format;

import fr.comptoir.ingest.format.Token.Literal;
import fr.comptoir.ingest.format.Token.Value;
import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import fr.comptoir.model.site.SiteConfig;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A format that one pattern describes: Apache's and nginx's. */
final class PatternFormat implements LineFormat {
    private final String pattern;
    private final PatternPlan plan;
    private final ZoneId zone;

    private PatternFormat(String pattern, List<Token> tokens, SiteConfig config) throws InputException {
        this.pattern = pattern;
        this.plan = new PatternPlan(pattern, tokens, config);
        this.zone = config.platform().timeZone();
    }

    static PatternFormat apache(String pattern, SiteConfig config) throws InputException {
        return new PatternFormat(pattern, ApachePattern.parse(pattern), config);
    }

    static PatternFormat nginx(String pattern, SiteConfig config) throws InputException {
        return new PatternFormat(pattern, NginxPattern.parse(pattern), config);
    }

    @Override
    public LineReader newReader() {
        Optional<LineReader> combined = combinedReader();
        return combined.isPresent() ? combined.get() : generalReader();
    }

    /** The reader for any pattern, also where a special one would do. */
    LineReader generalReader() {
        return new PatternReader(plan, zone);
    }

    @Override
    public boolean sequential() {
        return false;
    }

    @Override
    public boolean isDirective(byte[] bytes, int from, int to) {
        return false;
    }

    @Override
    public List<Problem> warnings() {
        return plan.warnings();
    }

    @Override
    public String describe() {
        return pattern;
    }

    /** The special reader, if the pattern has its shape. */
    private Optional<LineReader> combinedReader() {
        Shape shape = new Shape(plan.tokens());
        Value address = shape.value(Meaning.ADDRESS);
        boolean identIsDash = shape.text(" - ");
        if (!identIsDash) {
            shape.text(" ");
            shape.value(Meaning.OPAQUE);
            shape.needText(" ");
        }
        Value user = shape.value(Meaning.USER);
        shape.needText(" [");
        Value time = shape.value(Meaning.TIME);
        shape.needText("] \"");
        Value request = shape.value(Meaning.REQUEST);
        shape.needText("\" ");
        Value status = shape.value(Meaning.STATUS);
        shape.needText(" ");
        shape.value(Meaning.NUMBER);
        List<Fill> quoted = new ArrayList<>();
        boolean first = true;
        while (shape.fits && !shape.atEnd()) {
            shape.needText(first ? " \"" : "\" \"");
            quoted.add(plan.fill(shape.anyQuotable()));
            first = false;
            if (shape.text("\"")) {
                break;
            }
        }
        boolean fits = shape.fits
                && shape.atEnd()
                && time.time() == TimeForms.CLF
                && !plan.addressIsLastOfChain()
                && plan.isChosen(address)
                && plan.isChosen(time)
                && plan.isChosen(request)
                && plan.isChosen(status);
        return fits
                ? Optional.of(new CombinedReader(
                        identIsDash, plan.fill(address), plan.fill(user), quoted.toArray(Fill[]::new), generalReader()))
                : Optional.empty();
    }

    /** Compares tokens with a shape, one after the other. */
    private static final class Shape {
        private static final Value NO_VALUE = new Value("", "", Meaning.OPAQUE, 0);

        private final List<Token> tokens;
        private int at;
        private boolean fits = true;

        Shape(List<Token> tokens) {
            this.tokens = tokens;
        }

        boolean atEnd() {
            return at == tokens.size();
        }

        Value value(Meaning meaning) {
            Value value = anyQuotable();
            fits &= value.meaning() == meaning;
            return value;
        }

        Value anyQuotable() {
            if (!atEnd() && tokens.get(at) instanceof Value value) {
                at++;
                return value;
            }
            fits = false;
            return NO_VALUE;
        }

        /** Whether this text comes next; then it is passed. */
        boolean text(String text) {
            boolean there = !atEnd()
                    && tokens.get(at) instanceof Literal literal
                    && literal.text().equals(text);
            at += there ? 1 : 0;
            return there;
        }

        void needText(String text) {
            fits &= text(text);
        }
    }
}
