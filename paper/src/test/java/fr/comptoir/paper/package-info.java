@org.jspecify.annotations.NullMarked
package fr.comptoir.paper;
