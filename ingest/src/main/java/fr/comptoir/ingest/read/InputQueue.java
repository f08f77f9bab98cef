package fr.comptoir.ingest.read;

import fr.comptoir.ingest.format.LineFormat;
import fr.comptoir.ingest.format.LineReader;
import fr.comptoir.ingest.input.Content;
import fr.comptoir.ingest.input.Input;
import fr.comptoir.ingest.input.InputOrder;
import fr.comptoir.ingest.input.KnownInputs;
import fr.comptoir.model.action.InputRecord;
import fr.comptoir.model.site.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The inputs of a run that are still to be opened, in the order in which they are counted; it knows repeats and logs that grew. Not
 * thread-safe: one thread at a time opens the next.
 */
final class InputQueue {
    private final Deque<Input> waiting;
    private final KnownInputs known;
    private final InputStream standardInput;
    private final LineFormat format;
    private final IngestOptions options;
    private final List<Path> copies = new ArrayList<>();
    final List<IngestResult.Repeat> repeats = new ArrayList<>();
    private int nextNumber;
    private byte @Nullable [] headOfFirst;

    InputQueue(
            List<Input> inputs,
            KnownInputs known,
            int firstNumber,
            InputStream standardInput,
            LineFormat format,
            IngestOptions options)
            throws IOException, InputException {
        this.known = known;
        this.standardInput = standardInput;
        this.format = format;
        this.options = options;
        nextNumber = firstNumber;
        waiting = new ArrayDeque<>(InputOrder.of(inputs, input -> Content.open(input, standardInput)));
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    /**
     * Whether the next input must wait until one of those is read: because it could be the same, grown, or because it can be read only
     * once and all else must be known before.
     */
    boolean mustWaitFor(List<OpenInput> open) throws IOException, InputException {
        Input first = waiting.getFirst();
        if (first.isStream()) {
            return !open.isEmpty();
        }
        byte[] head = headOfFirst;
        if (head == null) {
            try (Content content = Content.open(first, standardInput)) {
                head = content.head();
            }
            headOfFirst = head;
        }
        for (OpenInput other : open) {
            if (other.mayBeRelated(head)) {
                return true;
            }
        }
        return false;
    }

    /** Opens the next input; absent when it is a repeat. */
    Optional<OpenInput> open() throws IOException, InputException {
        Input input = waiting.removeFirst();
        headOfFirst = null;
        if (!input.isStream()) {
            return open(input);
        }
        Content content = Content.open(input, standardInput);
        byte[] head = content.head();
        if (!known.mayKnow(head)) {
            return Optional.of(opened(content, InputPart.whole(nextNumber++)));
        }
        try (content) {
            Path copy = Files.createTempFile(options.temporary(), "comptoir", ".log");
            copies.add(copy);
            return open(content.copyTo(copy));
        }
    }

    /** An input of this run was read. */
    void add(InputRecord record) {
        known.add(record);
    }

    void removeCopies() throws IOException {
        for (Path copy : copies) {
            Files.deleteIfExists(copy);
        }
    }

    private Optional<OpenInput> open(Input input) throws IOException, InputException {
        KnownInputs.Answer answer = known.ask(() -> Content.open(input, standardInput));
        if (answer instanceof KnownInputs.RepeatOf repeat) {
            repeats.add(new IngestResult.Repeat(input, repeat.earlier()));
            return Optional.empty();
        }
        InputPart part = answer instanceof KnownInputs.Continues continues
                ? InputPart.after(continues.earlier(), nextNumber++)
                : InputPart.whole(nextNumber++);
        return Optional.of(opened(Content.open(input, standardInput), part));
    }

    private OpenInput opened(Content content, InputPart part) throws IOException, InputException {
        try {
            LineReader onlyReader = format.sequential() ? format.newReader() : null;
            return new OpenInput(content, content.head(), part, options.pieceBytes(), onlyReader);
        } catch (IOException | InputException | RuntimeException failure) {
            content.close();
            throw failure;
        }
    }
}
