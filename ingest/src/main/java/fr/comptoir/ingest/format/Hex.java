package fr.comptoir.ingest.format;

/** Hexadecimal digits. */
final class Hex {
    private Hex() {}

    /** Value of a hexadecimal digit in either case, or -1. */
    static int digit(byte b) {
        if (b >= '0' && b <= '9') {
            return b - '0';
        }
        int lower = b | 0x20;
        return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
    }
}
