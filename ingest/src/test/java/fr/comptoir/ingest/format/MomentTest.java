package fr.comptoir.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MomentTest {
    /** A time without zone is the platform's, in summer, in winter, and where the clock is moved; zones with odd offsets too. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Europe/Paris",
                "UTC",
                "Australia/Lord_Howe",
                "America/St_Johns",
                "Asia/Kathmandu",
                "Africa/Casablanca"
            })
    void localTimes(String zoneName) {
        ZoneId zone = ZoneId.of(zoneName);
        Moment moment = new Moment(zone);
        for (LocalDateTime time = LocalDateTime.of(2026, 1, 1, 0, 7, 3);
                time.getYear() < 2027;
                time = time.plusMinutes(17)) {
            byte[] text = (time + "x").getBytes(StandardCharsets.US_ASCII);
            moment.clear();
            assertThat(IsoTime.read(text, 0, text.length, moment)).isEqualTo(text.length - 1);
            assertThat(Instant.ofEpochMilli(moment.millis()))
                    .isEqualTo(time.atZone(zone).toInstant());
        }
    }
}
