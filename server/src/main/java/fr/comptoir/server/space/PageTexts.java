package fr.comptoir.server.space;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.MetricType;
import fr.comptoir.model.site.ArrivalRule;
import fr.comptoir.operation.Explain;
import fr.comptoir.operation.ExplainedRule;
import fr.comptoir.operation.ReportPreview;
import fr.comptoir.operation.view.Masked;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.operation.view.Preset.Period;
import fr.comptoir.operation.view.TitleAsk;
import fr.comptoir.operation.view.View;
import fr.comptoir.report.Filter;
import fr.comptoir.report.ReportDeclaration;
import fr.comptoir.server.web.Written;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Cells, codes and months as each language writes them. */
public final class PageTexts {
    private static final Set<String> OF_TITLES =
            Set.of("Title_ID", "Publisher", "Print_ISSN", "Online_ISSN", "ISBN", "Package");
    private static final String NONE = "–";

    private final MessageSource messages;
    private final Function<String, Optional<ArrivalRule>> ways;
    private final ZoneId zone;

    /**
     * Texts.
     *
     * @param zone of the platform
     * @param ways the rule of the site that names a way of arrival
     */
    PageTexts(MessageSource messages, ZoneId zone, Function<String, Optional<ArrivalRule>> ways) {
        this.messages = messages;
        this.zone = zone;
        this.ways = ways;
    }

    /** What writes the numbers, days and months of one page. */
    Written written(Locale locale) {
        return new Written(locale, zone);
    }

    String say(Locale locale, String key, Object... values) {
        return messages.getMessage(key, values, locale);
    }

    /** What to do about an exception of the Code, for whoever asks on a page and not with a harvester. */
    public String exception(int number, Locale locale) {
        return word(
                "exception.page." + number,
                word("exception." + number, say(locale, "exception.other"), locale),
                locale);
    }

    /** A word, or something else where there is none, which is no pattern: it may have braces. */
    private String word(String key, String other, Locale locale) {
        String said = messages.getMessage(key, null, null, locale);
        return said == null ? other : said;
    }

    /** In the reader's language; what has no word is shown as it is. */
    public String code(String code, Locale locale) {
        boolean isFrench = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return word(
                "code." + code,
                isFrench ? ways.apply(code).map(ArrivalRule::french).orElse(code) : code,
                locale);
    }

    /** What heads a column. */
    public String heading(Panel.Column column, View view, Locale locale) {
        if (column.kind() == Kind.BEFORE) {
            return view.comparison()
                    .of(view.period())
                    .map(period -> period(period, locale))
                    .orElse("");
        }
        return word("column." + column.key(), code(column.key(), locale), locale);
    }

    public String cell(Panel.Column column, @Nullable Object cell, Locale locale) {
        return cell(column, cell, locale, written(locale));
    }

    /** The same of many cells, which are all written by one. */
    String cell(Panel.Column column, @Nullable Object cell, Locale locale, Written written) {
        if (cell == null) {
            return NONE;
        }
        if (cell instanceof Masked) {
            return cell.toString();
        }
        return switch (column.kind()) {
            case TEXT, ID -> cell.toString();
            case CODE, YEAR -> code(cell.toString(), locale);
            case MONTH -> written.month((YearMonth) cell);
            case DAY, HOUR, MOMENT -> written.time((Temporal) cell);
            case DAY_OF_MONTH -> day((LocalDate) cell, locale);
            case HOUR_OF_DAY -> hour((Integer) cell, locale);
            case COUNT, BEFORE -> written.count((Number) cell);
            case AMOUNT -> amount((Double) cell, locale);
            case SHARE -> written.share((Double) cell);
            case CHANGE -> change((Double) cell, locale);
        };
    }

    /** Some cells of a column, one after another. */
    public String cells(Panel.Column column, List<Object> cells, Locale locale) {
        return cells.stream().map(cell -> cell(column, cell, locale)).collect(Collectors.joining(", "));
    }

    public String count(Number number, Locale locale) {
        return written(locale).count(number);
    }

    /** An amount of money, without its currency. */
    public String money(Number amount, Locale locale) {
        return amount(amount.doubleValue(), locale);
    }

    private static String amount(double amount, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return format.format(amount);
    }

