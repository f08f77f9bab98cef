package fr.comptoir.paper;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/**
 * The tree of what a document's parts are, which a screen reader follows (ISO 32000-1, 14.7). A table of 5,000 rows has 100,000 elements, so
 * they are kept as the file's own dictionaries, and say nothing that is the default.
 */
final class Structure {
    private static final COSName ROOT = COSName.getPDFName("StructTreeRoot");
    private static final COSName PARENT_TREE = COSName.getPDFName("ParentTree");
    private static final COSName NEXT_KEY = COSName.getPDFName("ParentTreeNextKey");
    private static final COSName MARKED_CONTENT = COSName.getPDFName("MCR");
    private static final COSName ALT = COSName.getPDFName("Alt");

    private final COSDictionary root = new COSDictionary();
    private final COSArray pages = new COSArray();
    private final Element document;

    Structure(PDDocument file) {
        root.setItem(COSName.TYPE, ROOT);
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NUMS, pages);
        root.setItem(PARENT_TREE, tree);
        document = new Element("Document", root);
        root.setItem(COSName.K, document.dictionary);
        file.getDocumentCatalog().getCOSObject().setItem(ROOT, root);
    }

    Element document() {
        return document;
    }

    /** The number of a new page in the tree, and the place for the parents of what stands on it. */
    COSArray addPage(int number) {
        COSArray parents = new COSArray();
        pages.add(COSInteger.get(number));
        pages.add(parents);
        root.setInt(NEXT_KEY, number + 1);
        return parents;
    }

    /** One part of the document. */
    static final class Element {
        private final COSDictionary dictionary = new COSDictionary();
        private final String type;

        private Element(String type, COSDictionary parent) {
            this.type = type;
            dictionary.setItem(COSName.S, COSName.getPDFName(type));
            dictionary.setItem(COSName.P, parent);
        }

        /** A new part of this part, after the others. */
        Element add(String childType) {
            Element child = new Element(childType, dictionary);
            addKid(child.dictionary);
            return child;
        }

        String type() {
            return type;
        }

        Element alternative(String text) {
            dictionary.setString(ALT, text);
            return this;
        }

        Element attributes(COSDictionary attributes) {
            dictionary.setItem(COSName.A, attributes);
            return this;
        }

        /** Notes that a marked content of a page is of this part. */
        void addContent(COSDictionary page, int id, COSArray parentsOfPage) {
            parentsOfPage.add(dictionary);
            COSDictionary known = dictionary.getCOSDictionary(COSName.PG);
            if (known == null) {
                dictionary.setItem(COSName.PG, page);
            }
            if (known == null || known == page) {
                addKid(COSInteger.get(id));
                return;
            }
            COSDictionary reference = new COSDictionary();
            reference.setItem(COSName.TYPE, MARKED_CONTENT);
            reference.setItem(COSName.PG, page);
            reference.setInt(COSName.MCID, id);
            reference.setDirect(true);
            addKid(reference);
        }

        private void addKid(COSBase kid) {
            @Nullable COSBase kids = dictionary.getItem(COSName.K);
            if (kids == null) {
                dictionary.setItem(COSName.K, kid);
            } else if (kids instanceof COSArray array) {
                array.add(kid);
            } else {
                COSArray array = new COSArray();
                array.add(kids);
                array.add(kid);
                dictionary.setItem(COSName.K, array);
            }
        }
    }

    /** Attributes of a heading cell: for which cells it speaks and over how many it spans. */
    static COSDictionary heading(String scope, int columns, int rows) {
        COSDictionary attributes = owned("Table");
        attributes.setItem("Scope", COSName.getPDFName(scope));
        if (columns > 1) {
            attributes.setInt("ColSpan", columns);
        }
        if (rows > 1) {
            attributes.setInt("RowSpan", rows);
        }
        return attributes;
    }

    /** Where a figure stands on its page, as left, bottom, right and top. */
    static COSDictionary box(float left, float bottom, float right, float top) {
        COSDictionary attributes = owned("Layout");
        COSArray box = new COSArray();
        box.setFloatArray(new float[] {left, bottom, right, top});
        attributes.setItem("BBox", box);
        return attributes;
    }

    private static COSDictionary owned(String owner) {
        COSDictionary attributes = new COSDictionary();
        attributes.setItem("O", COSName.getPDFName(owner));
        return attributes;
    }
}
