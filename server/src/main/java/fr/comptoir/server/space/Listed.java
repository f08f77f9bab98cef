package fr.comptoir.server.space;

import fr.comptoir.operation.view.TableAsk;
import fr.comptoir.operation.view.ViewProblem;
import fr.comptoir.server.space.Spaces.Asked;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.util.MultiValueMap;

/** What is asked of a page that is one ranked table, with the problems of the order too. */
record Listed(Asked asked, TableAsk ask) {
    /**
     * Reads a request; see {@link Spaces#read}.
     *
     * @param columns by which the table can be sorted
     */
    static Listed read(
            Spaces spaces, String customer, MultiValueMap<String, String> parameters, Collection<String> columns)
            throws IOException {
        Set<String> own = new TreeSet<>(TableAsk.PARAMETERS);
        own.add("panel");
        Asked asked = spaces.read(customer, parameters, own);
        List<ViewProblem> problems = new ArrayList<>(asked.problems());
        TableAsk ask = TableAsk.parse(parameters, columns, problems);
        return new Listed(asked.with(problems), ask);
    }
}
