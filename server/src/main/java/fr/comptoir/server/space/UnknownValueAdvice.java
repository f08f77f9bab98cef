package fr.comptoir.server.space;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** Says an {@link UnknownValueException}. */
@ControllerAdvice
final class UnknownValueAdvice {
    private final Answers answers;

    UnknownValueAdvice(PageTexts texts) {
        answers = new Answers(texts);
    }

    @ExceptionHandler(UnknownValueException.class)
    void say(UnknownValueException unknown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        answers.refuse(List.of(unknown.problem()), request, response);
    }
}
