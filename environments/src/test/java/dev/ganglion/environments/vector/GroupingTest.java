package dev.ganglion.environments.vector;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupingTest {
    @Test
    void size_lastGroup_holdsTheRest() {
        Grouping grouping = new Grouping(19, 8);
        then(IntStream.range(0, grouping.count()).map(grouping::first)).containsExactly(0, 8, 16);
        then(IntStream.range(0, grouping.count()).map(grouping::size)).containsExactly(8, 8, 3);
    }

    @Test
    void firstOfWorker_moreGroupsThanWorkers_sharesDifferByAtMostOne() {
        // 5 groups for 3 workers: shares begin at floor(5w/3).
        Grouping grouping = new Grouping(40, 8);
        then(IntStream.rangeClosed(0, 3).map(worker -> grouping.firstOfWorker(worker, 3)))
                .containsExactly(0, 1, 3, 5);
    }

    @Test
    void grouping_empty_isRefused() {
        thenThrownBy(() -> new Grouping(0, 8)).hasMessageContaining("at least one environment");
    }
}
