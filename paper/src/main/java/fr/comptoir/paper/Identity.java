package fr.comptoir.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDMarkInfo;
import org.apache.pdfbox.pdmodel.graphics.color.PDOutputIntent;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;

/** What the file says of itself, so that PDF/UA-1 and PDF/A-3a hold: title, language, date, colours. Nothing in it comes from the machine. */
final class Identity {
    private static final String SRGB = "sRGB IEC61966-2.1";

    private static final String XMP = """
            <?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
             xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
             xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">@title@</rdf:li></rdf:Alt></dc:title>
            <dc:creator><rdf:Seq><rdf:li>@author@</rdf:li></rdf:Seq></dc:creator>
            <dc:language><rdf:Bag><rdf:li>@language@</rdf:li></rdf:Bag></dc:language>
            <xmp:CreatorTool>@program@</xmp:CreatorTool>
            <xmp:CreateDate>@created@</xmp:CreateDate>
            <xmp:ModifyDate>@created@</xmp:ModifyDate>
            <pdf:Producer>@program@</pdf:Producer>
            <pdfaid:part>3</pdfaid:part>
            <pdfaid:conformance>A</pdfaid:conformance>
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            </rdf:RDF></x:xmpmeta>
            <?xpacket end="w"?>
            """;

    private Identity() {}

    static void write(PDDocument file, Document document) throws IOException {
        PDDocumentCatalog catalog = file.getDocumentCatalog();
        file.setVersion(1.7f);
        catalog.setLanguage(document.language().code());
        PDMarkInfo marked = new PDMarkInfo();
        marked.setMarked(true);
        catalog.setMarkInfo(marked);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
        catalog.addOutputIntent(colours(file));
        PDMetadata metadata = new PDMetadata(file);
        metadata.importXMPMetadata(xmp(document).getBytes(StandardCharsets.UTF_8));
        catalog.setMetadata(metadata);
        file.setDocumentInformation(information(document));
        file.setDocumentId(document.created().getEpochSecond());
    }

    private static PDOutputIntent colours(PDDocument file) throws IOException {
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        try (InputStream in = new ByteArrayInputStream(profile)) {
            PDOutputIntent intent = new PDOutputIntent(file, in);
            intent.setInfo(SRGB);
            intent.setOutputCondition(SRGB);
            intent.setOutputConditionIdentifier(SRGB);
            intent.setRegistryName("http://www.color.org");
            return intent;
        }
    }

    private static PDDocumentInformation information(Document document) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(title(document));
        information.setAuthor(document.brand().name());
        information.setCreator(document.creator());
        information.setProducer(document.creator());
        GregorianCalendar created = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        created.setTimeInMillis(document.created().getEpochSecond() * 1000);
        information.setCreationDate(created);
        information.setModificationDate(created);
        return information;
    }

    /** The title as a window shows it. */
    static String title(Document document) {
        return document.title() + " – " + document.subtitle();
    }

    private static String xmp(Document document) {
        String date = document.created()
                .truncatedTo(ChronoUnit.SECONDS)
                .atOffset(ZoneOffset.UTC)
                .toString();
        String when = date.length() == "2026-01-01T00:00Z".length() ? date.replace("Z", ":00Z") : date;
        return XMP.replace("@title@", escaped(title(document)))
                .replace("@author@", escaped(document.brand().name()))
                .replace("@language@", document.language().code())
                .replace("@program@", escaped(document.creator()))
                .replace("@created@", when);
    }

    /** For XML; without what XML cannot hold. */
    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                default -> {
                    boolean held = c >= ' ' && (c < 0xD800 || c > 0xDFFF) && c != 0xFFFE && c != 0xFFFF;
                    escaped.appendCodePoint(held ? c : ' ');
                }
            }
        });
        return escaped.toString();
    }
}
