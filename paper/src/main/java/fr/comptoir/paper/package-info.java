/**
 * Documents for people: plain values in, an accessible PDF out (PDF/UA-1 and PDF/A-3a). It knows nothing of COUNTER; whoever asks brings the
 * words and the figures.
 */
@NullMarked
package fr.comptoir.paper;

import org.jspecify.annotations.NullMarked;
