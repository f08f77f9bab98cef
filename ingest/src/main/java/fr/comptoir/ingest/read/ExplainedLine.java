package fr.comptoir.ingest.read;

import fr.comptoir.ingest.page.Documents;
import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.model.action.AccessRoute;
import fr.comptoir.model.action.ActionKind;
import fr.comptoir.model.action.LineOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where one line ended and why. What could tell who acted is not here.
 *
 * @param line number in the input, from 1
 * @param time absent when the line is malformed
 * @param method {@code ""} when there is none
 * @param path percent-encoded as in the log, without query; {@code ""} when there is none
 * @param status -1 when there is none
 * @param pageRule the rule that matched, as in {@link fr.comptoir.ingest.page.PageRules#describe}; {@code ""} for none
 * @param item the item that the rule names; {@code ""} for none
 * @param databases those that a search names
 * @param kind what it would count as; absent when the rule or the status said no
 * @param extraction the documents of the archive that was delivered; absent when the line is no extraction that counts
 * @param robot the entry of the list that found a robot
 * @param customers to whom it belongs: ids joined with {@code |}; {@code ""} for nobody known
 * @param arrival the way of arrival that the line itself tells; {@code ""} when the line is no action or nobody asks for it
 * @param route of access; NOT_RECORDED when the line is no action
 * @param text of a malformed line, its beginning
 * @param fault of a malformed line, which value cannot be read and what was expected, in English; {@code ""} for one of many thousand bytes
 */
public record ExplainedLine(
        int line,
        LineOutcome outcome,
        Optional<Instant> time,
        String method,
        String path,
        int status,
        String agent,
        String pageRule,
        String item,
        List<String> databases,
        Optional<ActionKind> kind,
        Optional<Documents> extraction,
        Optional<RobotPattern> robot,
        String customers,
        String arrival,
        AccessRoute route,
        String text,
        String fault) {}
