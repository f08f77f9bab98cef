package fr.comptoir.paper;

import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** How far to the left and to the right letters stand. */
final class Edges extends PDFTextStripper {
    float left = Float.MAX_VALUE;
    float right;

    @Override
    protected void processTextPosition(TextPosition letter) {
        left = Math.min(left, letter.getX());
        right = Math.max(right, letter.getX() + letter.getWidth());
    }
}
