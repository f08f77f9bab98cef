package fr.comptoir.site;

import fr.comptoir.model.site.Statuses;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code statuses}: HTTP statuses and ranges of them. */
final class StatusList {
    private static final Pattern STATUS = Pattern.compile("[1-9][0-9]{2}");
    private static final Pattern RANGE = Pattern.compile("([1-9][0-9]{2})\\s*-\\s*([1-9][0-9]{2})");

    private StatusList() {}

    static Statuses read(Section site) {
        BitSet set = new BitSet();
        for (Section.Scalar scalar : site.scalars("statuses")) {
            String text = scalar.text();
            Matcher range = RANGE.matcher(text);
            if (isStatus(text)) {
                set.set(Integer.parseInt(text));
            } else if (range.matches() && Integer.parseInt(range.group(1)) <= Integer.parseInt(range.group(2))) {
                set.set(Integer.parseInt(range.group(1)), Integer.parseInt(range.group(2)) + 1);
            } else {
                site.problems()
                        .error(
                                scalar.line(),
                                site.field("statuses"),
                                "'" + text + "' is neither a status such as 200 nor a range such as 200-299");
            }
        }
        return set.isEmpty() ? Statuses.delivered() : Statuses.of(set);
    }

    static boolean isStatus(String text) {
        return STATUS.matcher(text).matches();
    }
}
