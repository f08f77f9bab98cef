package fr.comptoir.demo;

import fr.comptoir.demo.Work.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** What readers take from the catalogue: some works far more often than others, and often one next to the last. */
final class Library {

    private final List<Work> articles;
    private final List<Work> others;
    private final Map<String, List<Work>> groups = new HashMap<>();
    private final List<String> databases;

    Library(Catalogue catalogue, SplittableRandom random) {
        List<Work> works = shuffled(catalogue.works(), random);
        this.articles = works.stream().filter(Library::isArticle).toList();
        this.others = works.stream().filter(work -> !isArticle(work)).toList();
        this.databases = catalogue.databases();
        for (Work work : works) {
            groups.computeIfAbsent(work.group(), group -> new ArrayList<>()).add(work);
        }
    }

    private static boolean isArticle(Work work) {
        return work.kind() == Kind.ARTICLE || work.kind() == Kind.FREEMIUM_ARTICLE;
    }

    private static List<Work> shuffled(List<Work> works, SplittableRandom random) {
        List<Work> out = new ArrayList<>(works);
        for (int i = out.size() - 1; i > 0; i--) {
            Collections.swap(out, i, random.nextInt(i + 1));
        }
        return out;
    }

    /** Every fourth is no article. */
    Work any(SplittableRandom random) {
        return skewed(random.nextInt(4) == 0 ? others : articles, random);
    }

    /** Another of the same journal or book, where there is one. */
    Work neighbour(Work work, SplittableRandom random) {
        return work.group().isEmpty() ? any(random) : skewed(groups.getOrDefault(work.group(), articles), random);
    }

    /** All of a journal or book, by the address of its page. */
    List<Work> group(String page) {
        return List.copyOf(groups.getOrDefault(page, List.of()));
    }

    String database(SplittableRandom random) {
        return databases.get(random.nextInt(databases.size()));
    }

    private static Work skewed(List<Work> list, SplittableRandom random) {
        double x = random.nextDouble();
        return list.get((int) (list.size() * x * x));
    }
}
