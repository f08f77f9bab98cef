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
import static fr.comptoir.report.Column.YOP;
import static fr.comptoir.report.DeclaredColumn.always;
import static fr.comptoir.report.DeclaredColumn.columns;
import static fr.comptoir.report.DeclaredColumn.toShow;
import static fr.comptoir.report.ReportDeclaration.master;

import fr.comptoir.model.code.AccessMethod;
import fr.comptoir.model.code.DataType;
import fr.comptoir.model.code.Release;
import fr.comptoir.model.fact.FactQuery.Subject;
import java.util.List;
import java.util.Set;

/** The reports of Release 5.1 (CoP 5.1.0.1, section 4). */
final class ReportsR51 {
    private static final List<DataType> PLATFORM_DATA_TYPES = List.of(
            ARTICLE,
            AUDIOVISUAL,
            BOOK,
            BOOK_SEGMENT,
            CONFERENCE,
            CONFERENCE_ITEM,
            DATABASE_FULL_ITEM,
            DATASET,
            IMAGE,
            INTERACTIVE_RESOURCE,
            JOURNAL,
            MULTIMEDIA,
            NEWS_ITEM,
            NEWSPAPER_OR_NEWSLETTER,
            OTHER,
            PATENT,
            PLATFORM,
            REFERENCE_ITEM,
            REFERENCE_WORK,
            REPORT,
            SOFTWARE,
            SOUND,
            STANDARD,
            THESIS_OR_DISSERTATION,
            UNSPECIFIED);

    private static final List<DataType> DATABASE_DATA_TYPES = List.of(
            AUDIOVISUAL,
            BOOK,
            CONFERENCE,
            DATABASE_AGGREGATED,
            DATABASE_AI,
            DATABASE_FULL,
            DATABASE_FULL_ITEM,
            IMAGE,
            INTERACTIVE_RESOURCE,
            JOURNAL,
            MULTIMEDIA,
            NEWSPAPER_OR_NEWSLETTER,
            OTHER,
            PATENT,
            REFERENCE_WORK,
            REPORT,
            SOUND,
            STANDARD,
            THESIS_OR_DISSERTATION,
            UNSPECIFIED);

    private static final List<DataType> TITLE_DATA_TYPES = List.of(
            BOOK,
            CONFERENCE,
            JOURNAL,
            NEWSPAPER_OR_NEWSLETTER,
            OTHER,
            PATENT,
            REFERENCE_WORK,
            REPORT,
            STANDARD,
            THESIS_OR_DISSERTATION,
            UNSPECIFIED);

    private static final List<DataType> ITEM_DATA_TYPES = List.of(
            ARTICLE,
            AUDIOVISUAL,
            BOOK_SEGMENT,
            CONFERENCE_ITEM,
            DATABASE_FULL_ITEM,
            DATASET,
            IMAGE,
            INTERACTIVE_RESOURCE,
            MULTIMEDIA,
            NEWS_ITEM,
            OTHER,
            PATENT,
            REFERENCE_ITEM,
            REPORT,
            SOFTWARE,
            SOUND,
            STANDARD,
            THESIS_OR_DISSERTATION,
            UNSPECIFIED);

    private static final ReportDeclaration PR = master(
            Release.R5_1,
            "PR",
            "Platform Report",
            HostTypes.ALL,
            Subject.PLATFORM,
            columns(Columns.whose(), Columns.platform(), always(DATA_TYPE), toShow(ACCESS_METHOD)),
            MetricTypes.PLATFORM,
            PLATFORM_DATA_TYPES,
            List.of(),
            Set.of());

    private static final ReportDeclaration DR = master(
            Release.R5_1,
            "DR",
            "Database Report",
            HostTypes.DATABASES,
            Subject.DATABASE,
            columns(Columns.whose(), Columns.database(), always(DATA_TYPE), toShow(ACCESS_METHOD)),
            MetricTypes.DATABASE,
            DATABASE_DATA_TYPES,
            List.of(),
            Set.of(Filter.DATABASE));

