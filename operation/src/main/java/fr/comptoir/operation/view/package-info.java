/**
 * What a customer sees of its usage: a {@link fr.comptoir.operation.view.View} is one question, read from the address of a page, and
 * everything that answers it is a {@link fr.comptoir.operation.view.Panel}, of which pages, JSON, CSV and workbooks are made alike.
 */
@NullMarked
package fr.comptoir.operation.view;

import org.jspecify.annotations.NullMarked;
