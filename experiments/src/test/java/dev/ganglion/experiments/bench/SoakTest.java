package dev.ganglion.experiments.bench;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class SoakTest {
    private static Soak.Result result(long... bytes) {
        List<Soak.Sample> samples = java.util.Arrays.stream(bytes)
                .mapToObj(size -> new Soak.Sample(61, size))
                .toList();
        return new Soak.Result(1000, 70, samples, 1_000_000);
    }

    @Test
    void spread_isTheLargestDistanceFromTheMedian() {
        then(result(98, 100, 102).spread()).isCloseTo(0.02, within(1e-12));
        then(result(100, 100, 103, 104).spread()).isCloseTo(2.5 / 101.5, within(1e-12));
    }

    @Test
    void aSizeThatGrows_isNotConstant() {
        then(result(98, 100, 102).isConstant()).isTrue();
        then(result(97, 100, 103).isConstant()).isFalse();
    }

    @Test
    void drift_isThatOfTheMediansOfTenths() {
        long[] bytes = new long[30];
        java.util.Arrays.fill(bytes, 100);
        bytes[7] = 130;
        then(result(bytes).drift()).isZero();
        then(result(bytes).spread()).isCloseTo(0.3, within(1e-12));
        bytes[28] = 103;
        bytes[29] = 103;
        then(result(bytes).drift()).isCloseTo(0.03, within(1e-12));
        then(result(bytes).isConstant()).isFalse();
    }

    @Test
    void residentSize_isReadFromTheStatusOfTheProcess() {
        String status = "Name:\tjava\nVmHWM:\t  654321 kB\nVmRSS:\t  123456 kB\nThreads:\t9\n";
        then(ResidentSize.parse(status, "VmRSS:")).hasValue(123456L * 1024);
        then(ResidentSize.parse(status, "VmHWM:")).hasValue(654321L * 1024);
        then(ResidentSize.parse(status, "VmSwap:")).isEmpty();
    }
}
