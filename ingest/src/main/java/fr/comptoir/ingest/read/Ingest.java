package fr.comptoir.ingest.read;

import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * Reads logs: every line ends in exactly one place, actions and held lines as rows, malformed ones at the sink for rejects, all in the
 * ledgers of the inputs' records.
 *
 * <p>An input counts as a whole or not at all: when one cannot be read to its end, or is in another format, the run fails, and what went to
 * the sinks until then is to be thrown away. An input whose content was counted before is a repeat and adds nothing; of one that begins
 * with the whole of an earlier one, what follows is counted. Memory is bounded, whatever the size of the inputs.
 */
public final class Ingest {
    private final JudgeRules rules;
    private final IngestOptions options;

    public Ingest(JudgeRules rules, IngestOptions options) {
        this.rules = rules;
        this.options = options;
    }

    /**
     * Reads inputs.
     *
     * @param known the inputs counted before; those of this run are added
     * @param firstNumber number of the first input that is not a repeat; the others follow
     * @param standardInput what {@code -} is
     * @throws InputException when an input is missing, broken or in another format
     * @throws IOException when reading fails, or a sink throws it
     */
    public IngestResult read(
            List<Input> inputs,
            KnownInputs known,
            int firstNumber,
            InputStream standardInput,
            ActionSink actions,
            RejectSink rejects,
            Progress progress)
            throws IOException, InputException {
        InputQueue queue = new InputQueue(inputs, known, firstNumber, standardInput, rules.format(), options);
        BatchWriter batches =
                new BatchWriter(rules.pages(), rules.arrivals(), rules.catalogue(), actions, options.batchRows());
        return new IngestRun(rules, options, queue, batches, rejects, new Meter(inputs, progress)).run();
    }
}
