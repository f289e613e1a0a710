package dev.ganglion.controllers.spinal;

import dev.ganglion.environments.signal.Side;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** One of four limbs, in the order in which a quadruped lists the signals of its legs. */
enum Limb {
    FORE_LEFT(0, "fl", Side.LEFT),
    FORE_RIGHT(1, "fr", Side.RIGHT),
    HIND_LEFT(2, "hl", Side.LEFT),
    HIND_RIGHT(3, "hr", Side.RIGHT);

    /** Those of the fore girdle. */
    static final List<Limb> FORE = List.of(FORE_LEFT, FORE_RIGHT);

    /** Those of the hind girdle. */
    static final List<Limb> HIND = List.of(HIND_LEFT, HIND_RIGHT);

    private final int number;
    private final String suffix;
    private final Side side;

    Limb(int number, String suffix, Side side) {
        this.number = number;
        this.suffix = suffix;
        this.side = side;
    }

    /** Name of this limb's neuron of a class, such as {@code F.fl}. */
    String neuron(String cellClass) {
        return cellClass + "." + suffix;
    }

    boolean isFore() {
        return FORE.contains(this);
    }

    /** Name of its girdle, {@code fore} or {@code hind}. */
    String girdle() {
        return isFore() ? "fore" : "hind";
    }

    Side side() {
        return side;
    }

    /** The limb on the other side of the same girdle. */
    Limb opposite() {
        return find(isFore(), side == Side.LEFT ? Side.RIGHT : Side.LEFT);
    }

    /** The limb of the other girdle on the same side. */
    Limb alongside() {
        return find(!isFore(), side);
    }

    /** The limb of the other girdle on the other side. */
    Limb diagonal() {
        return alongside().opposite();
    }

    private static Limb find(boolean isFore, Side side) {
        return Stream.of(values())
                .filter(limb -> limb.isFore() == isFore && limb.side == side)
                .findFirst()
                .orElseThrow();
    }

    /** Its number among the feet. */
    int foot() {
        return number;
    }

    /** Number of its hip among the joints. */
    int hip() {
        return 2 * number;
    }

    /** Number of its knee among the joints. */
    int knee() {
        return hip() + 1;
    }

    /** Place of its neurons along the body, from 0 at the head. */
    double position() {
        return isFore() ? 0.25 : 0.75;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
