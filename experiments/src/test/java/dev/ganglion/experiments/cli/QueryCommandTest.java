package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import dev.ganglion.experiments.study.Studies;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryCommandTest {
    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void finish() {
        Studies.finished(folder, Studies.TINY.replace("seeds: 1", "seeds: 2"), cell -> cell.seed() * 50);
        out = folder.resolve("out");
    }

    @Test
    void query_selectsFromCells() {
        Captured query = Captured.run(
                "query", out, "select arm, avg(return_after) as mean from cells group by arm order by arm");
        then(query.out()).isEqualTo("arm        mean\nsmall      75.00\nuntrained  75.00\n");
    }

    @Test
    void query_selectsFromTheTablesOfTheRuns() {
        then(Captured.run("query", out, "select cell, steps, return_mean from metrics", "--csv")
                        .out())
                .isEqualTo("""
                        cell,steps,return_mean
                        small/forage-size=5-time-limit=20/seed-1,96,25.0
                        small/forage-size=5-time-limit=20/seed-1,192,50.0
                        small/forage-size=5-time-limit=20/seed-2,96,50.0
                        small/forage-size=5-time-limit=20/seed-2,192,100.0
                        """);
        then(Captured.run("query", out, "select count(*) as n from episodes", "--json")
                        .array())
                .singleElement()
                .satisfies(row -> then(row).containsEntry("n", 2));
    }

    @Test
    void query_stepsToThreshold_areCensoredWhereItIsNotReached() {
        then(Captured.run(
                                "query",
                                out,
                                "select seed, steps_to_100, reached_100 from cells where arm = 'small' order by seed",
                                "--csv")
                        .out())
                .isEqualTo("seed,steps_to_100,reached_100\n1,192,false\n2,192,true\n");
    }

    @Test
    void query_nothing_showsTheColumns() {
        then(Captured.run("query", out).out())
                .startsWith("table     column")
                .containsPattern("cells +return_after +DOUBLE");
    }

    @Test
    void query_wrongSql_isOneSentence() {
        Captured query = Captured.run("query", out, "select retrun_after from cells");
        then(query.exitCode()).isEqualTo(2);
        then(query.err())
                .hasLineCount(1)
                .startsWith("ganglion: The query cannot be answered: ")
                .contains("retrun_after");
    }

    @Test
    void query_canReachNoFiles_andChangesNone() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");
        Path stolen = folder.resolve("stolen.csv");
        for (String sql : new String[] {
            "select * from read_csv('" + secret + "')",
            "copy cells to '" + stolen + "'",
            "attach '" + folder.resolve("new.db") + "'",
            "set enable_external_access = true",
            "install httpfs",
            "load httpfs"
        }) {
            Captured query = Captured.run("query", out, sql);
            then(query.exitCode()).as(sql).isEqualTo(2);
            then(query.err()).as(sql).hasLineCount(1);
        }
        then(stolen).doesNotExist();
    }

    @Test
    void query_whatIsNoStudy_isOneSentence() {
        Captured query = Captured.run("query", folder.resolve("none"), "select 1");
        then(query.exitCode()).isEqualTo(2);
        then(query.err()).hasLineCount(1).contains("There is no study at " + folder.resolve("none"));
    }
}
