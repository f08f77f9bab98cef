package fr.comptoir.customers.base;

/** The customers' database cannot be used, or not in this way; the message is one sentence for the person who runs the platform. */
public final class CustomersException extends RuntimeException {
    public CustomersException(String message) {
        super(message);
    }

    public CustomersException(String message, Throwable cause) {
        super(message, cause);
    }
}
