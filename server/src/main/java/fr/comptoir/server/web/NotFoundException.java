package fr.comptoir.server.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/** There is no such customer, key or account. */
@ResponseStatus(HttpStatus.NOT_FOUND)
public final class NotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param what there is none of */
    public NotFoundException(String what) {
        super("there is no " + what);
    }
}
