package fr.comptoir.customers.month;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of the Code and the Friendly Guide. */
class ThresholdsTest {
    private static final Thresholds CODE = Thresholds.OF_THE_CODE;

    @Test
    void aSpikeIsThreeTimesTheMeanAndAHundredMore() {
        assertThat(CODE.isSpike(450, 100)).isTrue();
        assertThat(CODE.isSpike(400, 100)).isTrue();
        assertThat(CODE.isSpike(399, 100)).isFalse();
        assertThat(CODE.isSpike(100, 0)).isTrue();
    }

    @Test
    void aDipIsLessThanAHundredthOfAMeanOfTwentyOrMore() {
        assertThat(CODE.isDip(4, 500)).isTrue();
        assertThat(CODE.isDip(5, 500)).isFalse();
        assertThat(CODE.isDip(0, 20)).isTrue();
        assertThat(CODE.isDip(0, 19.9)).isFalse();
    }

    @Test
    void ownThresholdsReplaceThem() {
        Thresholds own = new Thresholds(10, 0, 50, 10);
        assertThat(own.isSpike(999, 100)).isFalse();
        assertThat(own.isSpike(1000, 100)).isTrue();
        assertThat(own.isDip(49, 100)).isTrue();
        assertThat(new Thresholds(0.5, 0, 1, 20).areRight()).isFalse();
        assertThat(new Thresholds(Double.NaN, 0, 1, 20).areRight()).isFalse();
    }
}
