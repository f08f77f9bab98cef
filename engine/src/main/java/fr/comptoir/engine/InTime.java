package fr.comptoir.engine;

import fr.comptoir.model.action.Actions;

/** Which of two rows came first; of those in one instant, the one that was written first. */
final class InTime {
    private InTime() {}

    static int compare(Actions actions, int row, int other) {
        int order = Long.compare(actions.time[row], actions.time[other]);
        order = order != 0 ? order : Integer.compare(actions.input[row], actions.input[other]);
        order = order != 0 ? order : Integer.compare(actions.line[row], actions.line[other]);
        return order != 0 ? order : Short.compare(actions.part[row], actions.part[other]);
    }
}
