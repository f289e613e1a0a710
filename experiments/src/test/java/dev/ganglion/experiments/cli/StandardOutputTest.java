package dev.ganglion.experiments.cli;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StandardOutputTest {
    private static StandardOutput failing(String reason) {
        StandardOutput output = new StandardOutput(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        new PrintStream(output, true, StandardCharsets.UTF_8).println("a result");
        return output;
    }

    @Test
    void complaint_ofResultsThatAreLost_namesTheReason() {
        then(failing("No space left on device").complaint())
                .hasValue("ganglion: Cannot write to the standard output: No space left on device");
    }

    @Test
    void complaint_whereTheReaderHasHadEnough_isNone() {
        then(failing("Broken pipe").complaint()).isEmpty();
        then(new StandardOutput(OutputStream.nullOutputStream()).complaint()).isEmpty();
    }
}
