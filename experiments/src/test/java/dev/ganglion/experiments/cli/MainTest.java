package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenCode;

import java.lang.reflect.Field;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

class MainTest {
    @Test
    void noArguments_printsTheHelp() {
        Captured run = Captured.run();
        then(run.exitCode()).isZero();
        then(run.out()).contains("Usage: ganglion").contains("Examples:");
        then(run.err()).isEmpty();
    }

    @Test
    void misspeltCommand_isAnsweredInOneSentence() {
        Captured run = Captured.run("lits");
        then(run.exitCode()).isEqualTo(2);
        then(run.out()).isEmpty();
        then(run.err()).isEqualTo("ganglion: There is no command 'lits'; did you mean 'list'?\n");
    }

    @Test
    void misspeltOption_isAnsweredInOneSentence() {
        Captured run = Captured.run("list", "--jsn");
        then(run.exitCode()).isEqualTo(2);
        then(run.err()).isEqualTo("ganglion: There is no option '--jsn'; did you mean '--json'?\n");
    }

    @Test
    void oneArgumentTooMany_isAnsweredInOneSentence() {
        Captured run = Captured.run("list", "ppo", "es");
        then(run.exitCode()).isEqualTo(2);
        then(run.err()).isEqualTo("ganglion: 'es' is one argument too many; see 'ganglion list --help'\n");
    }

    @Test
    void complaint_aboutAWordWithoutEnd_isShort() {
        Captured run = Captured.run("a".repeat(1_000_000));
        then(run.exitCode()).isEqualTo(2);
        then(run.err())
                .startsWith("ganglion: There is no command 'aaa")
                .contains(" … ")
                .hasLineCount(1);
        then(run.err().length()).isLessThan(2_100);
    }

    @Test
    void complaint_aboutWhatATerminalTakesForACommand_doesNotRepeatIt() {
        Captured run = Captured.run("li\u001b[2Jst\u0007");
        then(run.exitCode()).isEqualTo(2);
        then(run.err()).startsWith("ganglion: There is no command 'li\uFFFD[2Jst\uFFFD'");
    }

    @Test
    void version_isThatOfTheBuild() {
        then(Captured.run("--version").out()).matches("ganglion \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\\R");
    }

    @Test
    void list_unknownName_namesTheNearest() {
        Captured run = Captured.run("list", "swimmer-swim-ncpa");
        then(run.exitCode()).isEqualTo(2);
        then(run.err()).contains("did you mean 'swimmer-swim-ncap'?");
    }

    /** What the library cannot format it prints raw, with a warning to the process's own standard error. */
    @Test
    void help_ofEveryCommand_canBeFormatted() {
        thenHelpCanBeFormatted(Main.commandLine(new Terminal(System.out, System.err, OptionalInt.empty())));
    }

    private static void thenHelpCanBeFormatted(CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        Command described = spec.userObject().getClass().getAnnotation(Command.class);
        Stream<String> ofCommand = described == null
                ? Stream.of()
                : Stream.of(described.header(), described.description(), described.footer())
                        .flatMap(Stream::of);
        Stream<String> ofOptions = spec.options().stream()
                .map(option -> option.userObject() instanceof Field field ? field.getAnnotation(Option.class) : null)
                .filter(Objects::nonNull)
                .flatMap(option -> Stream.of(option.description()));
        Stream.concat(ofCommand, ofOptions)
                .forEach(
                        text -> thenCode(() -> String.format(Locale.ROOT, text)).doesNotThrowAnyException());
        command.getSubcommands().values().forEach(MainTest::thenHelpCanBeFormatted);
    }
}
