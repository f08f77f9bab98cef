package fr.comptoir.demo;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Titles, authors and search terms that sound like the real ones. */
final class Words {

    private static final List<String> FRENCH_WAYS = List.of(
            "Relire %s",
            "%s en débat",
            "%s et %s : une relecture",
            "Mesurer %s, comprendre %s",
            "%s, entre archives et terrain",
            "Penser %s, penser %s",
            "Décrire %s",
            "%s à l’épreuve des sources");
    private static final List<String> FRENCH_THINGS = List.of(
            "la forêt communale",
            "l’enquête orale",
            "le littoral",
            "la ville moyenne",
            "l’édition savante",
            "le travail saisonnier",
            "la mémoire ouvrière",
            "l’école rurale",
            "la frontière",
            "l’hôpital public",
            "la traduction",
            "le cadastre napoléonien",
            "l’œuvre inachevée",
            "le marché des céréales");
    private static final List<String> ENGLISH_WAYS = List.of(
            "On the dynamics of %s",
            "%s under changing %s",
            "A field study of %s",
            "Revisiting %s",
            "Linking %s and %s",
            "Open data for %s",
            "Three decades of %s");
    private static final List<String> ENGLISH_THINGS = List.of(
            "coastal sediments",
            "river networks",
            "soil moisture",
            "kelp forests",
            "groundwater quality",
            "thermal regimes",
            "sensor calibration",
            "shallow aquifers",
            "plankton communities",
            "dune vegetation",
            "tidal energy",
            "mixed-effects models");
    private static final List<String> GIVEN = List.of(
            "Aurélie",
            "Benoît",
            "Chloé",
            "Damien",
            "Élodie",
            "François",
            "Gaëlle",
            "Hugo",
            "Inès",
            "Jérôme",
            "Käthe",
            "Léa",
            "Maël",
            "Noémie",
            "Océane",
            "Paul",
            "Rosa",
            "Søren",
            "Théo",
            "Yann");
    private static final List<String> FAMILY = List.of(
            "Aubépine",
            "Brèche",
            "Cormier",
            "Duvallon",
            "Étienvre",
            "Fougère",
            "Garenne",
            "Hautbois",
            "Îlot",
            "Jonquère",
            "Kerlann",
            "Lisière",
            "Marnier",
            "Noyer",
            "Ormeau",
            "Prairie",
            "Quéfer",
            "Ronce",
            "Sureau",
            "Tilleul",
            "Vergne");
    private static final List<String> TERMS = List.of(
            "littoral",
            "for%C3%AAt",
            "histoire+orale",
            "travail+saisonnier",
            "soil+moisture",
            "tidal+energy",
            "%C3%A9cole+rurale",
            "cadastre",
            "open+access",
            "m%C3%A9moire",
            "kelp",
            "groundwater",
            "archives+municipales",
            "traduction",
            "sensor+calibration");

    private final SplittableRandom random;

    Words(SplittableRandom random) {
        this.random = random;
    }

    String title(String language) {
        boolean french = "fr".equals(language);
        String way = one(french ? FRENCH_WAYS : ENGLISH_WAYS);
        List<String> things = french ? FRENCH_THINGS : ENGLISH_THINGS;
        int first = random.nextInt(things.size());
        int second = (first + random.nextInt(1, things.size())) % things.size();
        String title = way.replaceFirst("%s", things.get(first)).replaceFirst("%s", things.get(second));
        return title.substring(0, 1).toUpperCase(Locale.ROOT) + title.substring(1);
    }

    /** One to three authors; every other one with an ORCID, from a block that is not given out. */
    String authors() {
        StringBuilder out = new StringBuilder();
        int count = random.nextInt(1, 4);
        for (int i = 0; i < count; i++) {
            out.append(i == 0 ? "" : "; ").append(one(GIVEN)).append(' ').append(one(FAMILY));
            if (random.nextBoolean()) {
                out.append(" (ORCID:")
                        .append(CheckDigits.orcid(990_000_000L + random.nextInt(900_000)))
                        .append(')');
            }
        }
        return out.toString();
    }

    /** What a reader typed, as a query string has it. */
    static String term(SplittableRandom random) {
        return TERMS.get(random.nextInt(TERMS.size()))
                + (random.nextInt(3) == 0 ? "+" + random.nextInt(1950, 2026) : "");
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
