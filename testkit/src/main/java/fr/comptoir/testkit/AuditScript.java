package fr.comptoir.testkit;

import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.code.DataType;

/**
 * What an auditor does on a platform made for it (CoP 5.1 and 5.0.3, Appendix E): each title in a session of its own, at least 31 seconds
 * between actions, but for double clicks.
 */
final class AuditScript {
    /** What is done with one item. */
    enum Act {
        REQUEST,
        INVESTIGATION,
        /** A request and one more investigation, for platforms where these stand alone. */
        REQUEST_AND_INVESTIGATION,
        /** Two requests 30 seconds apart. */
        REQUEST_INSIDE,
        /** Two requests 31 seconds apart. */
        REQUEST_OUTSIDE,
        INVESTIGATION_INSIDE,
        INVESTIGATION_OUTSIDE,
        NO_LICENSE,
        LIMIT_EXCEEDED
    }

    private final CatalogueRows catalogue = new CatalogueRows();
    private final ActionsBuilder actions =
            new ActionsBuilder().at("2026-01-02T00:00:00").login("auditor");
    private int titles;

    /** Does something with each of {@code items} items of some journals or books, all of one Access_Type. */
    AuditScript items(int titlesMore, DataType title, int items, DataType item, String accessType, Act act) {
        for (int i = 0; i < titlesMore; i++) {
            String titleId = addTitle(title, accessType);
            for (int j = 1; j <= items; j++) {
                catalogue.add(titleId + "." + j, item).parent(titleId).accessType(accessType);
                act(titleId + "." + j, act);
            }
        }
        return this;
    }

    /** The same with articles, one in each journal. */
    AuditScript articles(int count, String accessType, Act act) {
        return items(count, DataType.JOURNAL, 1, DataType.ARTICLE, accessType, act);
    }

    /** The same with the chapters of books. */
    AuditScript chapters(int books, int chaptersInEach, String accessType, Act act) {
        return items(books, DataType.BOOK, chaptersInEach, DataType.BOOK_SEGMENT, accessType, act);
    }

    /** Does something with whole books of which {@code segments} chapters each are in the catalogue. */
    AuditScript wholeBooks(int books, int segments, String accessType, Act act) {
        for (int i = 0; i < books; i++) {
            String book = addTitle(DataType.BOOK, accessType);
            catalogue.addSegments(book, segments);
            act(book, act);
        }
        return this;
    }

    /** Says of the item used last when it was published. */
    AuditScript yop(int yop) {
        catalogue.yop(yop);
        return this;
    }

    AuditScript databases(int count) {
        for (int i = 1; i <= count; i++) {
            catalogue.add("database " + i, DataType.DATABASE_FULL);
        }
        return this;
    }

    AuditScript search(int times, ActionKind kind, String... databases) {
        for (int i = 0; i < times; i++) {
            actions.after(31).search(kind, databases);
        }
        return this;
    }

    AuditScript deniedSearch(int times, ActionKind denial, String... databases) {
        for (int i = 0; i < times; i++) {
            actions.after(31).deniedSearch(denial, databases);
        }
        return this;
    }

    WorkedExample named(String name) {
        return WorkedExample.of(name, catalogue, actions);
    }

    private String addTitle(DataType title, String accessType) {
        titles++;
        String titleId = "title " + titles;
        catalogue.add(titleId, title).accessType(accessType);
        actions.sessionCookie("session " + titles);
        return titleId;
    }

    private void act(String item, Act act) {
        actions.after(31);
        switch (act) {
            case REQUEST -> actions.request(item);
            case INVESTIGATION -> actions.investigation(item);
            case REQUEST_AND_INVESTIGATION -> actions.request(item).after(31).investigation(item);
            case REQUEST_INSIDE -> actions.request(item).after(30).request(item);
            case REQUEST_OUTSIDE -> actions.request(item).after(31).request(item);
            case INVESTIGATION_INSIDE -> actions.investigation(item).after(30).investigation(item);
            case INVESTIGATION_OUTSIDE -> actions.investigation(item).after(31).investigation(item);
            case NO_LICENSE -> actions.noLicense(item);
            case LIMIT_EXCEEDED -> actions.limitExceeded(item);
        }
    }
}
