package fr.comptoir.ingest.format;

import fr.comptoir.ingest.format.Token.Literal;
import fr.comptoir.ingest.format.Token.Value;
import java.util.ArrayList;
import java.util.List;

/** Reads a log_format string of nginx. A variable that is not known by name is a value of which nothing is known. */
final class NginxPattern {
    private NginxPattern() {}

    static List<Token> parse(String pattern) {
        List<Token> tokens = new ArrayList<>();
        StringBuilder literal = new StringBuilder();
        int at = 0;
        while (at < pattern.length()) {
            char c = pattern.charAt(at);
            int end = c == '$' ? variableEnd(pattern, at) : at;
            if (end > at + 1) {
                endLiteral(tokens, literal);
                String name = pattern.charAt(at + 1) == '{'
                        ? pattern.substring(at + 2, end - 1)
                        : pattern.substring(at + 1, end);
                tokens.add(value(name));
                at = end;
            } else if (c == '\\' && at + 1 < pattern.length() && "\"'\\tnr".indexOf(pattern.charAt(at + 1)) >= 0) {
                literal.append(escaped(pattern.charAt(at + 1)));
                at += 2;
            } else {
                literal.append(c);
                at++;
            }
        }
        endLiteral(tokens, literal);
        return tokens;
    }

    private static char escaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            default -> c;
        };
    }

    private static int variableEnd(String pattern, int dollar) {
        if (pattern.startsWith("{", dollar + 1)) {
            int close = pattern.indexOf('}', dollar);
            return close < 0 ? dollar : close + 1;
        }
        int end = dollar + 1;
        while (end < pattern.length() && isNameChar(pattern.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static void endLiteral(List<Token> tokens, StringBuilder literal) {
        if (!literal.isEmpty()) {
            tokens.add(new Literal(literal.toString()));
            literal.setLength(0);
        }
    }

    /** What a variable (without {@code $}) is. */
    static Value value(String variable) {
        String written = "$" + variable;
        Meaning meaning = switch (variable) {
            case "remote_addr", "realip_remote_addr", "proxy_protocol_addr" -> Meaning.ADDRESS;
            case "proxy_add_x_forwarded_for" -> Meaning.CHAIN;
            case "request" -> Meaning.REQUEST;
            case "request_method" -> Meaning.METHOD;
            case "request_uri" -> Meaning.TARGET;
            case "uri", "document_uri" -> Meaning.PATH;
            case "args", "query_string" -> Meaning.QUERY;
            case "status" -> Meaning.STATUS;
            case "body_bytes_sent", "bytes_sent", "request_length" -> Meaning.NUMBER;
            case "host", "server_name" -> Meaning.HOST;
            case "remote_user" -> Meaning.USER;
            case "time_local", "time_iso8601", "msec" -> Meaning.TIME;
            default -> variable.startsWith("upstream_") ? Meaning.LIST : Meaning.OPAQUE;
        };
        if (variable.startsWith("http_")) {
            String header = variable.substring(5);
            return new Value(written, FieldNames.requestHeader(header), FieldNames.header(header), 2);
        }
        if (variable.startsWith("sent_http_")) {
            return new Value(written, FieldNames.responseHeader(variable.substring(10)), Meaning.TEXT, 0);
        }
        if (variable.startsWith("cookie_")) {
            return new Value(written, FieldNames.cookie(variable.substring(7)), Meaning.TEXT, 0);
        }
        return switch (variable) {
            case "time_local" -> new Value(written, written, meaning, 2, TimeForms.CLF);
            case "time_iso8601" -> new Value(written, written, meaning, 3, TimeForms.ISO_8601);
            case "msec" -> new Value(written, written, meaning, 1, TimeForms.SECONDS);
            case "remote_user" -> new Value(written, FieldNames.USER, meaning, 0);
            case "realip_remote_addr" -> new Value(written, written, meaning, 2);
            case "proxy_protocol_addr" -> new Value(written, written, meaning, 3);
            default -> new Value(written, written, meaning, 1);
        };
    }
}
