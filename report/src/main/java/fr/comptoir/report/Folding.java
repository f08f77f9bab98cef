package fr.comptoir.report;

import fr.comptoir.model.code.DataType;
import fr.comptoir.model.fact.FactQuery.Identifier;
import fr.comptoir.model.fact.FactRow;
import fr.comptoir.model.fact.FactRow.Described;
import fr.comptoir.model.fact.FactSource;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Folds the months of neighbouring rows into one usage, and drops rows that the facts cannot filter: by author and by the parent's type.
 */
final class Folding implements FactSource.Rows {
    private final Usage usage;
    private final Optional<Identifier> author;
    private final Set<DataType> parentDataTypes;
    private final Sink sink;

    private @Nullable Described judged;
    private boolean judgement;
    private boolean started;

    Folding(Usage usage, Filters filters, Sink sink) {
        this.usage = usage;
        this.author = filters.author();
        this.parentDataTypes = filters.parentDataTypes();
        this.sink = sink;
    }

    /** Takes what was folded. */
    interface Sink {
        void usage(Usage usage) throws IOException;
    }

    @Override
    public void row(FactRow row) throws IOException {
        if (!hasAuthor(row.subject()) || !hasParent(row.parent())) {
            return;
        }
        if (!usage.holds(row)) {
            finish();
            usage.start(row);
            started = true;
        }
        usage.add(row);
    }

    /** Hands over the last usage. */
    void finish() throws IOException {
        if (started && !usage.isEmpty()) {
            sink.usage(usage);
        }
    }

    private boolean hasParent(@Nullable Described parent) {
        return parentDataTypes.isEmpty() || (parent != null && parentDataTypes.contains(parent.dataType()));
    }

    private boolean hasAuthor(@Nullable Described subject) {
        if (author.isEmpty()) {
            return true;
        }
        if (subject == null) {
            return false;
        }
        if (!subject.equals(judged)) {
            Identifier wanted = author.get();
            judged = subject;
            judgement = Author.list(subject.authors()).stream()
                    .anyMatch(one -> one.has(wanted.namespace(), wanted.value()));
        }
        return judgement;
    }
}
