package fr.comptoir.server.space;

import fr.comptoir.operation.view.Freshness;
import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.RankedTable;
import fr.comptoir.operation.view.TitleTable;
import fr.comptoir.server.web.Viewer;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of the tables of a page as HTML, for its templates, which hold what stands around them. A page has some thousand cells; a template
 * takes a dozen expressions for each of them, and so most of the time that a page needs.
 *
 * @param counted the months that have figures
 */
public record FigureTables(PageTexts texts, Links links, Set<YearMonth> counted, Viewer viewer) {
    private FigureCells cells(Locale locale) {
        return new FigureCells(texts, links, counted, locale);
    }

    /**
     * Head and rows of a panel.
     *
     * @param title the id of the one that the page is about; null for none
     * @param day the one among the panel's days that is looked at; null for none
     */
    public String panel(Panel panel, @Nullable String title, @Nullable LocalDate day, Locale locale) {
        return new PanelTable(cells(locale), panel, Optional.ofNullable(title), Optional.ofNullable(day)).html();
    }

    /** How a column stands in a table that is sorted by the column of a key; blank for the metric that is looked at. */
    public String standing(Panel.Column column, String sort) {
        return FigureCells.standing(column, links.sorted(sort));
    }

    public String titles(TitleTable table, Locale locale) {
        return new TitleTableRows(cells(locale)).titles(table);
    }

    /** The items of a title. */
    public String items(Panel panel, String title, Locale locale) {
        return new TitleTableRows(cells(locale)).items(panel, title);
    }

    public String freshness(Freshness freshness, Locale locale) {
        return new FreshnessRows(texts, locale).of(freshness);
    }

    public String packages(RankedTable table, Locale locale) {
        return new RankedRows(cells(locale), table, viewer).packages();
    }

    public String institutions(RankedTable table, Locale locale) {
        return new RankedRows(cells(locale), table, viewer).institutions();
    }
}
