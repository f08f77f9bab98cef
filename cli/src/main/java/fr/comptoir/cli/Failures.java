package fr.comptoir.cli;

import fr.comptoir.model.site.InputException;
import fr.comptoir.model.site.Problem;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says what went wrong in sentences on standard error, and chooses the exit status. A bug keeps its stack trace. */
final class Failures implements IExecutionExceptionHandler {
    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        if (failure instanceof InputException wrong) {
            for (Problem problem : wrong.problems()) {
                boolean warning = problem.severity() == Problem.Severity.WARNING;
                command.getErr().println((warning ? "warning: " : "") + problem);
            }
            return ExitStatus.WRONG_INPUT;
        }
        if (isUnwritable(failure)) {
            return ExitStatus.FAILURE; // said by the program's end, which knows why
        }
        if (failure instanceof IOException io) {
            command.getErr().println("comptoir: " + sentence(io));
            return ExitStatus.FAILURE;
        }
        command.getErr().println("comptoir: an error in the program; please report it with what follows");
        failure.printStackTrace(command.getErr());
        return ExitStatus.FAILURE;
    }

    private static String sentence(IOException failure) {
        if (isFull(failure)) {
            boolean named = failure instanceof FileSystemException file && file.getFile() != null;
            return "no space left on the device"
                    + (named ? " while writing " + ((FileSystemException) failure).getFile() : "")
                    + "; nothing was changed";
        }
        if (failure instanceof NoSuchFileException || failure instanceof FileNotFoundException) {
            return failure.getMessage() + ": there is no such file";
        }
        if (failure instanceof AccessDeniedException) {
            return failure.getMessage() + ": permission denied";
        }
        if (failure instanceof FileSystemException file && file.getReason() != null) {
            return file.getFile() + ": " + file.getReason();
        }
        String message = failure.getMessage();
        return message == null ? failure.toString() : message;
    }

    private static boolean isUnwritable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Output.Unwritable) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFull(IOException failure) {
        return String.valueOf(failure.getMessage()).contains("No space left on device");
    }
}
