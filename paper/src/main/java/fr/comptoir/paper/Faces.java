package fr.comptoir.paper;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;

/** The two weights in which a document is set. */
record Faces(Typeface plain, Typeface bold) {
    private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans";

    static Faces load(PDDocument file, PDResources resources) throws IOException {
        return new Faces(
                new Typeface(file, resources, "/liberation/LiberationSans-Regular.ttf", DEJAVU + ".ttf"),
                new Typeface(file, resources, "/liberation/LiberationSans-Bold.ttf", DEJAVU + "-Bold.ttf"));
    }

    Typeface of(boolean strong) {
        return strong ? bold : plain;
    }
}
