package fr.comptoir.model.action;

/** By what a user was told apart, the most reliable first (CoP 5.1, section 7.2). */
public enum UserIdentity {
    LOGIN,
    USER_COOKIE,
    SESSION_COOKIE,
    ADDRESS_AND_AGENT
}
