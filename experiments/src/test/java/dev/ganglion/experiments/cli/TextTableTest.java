package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void of_lastColumn_isWrappedUnderItself() {
        String table = TextTable.of(
                List.of(List.of("joints", "5", "Number of joints of the body, which has one link more.")), "  ", 45);
        then(table).isEqualTo("""
                          joints  5  Number of joints of the body,
                                     which has one link more.
                        """);
    }

    @Test
    void of_rowsOfDifferentLength_shareColumns() {
        then(TextTable.of(List.of(List.of("a", "1"), List.of("long", "2", "three")), "", 80))
                .isEqualTo("a     1\nlong  2  three\n");
    }
}
