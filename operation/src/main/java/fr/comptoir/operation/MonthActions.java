package fr.comptoir.operation;

import fr.comptoir.store.state.State;
import fr.comptoir.store.state.Versions;
import java.util.List;

/**
 * The actions of a month as they would be read and attributed today.
 *
 * @param state in which the month has those actions
 * @param source where they come from, for a person
 * @param with with what they were read and attributed
 * @param notes what could not be done anew
 */
record MonthActions(State state, String source, Versions with, List<String> notes) {}
