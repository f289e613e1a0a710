package dev.ganglion.agents.checkpoint;

import static org.assertj.core.api.BDDAssertions.then;
import static org.assertj.core.api.BDDAssertions.thenThrownBy;

import dev.ganglion.environments.options.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointStoreTest {
    @TempDir
    private Path directory;

    @Test
    void latest_afterSeveral_isTheLast() {
        CheckpointStore store = new CheckpointStore(directory.resolve("checkpoints"));
        for (int update = 1; update <= 3; update++) {
            store.saveLatest(SampleCheckpoints.sample(update));
        }

        then(store.latest().checkpoint().update()).isEqualTo(3);
        then(store.latest().warnings()).isEmpty();
    }

    @Test
    void latest_whenTorn_fallsBackWithAWarning() throws IOException {
        CheckpointStore store = twoSaved();
        Path latest = store.latest().file();
        Files.write(latest, new byte[] {'G', 'A', 'N'});

        CheckpointStore.Loaded loaded = store.latest();

        then(loaded.checkpoint().update()).isEqualTo(1);
        then(loaded.warnings()).singleElement().asString().contains(latest.toString(), "update 1");
    }

    @Test
    void latest_whenMissingBetweenTwoRenames_fallsBack() throws IOException {
        CheckpointStore store = twoSaved();
        Files.delete(store.latest().file());

        then(store.latest().checkpoint().update()).isEqualTo(1);
    }

    @Test
    void latest_whenBothAreDamaged_saysWhatIsWrongWithTheLatest() throws IOException {
        CheckpointStore store = twoSaved();
        Path latest = store.latest().file();
        Files.writeString(latest, "text");
        Files.writeString(directory.resolve("previous.checkpoint"), "text");

        thenThrownBy(store::latest).isInstanceOf(InvalidInputException.class).hasMessageContaining(latest.toString());
    }

    @Test
    void best_isKeptApartFromTheLatest() {
        CheckpointStore store = twoSaved();
        then(store.hasBest()).isFalse();

        store.saveBest(SampleCheckpoints.sample(1));

        then(store.hasBest()).isTrue();
        then(store.best().checkpoint().update()).isEqualTo(1);
        then(store.latest().checkpoint().update()).isEqualTo(2);
    }

    private CheckpointStore twoSaved() {
        CheckpointStore store = new CheckpointStore(directory);
        store.saveLatest(SampleCheckpoints.sample(1));
        store.saveLatest(SampleCheckpoints.sample(2));
        return store;
    }
}