    private static final ReportDeclaration TR = master(
            Release.R5_1,
            "TR",
            "Title Report",
            HostTypes.TITLES,
            Subject.TITLE,
            columns(Columns.whose(), Columns.title(), always(DATA_TYPE), toShow(YOP, ACCESS_TYPE, ACCESS_METHOD)),
            MetricTypes.TITLE,
            TITLE_DATA_TYPES,
            List.of(CONTROLLED, OPEN, FREE_TO_READ),
            Set.of(Filter.YOP, Filter.ACCESS_TYPE, Filter.ITEM_ID));

    private static final ReportDeclaration IR = master(
            Release.R5_1,
            "IR",
            "Item Report",
            HostTypes.ITEMS,
            Subject.ITEM,
            columns(
                    Columns.whose(),
                    Columns.item(),
                    toShow(AUTHORS, PUBLICATION_DATE, ARTICLE_VERSION),
                    Columns.identifiers(),
                    Columns.parent(),
                    Columns.component(),
                    always(DATA_TYPE),
                    toShow(YOP, ACCESS_TYPE, ACCESS_METHOD)),
            MetricTypes.ITEM,
            ITEM_DATA_TYPES,
            List.of(CONTROLLED, OPEN, FREE_TO_READ),
            Set.of(Filter.YOP, Filter.ACCESS_TYPE, Filter.ITEM_ID, Filter.AUTHOR));

    /** In the order of the Code: each master report, then its standard views. */
    static final List<ReportDeclaration> ALL = List.of(
            PR,
            PR.view(
                    "PR_P1",
                    "Platform Usage",
                    HostTypes.ALL,
                    columns(Columns.platform(), always(DATA_TYPE)),
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
                            TOTAL_ITEM_REQUESTS,
                            UNIQUE_ITEM_INVESTIGATIONS,
                            UNIQUE_ITEM_REQUESTS),
                    DATABASE_DATA_TYPES,
                    regular()),
            DR.view(
                    "DR_D2",
                    "Database Access Denied",
                    HostTypes.DATABASES,
                    columns(Columns.database()),
                    MetricTypes.DENIALS,
                    List.of(DATABASE_AGGREGATED, DATABASE_AI, DATABASE_FULL),
                    regular()),
            TR,
            TR.view(
                    "TR_B1",
                    "Book Requests (Controlled)",
                    HostTypes.BOOKS,
                    columns(Columns.title(), always(DATA_TYPE, YOP)),
                    MetricTypes.BOOK_REQUESTS,
                    List.of(BOOK, REFERENCE_WORK),
                    regular().dataTypes(List.of(BOOK, REFERENCE_WORK)).accessTypes(List.of(CONTROLLED))),
            TR.view(
                    "TR_B2",
                    "Book Access Denied",
                    HostTypes.BOOKS,
                    columns(Columns.title(), always(DATA_TYPE, YOP)),
                    MetricTypes.DENIALS,
                    List.of(BOOK, REFERENCE_WORK),
                    regular().dataTypes(List.of(BOOK, REFERENCE_WORK))),
            TR.view(
                    "TR_B3",
                    "Book Usage by Access Type",
                    HostTypes.BOOKS,
                    columns(Columns.title(), always(DATA_TYPE, YOP, ACCESS_TYPE)),
                    MetricTypes.BOOK_USAGE,
                    List.of(BOOK, REFERENCE_WORK),
                    regular().dataTypes(List.of(BOOK, REFERENCE_WORK))),
            TR.view(
                    "TR_J1",
                    "Journal Requests (Controlled)",
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
                    "Journal Requests by YOP (Controlled)",
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
                    regular().dataTypes(List.of(ARTICLE))),
            IR.view(
                    "IR_M1",
                    "Multimedia Item Requests",
                    HostTypes.MULTIMEDIA_ITEMS,
                    columns(Columns.multimediaItem(), always(DATA_TYPE)),
                    List.of(TOTAL_ITEM_REQUESTS, UNIQUE_ITEM_REQUESTS),
                    List.of(AUDIOVISUAL, IMAGE, INTERACTIVE_RESOURCE, MULTIMEDIA, SOUND),
                    regular().dataTypes(List.of(AUDIOVISUAL, IMAGE, INTERACTIVE_RESOURCE, MULTIMEDIA, SOUND))));

    private ReportsR51() {}

    /** Every standard view leaves text and data mining out. */
    private static Filters.Builder regular() {
        return new Filters.Builder().accessMethods(List.of(AccessMethod.REGULAR));
    }
}
