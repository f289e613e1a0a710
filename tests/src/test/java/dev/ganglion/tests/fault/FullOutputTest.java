package dev.ganglion.tests.fault;

import static org.assertj.core.api.BDDAssertions.then;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Results that go to a device that is always full. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "Only Linux has the device")
class FullOutputTest {
    @Test
    void list_ontoAFullDevice_doesNotEndAsIfItHadBeenRead() throws IOException, InterruptedException {
        Process process = GanglionProcess.builder(List.of(), List.of("list"))
                .redirectErrorStream(false)
                .redirectOutput(new File("/dev/full"))
                .start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        then(process.waitFor()).isEqualTo(2);
        then(said).contains("ganglion: Cannot write to the standard output: No space left on device");
    }
}
