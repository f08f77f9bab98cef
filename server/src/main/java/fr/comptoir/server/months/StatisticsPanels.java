package fr.comptoir.server.months;

import fr.comptoir.operation.view.Panel;
import fr.comptoir.operation.view.Panel.Kind;
import fr.comptoir.server.months.ServiceStatistics.Row;
import fr.comptoir.server.months.ServiceStatistics.Year;
import fr.comptoir.server.web.ListTable;
import java.util.List;

/** Who benefits of the service, as tables for programs. */
final class StatisticsPanels {
    private static final double PERCENT = 100;

    private static final ListTable<Year> YEARS = ListTable.<Year>of("years")
            .column("Year", Kind.YEAR, Year::year)
            .column("Beneficiaries", Kind.COUNT, Year::beneficiaries)
            .column("Active", Kind.COUNT, Year::active)
            .column("Harvesting", Kind.COUNT, Year::harvesting)
            .column("Visiting", Kind.COUNT, Year::visiting)
            .column("Share", Kind.SHARE, year -> year.share() / PERCENT)
            .column("Harvests", Kind.COUNT, Year::requests)
            .column("Downloads", Kind.COUNT, Year::downloadsOfPrograms)
            .column("Page_Downloads", Kind.COUNT, Year::downloadsOfPeople);

    private StatisticsPanels() {}

    /** The customers in one year, and the sums of each. */
    static List<Panel> of(Year year, List<Year> years) {
        Panel customers = ListTable.<Row>of("customers")
                .column("Year", Kind.YEAR, row -> year.year())
                .column("Customer_ID", Kind.ID, row -> row.customer().customerId())
                .column("Name", Kind.TEXT, row -> row.customer().name())
                .column("Kind", Kind.CODE, row -> row.customer().kind())
                .column("Active", Kind.CODE, row -> Boolean.toString(row.active()))
                .column("Harvests", Kind.COUNT, row -> row.programs().requests())
                .column("Downloads", Kind.COUNT, row -> row.programs().downloads())
                .column("Last_Harvest", Kind.MOMENT, row -> row.programs().last())
                .column("Ever_Harvested", Kind.CODE, row -> Boolean.toString(row.harvestedEver()))
                .column("Days_Visited", Kind.COUNT, row -> row.people().days())
                .column("Page_Downloads", Kind.COUNT, row -> row.people().downloads())
                .column("Last_Visit", Kind.DAY, row -> row.people().last())
                .column("Ever_Came", Kind.CODE, row -> Boolean.toString(row.cameEver()))
                .panel(year.rows());
        return List.of(customers, YEARS.panel(years));
    }
}
