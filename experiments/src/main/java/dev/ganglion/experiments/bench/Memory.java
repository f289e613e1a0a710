package dev.ganglion.experiments.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.OptionalLong;

/**
 * What the process holds, in bytes.
 *
 * @param heap Java objects, those that nothing refers to any more included
 * @param outside memory in the machine beyond the heap's pages: TensorFlow's, compiled code, classes, stacks; empty on a
 *     system that does not tell
 * @param resident memory in the machine, heap and all; empty on a system that does not tell
 * @param peak the most that it has ever been
 */
public record Memory(long heap, OptionalLong outside, OptionalLong resident, OptionalLong peak) {
    /** Now. */
    static Memory now() {
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        OptionalLong resident = ResidentSize.now();
        // Pages of the heap that were never touched are not resident, so this is the least that lies outside.
        OptionalLong outside = resident.isPresent()
                ? OptionalLong.of(Math.max(0, resident.getAsLong() - heap.getCommitted()))
                : OptionalLong.empty();
        return new Memory(heap.getUsed(), outside, resident, ResidentSize.peak());
    }
}
