package fr.comptoir.server.customers;

import fr.comptoir.customers.account.Passwords;

/**
 * What the hash of a password costs.
 *
 * @param power of two of bcrypt's rounds
 */
public record PasswordCost(int power) {
    /** What people's passwords get. */
    public static final PasswordCost USUAL = new PasswordCost(Passwords.COST);

    /** For tests alone, whose passwords are nobody's. */
    public static final PasswordCost OF_TESTS = new PasswordCost(4);
}
