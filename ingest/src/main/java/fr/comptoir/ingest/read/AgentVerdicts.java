package fr.comptoir.ingest.read;

import static java.nio.charset.StandardCharsets.UTF_8;

import fr.comptoir.ingest.format.Field;
import fr.comptoir.ingest.format.LineFields;
import fr.comptoir.ingest.robot.RobotPattern;
import fr.comptoir.ingest.robot.Robots;
import fr.comptoir.model.action.Actions;
import fr.comptoir.model.action.BytesTable;
import fr.comptoir.model.action.KeyedHash;
import java.util.Arrays;
import java.util.Optional;

/** What the list of robots says of each user agent seen, and the agent's keyed hash. Not thread-safe. */
final class AgentVerdicts {
    /** Stands for "no robot" in {@link #robot}. */
    static final int NOT_A_ROBOT = 0;

    private static final int AGENT = Field.USER_AGENT.ordinal();

    final BytesTable table;
    private final Robots robots;
    private final KeyedHash keyedHash;
    private int[] robotNumbers = new int[1024];
    private long[] hashes = new long[1024];

    AgentVerdicts(Robots robots, KeyedHash keyedHash, long seed) {
        this.robots = robots;
        this.keyedHash = keyedHash;
        this.table = new BytesTable(seed);
    }

    /** The number here of the agent of a line that has one, given now if it has none yet. Keyed by the agent as the log wrote it. */
    int number(LineFields fields) {
        byte[] bytes = fields.bytesOf(Field.USER_AGENT);
        int from = fields.from[AGENT];
        int to = fields.to[AGENT];
        long hash = table.hash(bytes, from, to);
        int number = table.find(bytes, from, to, hash);
        return number >= 0 ? number : judge(fields, table.add(bytes, from, to, hash));
    }

    /** The number of the first entry of the list that finds a robot in the agent, or {@link #NOT_A_ROBOT}. */
    int robot(int number) {
        return robotNumbers[number];
    }

    long hash(int number) {
        return hashes[number];
    }

    /** What actions keep of the agent: the first half of its hash; see {@link Actions#agent}. */
    int kept(int number) {
        int half = (int) (hashes[number] >>> Integer.SIZE);
        return half == Actions.NO_AGENT ? 1 : half;
    }

    private int judge(LineFields fields, int number) {
        if (number == robotNumbers.length) {
            robotNumbers = Arrays.copyOf(robotNumbers, 2 * number);
            hashes = Arrays.copyOf(hashes, 2 * number);
        }
        boolean blanksAsPlus = blanksAsPlus(fields);
        fields.unescape(Field.USER_AGENT);
        byte[] bytes = fields.bytesOf(Field.USER_AGENT);
        int from = fields.from[AGENT];
        int to = fields.to[AGENT];
        String agent = new String(bytes, from, to - from, UTF_8);
        Optional<RobotPattern> robot = robots.match(agent);
        if (robot.isEmpty() && blanksAsPlus) {
            robot = robots.match(agent.replace(' ', '+'));
        }
        robotNumbers[number] = robot.map(RobotPattern::number).orElse(NOT_A_ROBOT);
        hashes[number] = keyedHash.of(bytes, from, to);
        return number;
    }

    /** Whether the log writes {@code +} for the blanks of an agent (W3C): then patterns written for such logs must see it so. */
    private static boolean blanksAsPlus(LineFields fields) {
        byte[] bytes = fields.bytesOf(Field.USER_AGENT);
        boolean plus = false;
        for (int i = fields.from[AGENT]; i < fields.to[AGENT]; i++) {
            if (bytes[i] == ' ') {
                return false;
            }
            plus |= bytes[i] == '+';
        }
        return plus && fields.isEscaped(Field.USER_AGENT);
    }
}
