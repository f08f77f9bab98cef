package fr.comptoir.ingest.format;

/** How a log writes bytes that would break its lines, and how they are got back. */
enum Escapes {
    /** Backslash escapes: Apache's, nginx's and JSON's, which do not contradict each other. */
    LOG {
        @Override
        int decode(byte[] source, int from, int to, byte[] into, int at) {
            return Backslashes.decode(source, from, to, into, at);
        }
    },
    /** IIS: a blank is written {@code +}. */
    PLUS {
        @Override
        int decode(byte[] source, int from, int to, byte[] into, int at) {
            int end = at;
            for (int i = from; i < to; i++) {
                into[end++] = source[i] == '+' ? (byte) ' ' : source[i];
            }
            return end;
        }
    },
    /** CloudFront: percent-encoded; what was percent-encoded before it was logged is so twice, and loses both. */
    PERCENT {
        @Override
        int decode(byte[] source, int from, int to, byte[] into, int at) {
            int end = Percents.decode(source, from, to, into, at);
            return Percents.decode(into, at, end, into, at);
        }
    },
    /** W3C string: a quote inside quotes is written twice. */
    DOUBLED_QUOTES {
        @Override
        int decode(byte[] source, int from, int to, byte[] into, int at) {
            int end = at;
            for (int i = from; i < to; i++) {
                into[end++] = source[i];
                if (source[i] == '"' && i + 1 < to && source[i + 1] == '"') {
                    i++;
                }
            }
            return end;
        }
    };

    /**
     * Puts the plain bytes of {@code source[from, to)} into {@code into} from {@code at} on; they are never more than the source's.
     * What is no escape stays as it is.
     *
     * @return one past the last byte written
     */
    abstract int decode(byte[] source, int from, int to, byte[] into, int at);
}
