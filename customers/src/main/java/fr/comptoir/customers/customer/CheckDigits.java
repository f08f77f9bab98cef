package fr.comptoir.customers.customer;

/** Whether identifiers of the right form have the right check digit. */
final class CheckDigits {
    private static final String CROCKFORD = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final String UAI_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";

    private CheckDigits() {}

    /** 16 characters, ISO 7064 mod 11-2. */
    static boolean isni(String value) {
        int total = 0;
        for (int i = 0; i < 15; i++) {
            total = (total + value.charAt(i) - '0') * 2 % 11;
        }
        int check = (12 - total) % 11;
        return value.charAt(15) == (check == 10 ? 'X' : (char) ('0' + check));
    }

    /** Nine characters: {@code 0}, six of Crockford's base 32, two digits of ISO 7064 mod 97-10. */
    static boolean ror(String value) {
        long number = 0;
        for (int i = 0; i < 7; i++) {
            number = number * 32 + CROCKFORD.indexOf(value.charAt(i));
        }
        return 98 - number * 100 % 97 == Integer.parseInt(value.substring(7));
    }

    /** Seven digits and the letter that stands for their remainder by 23. */
    static boolean uai(String value) {
        return UAI_LETTERS.charAt(Integer.parseInt(value.substring(0, 7)) % 23) == value.charAt(7);
    }
}
