package fr.comptoir.server.months;

/** The chores that change months, for pages on which a person asks for one. */
record MonthChores(Chores chores) {}
