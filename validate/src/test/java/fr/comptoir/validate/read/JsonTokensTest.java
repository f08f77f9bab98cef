package fr.comptoir.validate.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

class JsonTokensTest {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final String[] SCALARS = {
        "0",
        "-0",
        "7",
        "-7",
        "9223372036854775807",
        "9223372036854775808",
        "1.50",
        "1e3",
        "true",
        "false",
        "null",
        "\"\"",
        "\"Revue d\\u2019histoire\"",
        "\"a/b~c\"",
        "\"" + "long ".repeat(40) + "\""
    };

    private static JsonParser parser(String json) {
        return FACTORY.createParser(ObjectReadContext.empty(), json);
    }

    private static void value(Random random, int depth, StringBuilder json) {
        int kind = depth == 0 ? 0 : random.nextInt(3);
        if (kind == 0) {
            json.append(SCALARS[random.nextInt(SCALARS.length)]);
            return;
        }
        json.append(kind == 1 ? '[' : '{');
        int length = random.nextInt(6);
        for (int i = 0; i < length; i++) {
            json.append(i == 0 ? "" : ", ");
            if (kind == 2) {
                json.append("\"n/").append(i).append("~\": ");
            }
            value(random, depth - 1, json);
        }
        json.append(kind == 1 ? ']' : '}');
    }

    @RepeatedTest(20)
    void tokensTextsNumbersAndPlacesAreTheParsersOwn(RepetitionInfo seed) {
        Random random = new Random(seed.getCurrentRepetition());
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < 300; i++) {
            json.append(i == 0 ? "" : ",");
            value(random, 5, json);
        }
        json.append(']');
        try (JsonParser own = parser(json.toString());
                JsonParser parser = parser(json.toString());
                JsonTokens tokens = new JsonTokens(parser)) {
            for (JsonToken expected = own.nextToken(); expected != null; expected = own.nextToken()) {
                assertThat(tokens.next()).isEqualTo(expected);
                assertThat(tokens.current()).isEqualTo(expected);
                assertThat(tokens.pointer())
                        .isEqualTo(own.streamReadContext().pathAsPointer().toString());
                if (!expected.isStructStart() && !expected.isStructEnd()) {
                    assertThat(tokens.text()).isEqualTo(own.getString());
                }
                boolean fits = expected == JsonToken.VALUE_NUMBER_INT
                        && own.getNumberType() != JsonParser.NumberType.BIG_INTEGER
                        && own.getLongValue() >= 0;
                assertThat(fits).isEqualTo(tokens.isCount());
                if (fits) {
                    assertThat(tokens.count()).isEqualTo(own.getLongValue());
                }
                if (expected.isStructStart() && random.nextBoolean()) {
                    own.skipChildren();
                    tokens.skipChildren();
                    assertThat(tokens.current()).isEqualTo(own.currentToken());
                }
            }
            assertThat(tokens.next()).isNull();
            assertThat(tokens.next()).isNull();
        }
    }

    @Test
    void namesAreGivenAloneAndEndWithTheObject() {
        try (JsonParser parser = parser("{\"a\": 1, \"b\": {}}");
                JsonTokens tokens = new JsonTokens(parser)) {
            assertThat(tokens.next()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(tokens.nextName()).isEqualTo("a");
            assertThat(tokens.next()).isEqualTo(JsonToken.VALUE_NUMBER_INT);
            assertThat(tokens.nextName()).isEqualTo("b");
            assertThat(tokens.next()).isEqualTo(JsonToken.START_OBJECT);
            assertThat(tokens.nextName()).isNull();
            assertThat(tokens.nextName()).isNull();
            assertThat(tokens.next()).isNull();
        }
    }

    @Test
    void whatIsBrokenIsSaidWhereItIsAfterWhatCameBefore() {
        try (JsonParser parser = parser("{\"a\": [1, 2,\n}");
                JsonTokens tokens = new JsonTokens(parser)) {
            for (int token = 0; token < 5; token++) {
                assertThat(tokens.next()).isNotNull();
            }
            assertThat(tokens.pointer()).isEqualTo("/a/1");
            for (int again = 0; again < 2; again++) {
                assertThatThrownBy(tokens::next)
                        .isInstanceOfSatisfying(
                                JacksonException.class,
                                wrong -> assertThat(wrong.getLocation().getLineNr())
                                        .isEqualTo(2));
            }
        }
    }

    @Test
    void whoReadsNoFurtherLeavesNoThreadBehind() {
        Thread[] before = new Thread[1];
        try (JsonParser parser = parser("[" + "1,".repeat(1_000_000) + "1]");
                JsonTokens tokens = new JsonTokens(parser)) {
            tokens.next();
            before[0] = Thread.getAllStackTraces().keySet().stream()
                    .filter(thread -> thread.getName().equals("tokens-ahead"))
                    .findFirst()
                    .orElseThrow();
        }
        assertThat(before[0].isAlive()).isFalse();
    }
}
