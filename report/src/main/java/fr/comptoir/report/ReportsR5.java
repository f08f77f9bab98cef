package fr.comptoir.report;

import static fr.comptoir.model.code.AccessType.*;
import static fr.comptoir.model.code.DataType.*;
import static fr.comptoir.model.code.MetricType.*;
import static fr.comptoir.report.Column.ACCESS_METHOD;
import static fr.comptoir.report.Column.ACCESS_TYPE;
import static fr.comptoir.report.Column.ARTICLE_VERSION;
import static fr.comptoir.report.Column.AUTHORS;
import static fr.comptoir.report.Column.DATA_TYPE;
import static fr.comptoir.report.Column.PUBLICATION_DATE;
import static fr.comptoir.report.Column.SECTION_TYPE;
import static fr.comptoir.report.Column.YOP;
import static fr.comptoir.report.DeclaredColumn.always;
import static fr.comptoir.report.DeclaredColumn.columns;
import static fr.comptoir.report.DeclaredColumn.extension;
import static fr.comptoir.report.DeclaredColumn.toShow;
import static fr.comptoir.report.ReportDeclaration.master;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import java.util.List;
import java.util.Set;

/** The reports of Release 5 (CoP 5.0.3, section 4). */
final class ReportsR5 {
    private static final List<DataType> PLATFORM_DATA_TYPES = List.of(
            ARTICLE,
            BOOK,
            BOOK_SEGMENT,
            DATABASE,
            DATASET,
            JOURNAL,
            MULTIMEDIA,
            NEWSPAPER_OR_NEWSLETTER,
            OTHER,
            PLATFORM,
            REPORT,
            REPOSITORY_ITEM,
            THESIS_OR_DISSERTATION,
            UNSPECIFIED);

    private static final List<DataType> DATABASE_DATA_TYPES = List.of(
            BOOK,
            DATABASE,
            JOURNAL,
            MULTIMEDIA,
            NEWSPAPER_OR_NEWSLETTER,
            OTHER,
            REPORT,
            THESIS_OR_DISSERTATION,
            UNSPECIFIED);

    private static final List<DataType> TITLE_DATA_TYPES =
            List.of(BOOK, JOURNAL, NEWSPAPER_OR_NEWSLETTER, OTHER, REPORT, THESIS_OR_DISSERTATION, UNSPECIFIED);

    private static final List<DataType> ITEM_DATA_TYPES = List.of(
            ARTICLE,
            BOOK,
            BOOK_SEGMENT,
            DATASET,
            JOURNAL,
            MULTIMEDIA,
            NEWSPAPER_OR_NEWSLETTER,
            OTHER,
            REPORT,
            REPOSITORY_ITEM,
            THESIS_OR_DISSERTATION,
            UNSPECIFIED);

    private static final ReportDeclaration PR = master(
            Release.R5,
            "PR",
            "Platform Master Report",
            HostTypes.ALL,
            Subject.PLATFORM,
            columns(Columns.whose(), Columns.platform(), toShow(DATA_TYPE, ACCESS_METHOD)),
            MetricTypes.PLATFORM,
            PLATFORM_DATA_TYPES,
            List.of(),
            Set.of());

    private static final ReportDeclaration DR = master(
            Release.R5,
            "DR",
            "Database Master Report",
            HostTypes.DATABASES,
            Subject.DATABASE,
            columns(Columns.whose(), Columns.database(), toShow(DATA_TYPE, ACCESS_METHOD)),
            MetricTypes.DATABASE,
            DATABASE_DATA_TYPES,
            List.of(),
            Set.of(Filter.DATABASE));

    private static final ReportDeclaration TR = master(
            Release.R5,
            "TR",
            "Title Master Report",
            HostTypes.TITLES,
            Subject.TITLE,
            columns(
                    Columns.whose(),
                    Columns.title(),
                    toShow(DATA_TYPE, SECTION_TYPE, YOP, ACCESS_TYPE, ACCESS_METHOD),
                    extension(Column.FORMAT)),
            MetricTypes.TITLE,
            TITLE_DATA_TYPES,
            List.of(CONTROLLED, OA_GOLD),
            Set.of(Filter.YOP, Filter.ACCESS_TYPE, Filter.ITEM_ID, Filter.SECTION_TYPE));

    private static final ReportDeclaration IR = master(
            Release.R5,
            "IR",
            "Item Master Report",
            HostTypes.ITEMS,
            Subject.ITEM,
            columns(
                    Columns.whose(),
                    Columns.item(),
                    toShow(AUTHORS, PUBLICATION_DATE, ARTICLE_VERSION),
                    Columns.identifiers(),
                    Columns.parent(),
                    Columns.component(),
                    toShow(DATA_TYPE, YOP, ACCESS_TYPE, ACCESS_METHOD)),
            MetricTypes.ITEM,
            ITEM_DATA_TYPES,
            List.of(CONTROLLED, OA_GOLD, OTHER_FREE_TO_READ),
            Set.of(Filter.YOP, Filter.ACCESS_TYPE, Filter.ITEM_ID, Filter.AUTHOR));

