package fr.comptoir.model.code;

import java.util.Optional;

/** What kind of host a platform is: it decides which reports the Code requires of it (CoP 5.1 and 5.0.3, sections 3.3.1 and 4). */
public enum HostType {
    AI_DATABASE("A&I_Database"),
    AGGREGATED_FULL_CONTENT("Aggregated_Full_Content"),
    DATA_REPOSITORY("Data_Repository"),
    DISCOVERY_SERVICE("Discovery_Service"),
    EBOOK("eBook"),
    EBOOK_COLLECTION("eBook_Collection"),
    EJOURNAL("eJournal"),
    FULL_CONTENT_DATABASE("Full_Content_Database"),
    MULTIMEDIA("Multimedia"),
    MULTIMEDIA_COLLECTION("Multimedia_Collection"),
    REPOSITORY("Repository"),
    SCHOLARLY_COLLABORATION_NETWORK("Scholarly_Collaboration_Network");

    private final String code;

    HostType(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** The type of that name in any letter case. */
    public static Optional<HostType> of(String text) {
        return Codes.find(values(), HostType::code, text);
    }
}
