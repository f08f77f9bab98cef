package fr.comptoir.engine;

/** Verdicts of which a test wants to hear a part. */
class CountedOnly implements Verdicts {
    @Override
    public void decidesOnly(int row) {}

    @Override
    public void held(int row) {}

    @Override
    public void notContent(int row) {}

    @Override
    public void doubleClick(int row, int replacedBy) {}

    @Override
    public void counted(int row) {}

    @Override
    public void wholeBook(int row, int segments) {}

    @Override
    public void counts(int row, Figure figure) {}

    @Override
    public void notAgain(int row, Figure figure, int first) {}
}
