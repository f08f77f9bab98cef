package fr.comptoir.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Another program judges the files: PDF/UA-1 for people who hear them, PDF/A-3a for archives. */
class AccessibilityTest {
    @BeforeAll
    static void initialise() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @ParameterizedTest
    @CsvSource({"FRENCH,0", "FRENCH,1", "FRENCH,200", "ENGLISH,0", "ENGLISH,1", "ENGLISH,200"})
    void complies(Language language, int journals) throws Exception {
        assertThat(problems(Given.written(Given.yearly(language, journals)))).isEmpty();
    }

    /** Scripts that a font lacks, right to left, control characters, four bytes, and a name longer than a page. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "مجلة العلوم (2025)",
                "כתב עת",
                "中文期刊",
                "a\tb\nc\u0000d\u2028e",
                "\ud83d\ude00\ud800",
                "<&> ' \" \\ )",
                "é vs e\u0301 \u200b\u00ad"
            })
    void anyTitleComplies(String title) throws Exception {
        assertThat(problems(Given.written(Given.withText(title)))).isEmpty();
    }

    @Test
    void aTitleLongerThanAPageComplies() throws Exception {
        assertThat(problems(Given.written(Given.withText("very long title ".repeat(900)))))
                .isEmpty();
    }

    /** The judge is awake: a figure without its words is found. */
    @Test
    void aMissingAlternativeIsFound() throws Exception {
        try (PDDocument file = Loader.loadPDF(Given.written(Given.yearly(Language.FRENCH, 1)))) {
            COSDictionary root =
                    file.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("StructTreeRoot"));
            COSDictionary document = root.getCOSDictionary(COSName.K);
            COSDictionary logo = (COSDictionary) document.getCOSArray(COSName.K).getObject(0);
            assertThat(logo.getCOSName(COSName.S).getName()).isEqualTo("Figure");
            logo.removeItem(COSName.getPDFName("Alt"));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.save(out);
            assertThat(problems(out.toByteArray())).anyMatch(problem -> problem.contains("clause=7.3, testNumber=1"));
        }
    }

    /** The judge itself stumbles over "Integer" in Turkish lower case, so it works in no language. */
    private static List<String> problems(byte[] pdf) throws Exception {
        Locale machine = Locale.getDefault();
        Locale.setDefault(Locale.ROOT);
        try {
            return Stream.concat(
                            problems(pdf, PDFAFlavour.PDFUA_1).stream(), problems(pdf, PDFAFlavour.PDFA_3_A).stream())
                    .toList();
        } finally {
            Locale.setDefault(machine);
        }
    }

    private static List<String> problems(byte[] pdf, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour)) {
            var result =
                    Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            List<String> problems = result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() != TestAssertion.Status.PASSED)
                    .map(assertion -> assertion.getRuleId() + " " + assertion.getMessage())
                    .toList();
            assertThat(result.isCompliant()).isEqualTo(problems.isEmpty());
            return problems;
        }
    }
}