    private static String change(double change, Locale locale) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMaximumFractionDigits(Math.abs(change) < 0.1 ? 1 : 0);
        String text = format.format(Math.abs(change));
        return (change < 0 ? "−" : "+") + text;
    }

    /** {@code sept. 2026}, {@code Sep 2026}. */
    public String month(YearMonth month, Locale locale) {
        return written(locale).month(month);
    }

    /** {@code jeu. 3 sept.}, {@code Thu 3 Sep}. */
    public String day(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern("EEE " + number(day, locale) + "\u00a0MMM", locale));
    }

    /** The pattern of the number of a day: the first of a month is {@code 1er} in French. */
    private static String number(LocalDate day, Locale locale) {
        boolean isFrench = locale.getLanguage().equals(Locale.FRENCH.getLanguage());
        return isFrench && day.getDayOfMonth() == 1 ? "d'er'" : "d";
    }

    /** {@code jeudi 3 septembre 2026}. */
    public String longDay(LocalDate day, Locale locale) {
        return day.format(DateTimeFormatter.ofPattern("EEEE " + number(day, locale) + "\u00a0MMMM\u00a0yyyy", locale));
    }

    /** {@code 14 h}, {@code 14:00}. */
    public String hour(int hour, Locale locale) {
        return say(locale, "hour", hour);
    }

    /** {@code septembre 2026}. */
    public String longMonth(YearMonth month, Locale locale) {
        return written(locale).longMonth(month);
    }

    public String period(Period period, Locale locale) {
        String begin = month(period.begin(), locale);
        return period.begin().equals(period.end()) ? begin : begin + " – " + month(period.end(), locale);
    }

    /** A sentence that says what a picture of a panel shows: its largest row, or its first and last month. */
    public String alternative(Panel panel, View view, Locale locale) {
        String title = say(locale, "panel." + panel.id());
        int figure = figure(panel);
        if (panel.isEmpty() || figure < 0) {
            return title;
        }
        List<@Nullable Object> largest = panel.rows().get(0);
        for (List<@Nullable Object> row : panel.rows()) {
            largest = value(row, figure) > value(largest, figure) ? row : largest;
        }
        return say(
                locale,
                "panel.alternative",
                title,
                heading(panel.columns().get(figure), view, locale),
                panel.rows().size(),
                cell(panel.columns().get(0), largest.get(0), locale),
                count(value(largest, figure), locale));
    }

    /** What the first column of figures is called; blank for none. */
    public String figureName(Panel panel, View view, Locale locale) {
        int figure = figure(panel);
        return figure < 0 ? "" : heading(panel.columns().get(figure), view, locale);
    }

    /** The place of the first column of figures; -1 for none. */
    static int figure(Panel panel) {
        for (int i = 0; i < panel.columns().size(); i++) {
            if (panel.columns().get(i).kind() == Kind.COUNT) {
                return i;
            }
        }
        return -1;
    }

    /** How a column of a report stands: figures right, and in sight what says which they are. */
    public String classes(ReportPreview preview, int at) {
        int metric = preview.headings().indexOf("Metric_Type");
        if (metric < 0 || at < metric) {
            return "";
        }
        boolean isTotal = preview.headings().get(at).equals("Reporting_Period_Total");
        return at == metric ? "metric" : isTotal ? "number total" : "number";
    }

    /** Whether a report can be narrowed by a filter. */
    public boolean canFilter(ReportDeclaration report, String filter) {
        return report.filters().contains(Filter.valueOf(filter));
    }

    /** What became of a line. */
    public String outcome(String outcome, Locale locale) {
        return word("outcome." + outcome.replace(' ', '-'), outcome, locale);
    }

    /** What decided about a line. */
    public String rule(ExplainedRule rule, Locale locale) {
        Object[] values =
                rule.values().stream().map(value -> code(value, locale)).toArray();
        return say(locale, "rule." + rule.kind(), values);
    }

    /** What a line did, with its format. */
    public String action(String action, Locale locale) {
        String[] parts = action.split(" ", 2);
        return word("action." + parts[0], code(parts[0], locale), locale) + (parts.length > 1 ? " " + parts[1] : "");
    }

    /** From where a line came and by what access; nothing where nobody wrote it down. */
    public String came(Explain.Line line, Locale locale) {
        return Stream.of(line.arrival(), line.route().code())
                .filter(code -> !code.isEmpty())
                .map(code -> code(code, locale) + kind(code, locale))
                .collect(Collectors.joining(" · "));
    }

    /** What kind of thing the rule of a way of arrival is about, in brackets. */
    private String kind(String way, Locale locale) {
        return ways.apply(way)
                .map(rule -> "\u00a0(" + code(rule.kind().code(), locale) + ")")
                .orElse("");
    }

    /** A moment to the second, from ISO 8601. */
    public String moment(String iso, Locale locale) {
        return written(locale).second(iso);
    }

    /** A log and a line without the folder, which is nobody else's business. */
    public static String place(String place) {
        return place.substring(place.lastIndexOf('/') + 1);
    }

    /** Bytes as people say them. */
    public String size(long bytes, Locale locale) {
        boolean large = bytes >= 1_000_000;
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(large ? 1 : 0);
        return format.format(large ? bytes / 1_000_000.0 : Math.ceil(bytes / 1_000.0)) + "\u00a0"
                + say(locale, large ? "size.mega" : "size.kilo");
    }

    /** About how long something takes: less than ten seconds, tens of seconds, minutes, hours. */
    public String about(Duration time, Locale locale) {
        long seconds = time.toSeconds();
        if (seconds < 10) {
            return say(locale, "about.moment");
        }
        if (seconds < 90) {
            return say(locale, "about.seconds", Math.round(seconds / 10.0) * 10);
        }
        long minutes = Math.round(seconds / 60.0);
        return minutes < 90
                ? say(locale, "about.minutes", minutes)
                : say(locale, "about.hours", Math.round(minutes / 60.0));
    }

    /** Whether titles can be narrowed by a text in the column. */
    public boolean hasText(Panel.Column column) {
        return TitleAsk.parameters().contains("has_" + column.key());
    }

    /** What readers call a kind of title: in their own language first, then in the others, for links go from one to another. */
    Function<DataType, List<String>> called(Locale locale) {
        return type -> Stream.of(locale, Locale.ENGLISH, Locale.FRENCH)
                .map(one -> code(type.code(), one))
                .toList();
    }

    /** The kinds that a title may be of. */
    public List<String> kinds(Locale locale) {
        return Stream.of(DataType.values())
                .filter(DataType::mayBeTitle)
                .map(type -> code(type.code(), locale))
                .distinct()
                .toList();
    }

    /** What was asked of a column of figures; null for nothing. */
    public @Nullable Long least(TitleAsk ask, Panel.Column column) {
        return MetricType.of(column.key()).map(ask.least()::get).orElse(null);
    }

    /** Whether a table of items shows the column: items have no ISSN and no package of their own. */
    public static boolean ofItems(Panel.Column column) {
        return !OF_TITLES.contains(column.key());
    }

    private static long value(List<@Nullable Object> row, int column) {
        return row.get(column) instanceof Number number ? number.longValue() : 0;
    }
}
