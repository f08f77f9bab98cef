package fr.comptoir.ingest.format;

/** Chains of client addresses: {@code client, proxy, proxy}. */
final class Chains {
    private Chains() {}

    /**
     * Takes the last address of a chain for the address: what stood before it is left as the chain.
     *
     * @return false when there is no last address
     */
    static boolean splitLast(LineFields fields, int chain, int address) {
        int from = fields.from[chain];
        int to = fields.to[chain];
        if (from < 0) {
            return false;
        }
        byte[] bytes = fields.bytes;
        int comma = to - 1;
        while (comma >= from && bytes[comma] != ',') {
            comma--;
        }
        int begin = comma + 1;
        while (begin < to && bytes[begin] == ' ') {
            begin++;
        }
        fields.from[address] = begin;
        fields.to[address] = to;
        fields.putPlain(address);
        fields.from[chain] = comma > from ? from : -1;
        fields.to[chain] = comma;
        return begin < to;
    }
}
