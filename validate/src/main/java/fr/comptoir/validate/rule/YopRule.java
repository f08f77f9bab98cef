package fr.comptoir.validate.rule;

import fr.comptoir.model.text.Sentence;
import fr.comptoir.validate.event.Attribute;
import fr.comptoir.validate.event.Layout;
import fr.comptoir.validate.event.Places;
import fr.comptoir.validate.event.UsageRow;
import fr.comptoir.validate.finding.Findings;
import fr.comptoir.validate.finding.Kind;
import java.util.regex.Pattern;

/** YOP is a year of four digits from 0001 to 9999; 0001 is unknown, 9999 in press (CoP 5.1, section 3.3.7). */
final class YopRule extends BodyRule {
    private static final Kind YOP = Kind.critical("yop", "3.3.7");
    private static final Kind DIGITS = Kind.error("yop-digits", "3.3.7");
    private static final Pattern SHORT_YEAR = Pattern.compile("[0-9]{1,3}");

    YopRule(Layout layout, Places places, Findings findings) {
        super(layout, places, findings);
    }

    @Override
    void row(UsageRow row) {
        String yop = row.get(Attribute.YOP);
        if (yop == null || yop.isEmpty() || isYear(yop)) {
            return;
        }
        boolean tooShort = SHORT_YEAR.matcher(yop).matches() && !yop.matches("0+");
        findings.add(
                tooShort ? DIGITS : YOP,
                () -> places.attribute(row, Attribute.YOP),
                () -> Sentence.of(
                        "yop-digits", "YOP is \"{0}\"; it must be a year of four digits from 0001 to 9999", yop));
    }

    static boolean isYear(String text) {
        if (text.length() != 4 || text.equals("0000")) {
            return false;
        }
        for (int at = 0; at < 4; at++) {
            if (text.charAt(at) < '0' || text.charAt(at) > '9') {
                return false;
            }
        }
        return true;
    }
}
