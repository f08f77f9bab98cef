package fr.comptoir.model.action;

/**
 * An archive of many documents that was delivered at once. Its line names the question and not the documents, so that it is no action and in no
 * report of the Code; it is kept apart as technical use. Addresses are keyed hashes, as in {@link Actions}.
 *
 * @param day in the platform's time zone, days since 1970-01-01
 * @param address keyed hash of the client's address; 0 for none
 * @param network48 keyed hash of its /48 network; 0 for IPv4
 * @param network64 keyed hash of its /64 network; 0 for IPv4
 * @param organisation the authenticated organisation of the log; blank for none
 * @param customers to whom it was attributed when it was read: ids sorted and joined with {@code |}, consortia included
 * @param documents how many it holds
 * @param assumed whether the line says no number of documents, or one beyond what the rule allows, so that the rule's own was taken
 * @param input number of the input in the store
 * @param line number in the input, from 1
 */
public record Extraction(
        int day,
        long address,
        long network48,
        long network64,
        String organisation,
        String customers,
        AccessRoute route,
        int documents,
        boolean assumed,
        int input,
        int line) {
    /** The same with so many lines before it. */
    public Extraction after(int lines) {
        return new Extraction(
                day,
                address,
                network48,
                network64,
                organisation,
                customers,
                route,
                documents,
                assumed,
                input,
                line + lines);
    }
}
