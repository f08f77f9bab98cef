package fr.comptoir.validate.finding;

import fr.comptoir.model.code.Release;

/**
 * One thing that can be wrong. Findings of one kind are bounded in number together.
 *
 * @param code name for programs, in kebab case; never changes its meaning
 * @param section51 section of the Code of Practice, Release 5.1
 * @param section5 section of the Code of Practice, Release 5.0.3
 */
public record Kind(String code, Severity severity, String section51, String section5) {
    public static Kind fatal(String code, String section) {
        return new Kind(code, Severity.FATAL_ERROR, section, section);
    }

    public static Kind critical(String code, String section) {
        return new Kind(code, Severity.CRITICAL_ERROR, section, section);
    }

    public static Kind error(String code, String section) {
        return new Kind(code, Severity.ERROR, section, section);
    }

    public static Kind warning(String code, String section) {
        return new Kind(code, Severity.WARNING, section, section);
    }

    public static Kind notice(String code, String section) {
        return new Kind(code, Severity.NOTICE, section, section);
    }

    /** The same kind where Release 5 has the matter in another section. */
    public Kind inR5(String section) {
        return new Kind(code, severity, section51, section);
    }

    String section(Release release) {
        return switch (release) {
            case R5 -> "5.0.3, " + section5;
            case R5_1 -> "5.1, " + section51;
        };
    }
}
