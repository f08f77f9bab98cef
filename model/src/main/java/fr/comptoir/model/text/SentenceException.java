package fr.comptoir.model.text;

/** A text is not what was expected: its message is a {@link Sentence}. */
public final class SentenceException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    public SentenceException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    public SentenceException(Sentence sentence, Throwable cause) {
        super(sentence.toString(), cause);
        this.sentence = sentence;
    }

    public Sentence sentence() {
        return sentence;
    }
}