    /** In the order of the Code: each master report, then its standard views. */
    static final List<ReportDeclaration> ALL = List.of(
            PR,
            PR.view(
                    "PR_P1",
                    "Platform Usage",
                    HostTypes.ALL,
                    columns(Columns.platform()),
                    MetricTypes.PLATFORM_USAGE,
                    PLATFORM_DATA_TYPES,
                    regular()),
            DR,
            DR.view(
                    "DR_D1",
                    "Database Search and Item Usage",
                    HostTypes.DATABASES,
                    columns(Columns.database()),
                    List.of(
                            SEARCHES_AUTOMATED,
                            SEARCHES_FEDERATED,
                            SEARCHES_REGULAR,
                            TOTAL_ITEM_INVESTIGATIONS,
                            TOTAL_ITEM_REQUESTS),
                    DATABASE_DATA_TYPES,
                    regular()),
            DR.view(
                    "DR_D2",
                    "Database Access Denied",
                    HostTypes.DATABASES,
                    columns(Columns.database()),
                    MetricTypes.DENIALS,
                    List.of(DATABASE),
                    regular()),
            TR,
            TR.view(
                    "TR_B1",
                    "Book Requests (Excluding OA_Gold)",
                    HostTypes.BOOKS,
                    columns(Columns.title(), always(YOP)),
                    MetricTypes.BOOK_REQUESTS,
                    List.of(BOOK),
                    regular().dataTypes(List.of(BOOK)).accessTypes(List.of(CONTROLLED))),
            TR.view(
                    "TR_B2",
                    "Book Access Denied",
                    HostTypes.BOOKS,
                    columns(Columns.title(), always(YOP)),
                    MetricTypes.DENIALS,
                    List.of(BOOK),
                    regular().dataTypes(List.of(BOOK))),
            TR.view(
                    "TR_B3",
                    "Book Usage by Access Type",
                    HostTypes.BOOKS,
                    columns(Columns.title(), always(YOP, ACCESS_TYPE)),
                    MetricTypes.BOOK_USAGE,
                    List.of(BOOK),
                    regular().dataTypes(List.of(BOOK))),
            TR.view(
                    "TR_J1",
                    "Journal Requests (Excluding OA_Gold)",
                    HostTypes.JOURNALS,
                    columns(Columns.journal()),
                    MetricTypes.ITEM_REQUESTS,
                    List.of(JOURNAL),
                    regular().dataTypes(List.of(JOURNAL)).accessTypes(List.of(CONTROLLED))),
            TR.view(
                    "TR_J2",
                    "Journal Access Denied",
                    HostTypes.JOURNALS,
                    columns(Columns.journal()),
                    MetricTypes.DENIALS,
                    List.of(JOURNAL),
                    regular().dataTypes(List.of(JOURNAL))),
            TR.view(
                    "TR_J3",
                    "Journal Usage by Access Type",
                    HostTypes.JOURNALS,
                    columns(Columns.journal(), always(ACCESS_TYPE)),
                    MetricTypes.ITEM_USAGE,
                    List.of(JOURNAL),
                    regular().dataTypes(List.of(JOURNAL))),
            TR.view(
                    "TR_J4",
                    "Journal Requests by YOP (Excluding OA_Gold)",
                    HostTypes.JOURNALS,
                    columns(Columns.journal(), always(YOP)),
                    MetricTypes.ITEM_REQUESTS,
                    List.of(JOURNAL),
                    regular().dataTypes(List.of(JOURNAL)).accessTypes(List.of(CONTROLLED))),
            IR,
            IR.view(
                    "IR_A1",
                    "Journal Article Requests",
                    HostTypes.ARTICLES,
                    columns(Columns.journalArticle()),
                    MetricTypes.ITEM_REQUESTS,
                    List.of(ARTICLE),
                    regular().dataTypes(List.of(ARTICLE)).parentDataTypes(List.of(JOURNAL))),
            IR.view(
                    "IR_M1",
                    "Multimedia Item Requests",
                    HostTypes.MULTIMEDIA_ITEMS,
                    columns(Columns.multimediaItem()),
                    List.of(TOTAL_ITEM_REQUESTS),
                    List.of(MULTIMEDIA),
                    regular().dataTypes(List.of(MULTIMEDIA))));

    private ReportsR5() {}

    /** Every standard view leaves text and data mining out. */
    private static Filters.Builder regular() {
        return new Filters.Builder().accessMethods(List.of(AccessMethod.REGULAR));
    }
}
