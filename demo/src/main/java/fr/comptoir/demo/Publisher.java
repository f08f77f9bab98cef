package fr.comptoir.demo;

/** The platform's publishers. */
enum Publisher {
    VALMONT("Presses universitaires de Valmont", "ROR:" + CheckDigits.ror("9vamnt")),
    GRAND_LARGE("Éditions du Grand Large", "ISNI:" + CheckDigits.isni(981_000_001L)),
    SHR("Société d’histoire rurale", "SHR-0042"),
    NORTH_QUAY("North Quay Press", "ROR:" + CheckDigits.ror("9nqvay")),
    OPEN_DATA("Institut des données ouvertes", "ROR:" + CheckDigits.ror("9data0"));

    final String name;
    final String id;

    Publisher(String name, String id) {
        this.name = name;
        this.id = id;
    }
}
