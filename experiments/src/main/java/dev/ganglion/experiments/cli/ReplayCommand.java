package dev.ganglion.experiments.cli;

import dev.ganglion.environments.options.InvalidInputException;
import dev.ganglion.experiments.json.Json;
import dev.ganglion.experiments.run.FailureDump;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ganglion replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        header = "Shows a failure of a run again, from the dump that it left.",
        description = {
            "",
            "A run that fails leaves its state before the update in which it failed. From there the update is the same,"
                    + " to the bit, as often as it is made. The exit code is 0 if it fails in the same way again.",
            ""
        },
        footer = {"", "Example:", "  ganglion replay runs/seven/failure-update-12"})
final class ReplayCommand implements Callable<Integer> {
    private static final int DIFFERENT = 1;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "DUMP", description = "Directory of the dump.")
    private @Nullable Path path;

    @Option(names = "--json", description = "Print one JSON object at the end, and nothing else, on standard output.")
    private boolean json;

    @Option(names = "--trace", description = "Also show where in the program it fails.")
    private boolean trace;

    ReplayCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (path == null) {
            throw new InvalidInputException("Name the directory of a dump");
        }
        FailureDump dump = new FailureDump(path);
        FailureDump.Failure before = dump.failure();
        Optional<Throwable> error = dump.replay();
        if (trace) {
            error.ifPresent(thrown -> thrown.printStackTrace(terminal.err()));
        }
        String now = error.map(thrown -> String.valueOf(thrown.getMessage())).orElse("nothing");
        boolean same = error.isPresent() && now.equals(before.message());
        if (json) {
            Map<String, Object> object = new LinkedHashMap<>();
            object.put("reproduced", same);
            object.put("update", before.update());
            object.put("seed", before.seed());
            object.put("message", before.message());
            object.put("now", now);
            terminal.out().println(Json.write(object));
        } else if (same) {
            terminal.out().printf("The same again, in update %d: %s%n", before.update(), now);
        } else {
            terminal.out().printf("It does not come again. Then: %s%nNow: %s%n", before.message(), now);
        }
        return same ? 0 : DIFFERENT;
    }
}
